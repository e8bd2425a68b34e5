"""Makes the first use of each glossary term on a page a button that opens its meaning."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from finder.content.catalogue import GlossaryEntry

_CLOSING = ".,:;?!)’”"
"""What never begins a line. Browsers break a line after a button, so these are kept together with it."""
_NOT_LINKED = frozenset({"a", "button", "code", "h1", "h2", "h3", "h4"})


class TermFinder:
    """Finds glossary terms in text, by their own and other names, the longest first."""

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        self._exact: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        for entry in entries:
            for name in (entry.term, *entry.also):
                if _is_abbreviation(name):
                    self._exact.setdefault(name, entry.id)
                else:
                    self._folded.setdefault(_folded(name), entry.id)
        names = sorted([*self._exact, *self._folded], key=len, reverse=True)
        # Not next to a hyphen: “Hodgkin lymphoma” does not stand in “non-Hodgkin lymphoma”.
        self._pattern = (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(self._as_pattern, names))})(?![\w-])") if names else None
        )

    def _as_pattern(self, name: str) -> str:
        words = re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]")
        if name in self._exact:
            return words
        # “Phase I” has no plural: “phase is” is two words.
        plural = "" if re.search(r"\b\w$", name) else "s?"
        return f"(?i:{words}{plural})"

    def all_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each use of a term begins and ends, and its id."""
        for found in self._pattern.finditer(text) if self._pattern else ():
            yield found.start(), found.end(), self._id(found[0])

    def first_unseen(self, text: str, seen: Iterable[str]) -> tuple[int, int, str] | None:
        """Return where the first term not yet seen begins and ends, and its id."""
        return next((use for use in self.all_in(text) if use[2] not in seen), None)

    def _id(self, written: str) -> str:
        folded = _folded(written)
        return self._exact.get(written) or self._folded.get(folded) or self._folded[folded.removesuffix("s")]


def _is_abbreviation(name: str) -> bool:
    return name == name.upper() and name != name.lower()


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


class TermLinks(Treeprocessor):
    """Puts the buttons into a page, and remembers which terms the page has had."""

    def __init__(self, finder: TermFinder) -> None:
        super().__init__()
        self._finder = finder
        self.seen: list[str] = []

    def run(self, root: etree.Element) -> None:
        """Go through the words of the page in the order they are read."""
        self._link_children(root)

    def _link_children(self, parent: etree.Element) -> None:
        if parent.tag in _NOT_LINKED:
            return
        if parent.text and not isinstance(parent.text, AtomicString):
            self._link_text(parent, None, 0)
        for child in list(parent):
            self._link_children(child)
            if child.tail and not isinstance(child.tail, AtomicString):
                self._link_text(parent, child, list(parent).index(child) + 1)

    def _link_text(self, parent: etree.Element, before: etree.Element | None, place: int) -> None:
        """Link the text that stands in the parent after a child (or at its start), child by child."""
        while found := self._finder.first_unseen((before.tail if before is not None else parent.text) or "", self.seen):
            start, end, id = found
            text = (before.tail if before is not None else parent.text) or ""
            opener = _opener(id, text[start:end], text[end:])
            if before is not None:
                before.tail = text[:start]
            else:
                parent.text = text[:start]
            parent.insert(place, opener)
            self.seen.append(id)
            before, place = opener, place + 1


def _opener(id: str, name: str, rest: str) -> etree.Element:
    """Return the button, before the rest of the text, together with a full stop or the like that follows it."""
    button = etree.Element("button", {"type": "button", "class": "term", "popovertarget": f"g-{id}"})
    button.text, button.tail = name, rest
    after = rest.lstrip(_CLOSING)
    if after == rest:
        return button
    whole = etree.Element("span", {"class": "whole"})
    button.tail, whole.tail = rest[: len(rest) - len(after)], after
    whole.append(button)
    return whole

"""Finds abbreviations that a page uses before it has said what they are."""

import re
from collections.abc import Callable, Iterable, Iterator

from finder.content.report import Report, quoted
from finder.content.term_links import TermFinder
from finder.content.writing.sentences import WORD, Sentence

EVERYONE_KNOWS = frozenset({"UK", "US", "USA", "EU", "DNA", "RNA", "MRI", "CT", "PET", "HIV", "AIDS", "X", "TV", "OK"})

_IS_SHORT = re.compile(r".*[A-Z][A-Z0-9].*")
_ROMAN = re.compile(r"[IVX]+")
_NUMBER = r"\bNCT\d{8}\b"
# What a word stands for is often told by the word beside it: “a gene called MYC”, “the APEC14B1 study”, “stage L2”.
_KIND = (
    r"(?:chromosome|gene|protein|marker|mark|change|fusion|virus|cell|test|scan|score|study|studie|trial|part|arm|group"
    r"|stage|phase|grade|plan|mix|registry|registrie|register|medicine|chemotherapy|treatment|antibody|society|network"
    r"|pathway|kind|course|block|tumour|lymphoma|version|amendment|hospital|page|website|centre)(?:e?s)?"
)
_BEFORE = re.compile(
    rf"(?:\b(?:call|calls|called|named|name was|say|says|write|writes|it|this|them|as|or|means|usual|{_KIND})"
    r"|\b(?:stage|group)\s+is|[(“:])\s*[“(]?(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[”)]*\s*(?:[(:]|,\s+(?:an?|the|or|which|short)\b|(?:is|are|was|means|stands|uses|adds|has|tests)\b|{_KIND}\b)",
    re.IGNORECASE,
)
_OTHERS_IN_A_LIST = re.compile(r"(?:\S*[A-Z]\S*,?\s+(?:(?:and|or|to)\s+)?)+$")
_FOLLOWS = re.compile(r"(?:It|This|That|They|These|Both|Each|All) (?:\w+ )?(?:is|are|was|were|means?|stands?)\b")


class KnownNames:
    """What needs no explaining: registry numbers, and names of trials, hospitals and others that the facts give."""

    def __init__(self, names: Iterable[str]) -> None:
        patterns = [re.escape(name).replace(r"\-", "[ -]").replace(r"\ ", "[ -]") for name in names if name]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join([_NUMBER, *patterns])})(?!\w)", re.IGNORECASE)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where such names begin and end in a text."""
        return [found.span() for found in self._pattern.finditer(text)]


def check_abbreviations(sentences: list[Sentence], report: Report, *, glossary: TermFinder, names: KnownNames) -> None:
    """Warn of each abbreviation that is not explained where the page first uses it."""
    seen = set[str]()
    for place, sentence in enumerate(sentences):
        next_text = sentences[place + 1].text if place + 1 < len(sentences) else ""
        for start, short in _abbreviations(sentence.text, glossary, names):
            if short not in seen and not _is_explained(sentence.text, start, short) and not _FOLLOWS.match(next_text):
                message = f"{quoted(short)} is not explained where it is first used: {sentence.quoted}"
                hint = (
                    f"Write it in full with the short form in brackets, say what it is, or add {short} to the glossary."
                )
                report.warning(message, hint, line=sentence.line)
            seen.add(short)


def _abbreviations(text: str, glossary: TermFinder, names: KnownNames) -> Iterator[tuple[int, str]]:
    """Yield the abbreviations that neither everyone nor the glossary knows, each with its place."""
    known = [*names.places(text), *((start, end) for start, end, _ in glossary.all_in(text))]
    for word in WORD.finditer(text):
        is_known = any(start < word.end() and word.start() < end for start, end in known)
        if _IS_SHORT.fullmatch(word[0]) and not is_known and not all(map(_needs_nothing(glossary), word[0].split("-"))):
            yield word.start(), word[0]


def _needs_nothing(glossary: TermFinder) -> Callable[[str], bool]:
    """Return how to tell that a part of a word is no abbreviation, or one that is known."""
    return lambda part: (
        not _IS_SHORT.fullmatch(part)
        or part in EVERYONE_KNOWS
        or bool(_ROMAN.fullmatch(part))
        or any(glossary.all_in(part))
    )


def _is_explained(text: str, start: int, short: str) -> bool:
    before = _OTHERS_IN_A_LIST.sub("", text[:start])
    return bool(_BEFORE.search(text[:start]) or _BEFORE.search(before) or _AFTER.match(text[start + len(short) :]))

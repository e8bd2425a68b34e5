"""Trees of things families name from broad to exact: diagnoses and treatments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Term:
    """A diagnosis, a treatment or a marker: one id, the names people use for it, and what it is a kind of."""

    id: str
    names: dict[str, str]
    """The name that the site uses, per language."""
    parent: str | None = None
    also: dict[str, list[str]] = field(default_factory=dict)
    """Other names, lay words, abbreviations and spellings, per language."""
    clinical: str = ""
    """The name professionals use, where it differs."""
    explained: dict[str, str] = field(default_factory=dict)
    """One plain sentence on what it is, per language."""
    ask: dict[str, str] = field(default_factory=dict)
    """What to ask the doctor to find out, per language."""
    codes: dict[str, str] = field(default_factory=dict)
    """Codes by system: `iccc3`, `oncotree`, `ncit`, `mesh`, `atc`."""
    is_asked: bool = True
    """Whether the questions offer it as an answer."""


class Tree:
    """Terms by id, in the order they are written, each below at most one other."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {term.id: term for term in terms}

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)

    def __contains__(self, term_id: object) -> bool:
        return term_id in self._terms

    def __getitem__(self, term_id: str) -> Term:
        return self._terms[term_id]

    def roots(self) -> list[Term]:
        """Return the terms that stand below no other."""
        return [term for term in self if term.parent is None]

    def start(self) -> list[Term]:
        """Return the broadest terms that the questions offer: below a root that is not asked, its children."""
        return [one for root in self.roots() for one in self.offered(root)]

    def offered(self, term: Term) -> list[Term]:
        """Return the term where it is asked, otherwise what is asked below it."""
        if term.is_asked:
            return [term]
        return [one for child in self.children(term.id) for one in self.offered(child)]

    def choices_below(self, term_id: str) -> list[Term]:
        """Return what the questions offer one step below this term."""
        return [one for child in self.children(term_id) for one in self.offered(child)]

    def children(self, term_id: str) -> list[Term]:
        """Return the terms directly below this one."""
        return [term for term in self if term.parent == term_id]

    def lineage(self, term_id: str) -> list[Term]:
        """Return the term and all that it is a kind of, itself first."""
        lineage = []
        current: str | None = term_id
        while current is not None:
            term = self._terms[current]
            lineage.append(term)
            current = term.parent
        return lineage

    def is_at_or_below(self, term_id: str, other_id: str) -> bool:
        """Tell whether the one is the other, or a kind of it."""
        return any(term.id == other_id for term in self.lineage(term_id))

    def below(self, term_id: str) -> list[Term]:
        """Return this term and every kind of it."""
        return [term for term in self if self.is_at_or_below(term.id, term_id)]

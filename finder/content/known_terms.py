"""The ids that files may use, with a guess at which one was meant."""

from collections.abc import Iterable

from finder.content.fields import Form
from finder.content.report import closest, quoted
from finder.core.terms import Term


class KnownTerms:
    """The terms of one vocabulary, by every name they have."""

    def __init__(self, file: str, terms: Iterable[Term], *, is_read: bool = True) -> None:
        self.file = file
        self.is_read = is_read
        """False where the file could not be read: then no id is called unknown."""
        self.terms = tuple(terms)
        self.ids = frozenset(term.id for term in self.terms)
        self._id_by_name = {name.casefold(): term.id for term in reversed(self.terms) for name in _names(term)}

    def likely(self, written: str) -> str | None:
        """Return the id that was most likely meant, by the id itself or by any of its names."""
        name = closest(written.replace("_", "-"), self._id_by_name)
        return self._id_by_name[name] if name else None

    def read(self, form: Form, name: str, *, example: str) -> tuple[str, ...]:
        """Read a list of ids, and report those that do not exist."""
        values = form.values(name, example=example)
        for value in values:
            if self.is_read and value.text not in self.ids:
                likely = self.likely(value.text)
                otherwise = f"Use an id from {self.file}, or add it there first."
                hint = f"Did you mean {quoted(likely)}?" if likely else otherwise
                form.problem(name, f"{quoted(value.text)} is not an id in {self.file}.", hint, line=value.line)
        return tuple(value.text for value in values)


def _names(term: Term) -> list[str]:
    also = [name for names in term.also.values() for name in names]
    return [term.id, *term.names.values(), *also, *([term.clinical] if term.clinical else [])]

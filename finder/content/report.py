"""Gathers the problems of one file, and words the ways to say them that every reader shares."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePath

from finder.core.problems import Problem, Severity, has_errors

LONGEST_QUOTE = 60
MOST_CHOICES = 12
MOST_PROBLEMS = 100
_FIRST_THESE = "Put these right first, or begin again from a copy that worked."


class Report:
    """The problems of one content file."""

    def __init__(self, path: PurePath) -> None:
        self.path = path
        self.problems: list[Problem] = []

    @property
    def has_errors(self) -> bool:
        """Tell whether anything so far must stop a publish."""
        return has_errors(self.problems)

    def error(self, message: str, hint: str = "", *, line: int | None = None, field: str | None = None) -> None:
        """Note something that must be put right before the site can be published."""
        self._note(Severity.ERROR, message, hint, line, field)

    def warning(self, message: str, hint: str = "", *, line: int | None = None, field: str | None = None) -> None:
        """Note something worth a look, that stops nothing."""
        self._note(Severity.WARNING, message, hint, line, field)

    def _note(self, severity: Severity, message: str, hint: str, line: int | None, field: str | None) -> None:
        problem = Problem(path=self.path, message=message, hint=hint, line=line, field=field, severity=severity)
        if problem in self.problems or len(self.problems) > MOST_PROBLEMS:
            return
        if len(self.problems) == MOST_PROBLEMS:
            problem = Problem(path=self.path, message="This file has more problems than these.", hint=_FIRST_THESE)
        self.problems.append(problem)


def quoted(written: str) -> str:
    """Return what was written between quotation marks, shortened where it is long.

    >>> quoted("b-al"), quoted("word " * 40)
    ('“b-al”', '“word word word word word word word word word word word word …”')
    """
    text = " ".join(written.split())
    if len(text) > LONGEST_QUOTE:
        text = text[:LONGEST_QUOTE].rstrip() + " …"
    return f"“{text}”"


def closest(written: str, known: Iterable[str]) -> str | None:
    """Return the known word that was most likely meant, if one is close."""
    by_folded = {word.casefold(): word for word in known}
    near = get_close_matches(written[:LONGEST_QUOTE].casefold(), by_folded, n=1, cutoff=0.7)
    return by_folded[near[0]] if near else None


def suggestion(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the hint for a word that is not among the known ones: the likely one, or all where they are few.

    >>> suggestion("recruting", ["recruiting", "completed"])
    'Did you mean “recruiting”?'
    >>> suggestion("open", ["recruiting", "completed"])
    'Write one of: recruiting, completed.'
    """
    choices = list(known)
    likely = closest(written, choices)
    if likely:
        return f"Did you mean {quoted(likely)}?"
    if otherwise or len(choices) > MOST_CHOICES:
        return otherwise
    return f"Write one of: {', '.join(choices)}."

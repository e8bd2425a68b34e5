"""What an editor needs to put right, and how it is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class Severity(StrEnum):
    """An error stops a publish; a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something in a content file that its editor needs to put right."""

    path: PurePath
    """The file, as the editor knows it: relative to the content folder's parent."""
    message: str
    """What is wrong, quoting what was written. One or more whole sentences."""
    hint: str = ""
    """What to write instead."""
    line: int | None = None
    """Counted from 1, as editors count."""
    field: str | None = None
    """The field with its parents, such as `recruitment.checked`."""
    severity: Severity = Severity.ERROR

    def where(self) -> str:
        """Say where the problem is, in one line.

        >>> Problem(path=PurePath("trials/a/facts.yaml"), line=7, field="groups.age", message="").where()
        'trials/a/facts.yaml, line 7: groups.age'
        """
        line = f", line {self.line}" if self.line else ""
        field = f": {self.field}" if self.field else ""
        return f"{self.path.as_posix()}{line}{field}"


def has_errors(problems: Sequence[Problem]) -> bool:
    """Tell whether any of the problems must stop a publish."""
    return any(problem.severity is Severity.ERROR for problem in problems)

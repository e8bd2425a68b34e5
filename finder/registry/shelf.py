"""The shelf: `content/registry/*.jsonl`, a record a line, gzipped or not.

A line that cannot be used is reported and passed over. Nothing on the shelf stops a publish.
"""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath
from typing import IO

import msgspec

from finder.content.reading import Reading
from finder.core.problems import Problem, Severity
from finder.core.registry import RegistryTrial
from finder.registry.records import BadRecord, read_record

FOLDER = "registry"
ENDINGS = (".jsonl", ".jsonl.gz")
LONGEST_LINE = 5_000_000
"""In bytes. The longest records of ClinicalTrials.gov, with all their results, stay below."""
MOST_TOLD = 20
"""How many problems of one file are told one by one."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error)


@dataclass
class ShelfReport:
    """What came of reading one file."""

    path: PurePath
    shelved: int = 0
    skipped: int = 0
    """Lines that hold no record that can be shown."""
    noted: int = 0
    """Fields that were left out of records."""
    is_damaged: bool = False
    has_replaced: bool = False
    """Whether a file of that name was on the shelf before, and is there no longer."""
    told: list[Problem] = field(default_factory=list)

    def skip(self, line: int, message: str) -> None:
        """Count a line that is passed over, and say why."""
        self.skipped += 1
        self._tell(line, message, "The line was passed over, and all others are used.")

    def note(self, line: int, message: str) -> None:
        """Count a field that is left out, and say why."""
        self.noted += 1
        self._tell(line, message, "")

    def damage(self, line: int, message: str) -> None:
        """Say that the file cannot be read on from here."""
        self.is_damaged = True
        self.told.append(_warning(self.path, message, "What stands before is used. Copy the file again.", line))

    @property
    def problems(self) -> list[Problem]:
        """Return what to tell: the first of it, and how much more there is."""
        rest = self.skipped + self.noted + self.is_damaged - len(self.told)
        more = _warning(self.path, f"{rest:,} more problems like these are in this file.")
        return [*self.told, more] if rest else self.told

    def _tell(self, line: int, message: str, hint: str) -> None:
        if len(self.told) < MOST_TOLD:
            self.told.append(_warning(self.path, message, hint, line))


class Shelf:
    """The files of a shelf, read from the first line on each time they are asked for."""

    def __init__(self, content: Path, *, today: date) -> None:
        self.folder = content / FOLDER
        self._today = today
        self.reports: tuple[ShelfReport, ...] = ()
        """On each file, once `trials` has come to its end."""

    def read(self) -> "Shelf":
        """Read every file to its end, for the sake of the reports alone."""
        for _ in self.trials():
            pass
        return self

    def files(self) -> list[Path]:
        """Return the files on the shelf, by name."""
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return sorted(path for path in found if path.name.endswith(ENDINGS) and not path.name.startswith("."))

    def trials(self) -> Iterator[RegistryTrial]:
        """Return every record that can be used, file by file. The same number may come more than once."""
        reports = []
        for path in self.files():
            report = ShelfReport(PurePath(self.folder.parent.name, FOLDER, path.name))
            reports.append(report)
            for _, trial in usable(lines_of(path, report), report, today=self._today):
                yield trial
        self.reports = tuple(reports)


def with_shelf(reading: Reading, shelf: Shelf) -> Reading:
    """Return what came of reading the content, with the shelf's files among them."""
    problems = [problem for report in shelf.reports for problem in report.problems]
    return replace(reading, problems=(*reading.problems, *problems), files=reading.files + len(shelf.reports))


def lines_of(path: Path, report: ShelfReport) -> Iterator[tuple[int, bytes]]:
    """Return the lines of a file with their numbers, without empty ones. What cannot be read goes to the report."""
    number = 0
    try:
        with open_file(path) as file:
            while line := file.readline(LONGEST_LINE):
                number += 1
                if len(line) == LONGEST_LINE:
                    report.skip(number, f"The line is longer than {LONGEST_LINE:,} characters.")
                    _pass_over(file)
                elif line := line.removeprefix(_BYTE_ORDER_MARK).strip():
                    yield number, line
    except _DAMAGED:
        report.damage(number + 1, "The file ends in the middle, or is damaged.")
    except OSError as error:
        report.damage(number + 1, f"The file cannot be read: {error.strerror or error}.")


def usable(
    lines: Iterable[tuple[int, bytes]], report: ShelfReport, *, today: date
) -> Iterator[tuple[bytes, RegistryTrial]]:
    """Return each line that holds a usable record, with its trial. The rest goes to the report."""
    for number, line in lines:
        trial = _read_line(line, number, report, today)
        if trial:
            report.shelved += 1
            yield line, trial


def _read_line(line: bytes, number: int, report: ShelfReport, today: date) -> RegistryTrial | None:
    try:
        record = msgspec.json.decode(line)
        return read_record(record, today=today, note=lambda message: report.note(number, message))
    except BadRecord as bad:
        report.skip(number, str(bad))
    except (msgspec.DecodeError, RecursionError):
        report.skip(number, "This line is not a record in JSON.")
    return None


def open_file(path: Path) -> IO[bytes]:
    """Open a file, unpacked where it is gzipped."""
    return gzip.open(path) if path.name.endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def _pass_over(file: IO[bytes]) -> None:
    """Read on to the end of a line that is too long."""
    while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _warning(path: PurePath, message: str, hint: str = "", line: int | None = None) -> Problem:
    return Problem(path=path, message=message, hint=hint, line=line, severity=Severity.WARNING)

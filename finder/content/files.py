"""Opens the files of a content folder, refusing at the door what no reader should have to face."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from finder.content.report import Report

MOST_KILOBYTES = 200
MOST_BYTES = MOST_KILOBYTES * 1000

# Characters that do not show, or that hide or turn round what does: control characters but tab and line feed,
# separators that some programs count as lines, overriding of the direction of writing, and places where no
# character can be.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff\ufffe\uffff]")
_DAMAGED = "\ufffd"
_NOT_CONTENT = re.compile(r"\..*|.*~|~\$.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True)
class ContentFile:
    """A file that was opened: its bytes, its text where it can be read, and the report on it."""

    data: bytes
    text: str | None
    report: Report


class ContentFolder:
    """A content folder, which counts the files opened in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.opened = 0
        self._reports: dict[PurePath, Report] = {}

    @property
    def reports(self) -> list[Report]:
        """Return a report for each file or folder that was looked at."""
        return list(self._reports.values())

    def report(self, name: str) -> Report:
        """Return the report on a file or folder in here, named as `trials/sunrise/facts.yaml`."""
        path = PurePath(self.folder.name, *name.split("/"))
        return self._reports.setdefault(path, Report(path))

    def has(self, name: str) -> bool:
        """Tell whether there is such a file."""
        return (self.folder / name).is_file()

    def names_in(self, name: str) -> list[str]:
        """Return the names in a folder, in order, without those that editors and systems leave behind."""
        folder = self.folder / name
        if not folder.is_dir():
            return []
        return sorted(child.name for child in folder.iterdir() if not _NOT_CONTENT.fullmatch(child.name))

    def open(self, name: str) -> ContentFile:
        """Read one file. Where that fails, its report says why and the text is None."""
        report = self.report(name)
        try:
            with (self.folder / name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            report.error("This file is missing.", f"Make the file {report.path.name} in this folder.")
            return ContentFile(b"", None, report)
        except OSError as error:
            reason = (error.strerror or "no reason given").lower()
            report.error(f"This file cannot be opened: {reason}.", "Ask whoever looks after the computer.")
            return ContentFile(b"", None, report)
        self.opened += 1
        return ContentFile(data, _read_text(data, report), report)

    def forget(self, name: str) -> None:
        """Drop the report on a file that is about to be read again."""
        self._reports.pop(PurePath(self.folder.name, *name.split("/")), None)


def _read_text(data: bytes, report: Report) -> str | None:
    if len(data) > MOST_BYTES:
        report.error(
            f"This file is larger than {MOST_KILOBYTES} kB, which is more than a page can hold.",
            "Check that nothing was pasted in by mistake.",
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        report.error(
            "This file is not saved as UTF-8, so letters such as “é” would be lost.",
            "In your editor choose “Save as”, and the encoding UTF-8.",
            line=data.count(b"\n", 0, error.start) + 1,
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        report.error("This file is empty.", "Write its content, or remove it.")
        return None
    if report.path.suffix == ".md":
        text = text.expandtabs(2)
    return text if _has_only_visible_characters(text, report) else None


def _has_only_visible_characters(text: str, report: Report) -> bool:
    problems_before = len(report.problems)
    for number, line in enumerate(text.split("\n"), start=1):
        hidden = _INVISIBLE.search(line)
        if hidden:
            report.error(
                f"This line holds a character that cannot be seen (U+{ord(hidden[0]):04X}).",
                "Type the line again instead of pasting it.",
                line=number,
            )
        elif _DAMAGED in line:
            report.error(
                "This line holds “\ufffd”, which stands where a letter was lost.", "Type the letter again.", line=number
            )
    return len(report.problems) == problems_before

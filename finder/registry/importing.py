"""Puts files on the shelf: what can be used of them, checked, a record a line."""

import gzip
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path, PurePath

import msgspec

from finder.registry.shelf import FOLDER, ShelfReport, lines_of, open_file, usable

_ENDINGS = (".gz", ".jsonl", ".json", ".ndjson")


def import_file(path: Path, content: Path, *, today: date) -> ShelfReport:
    """Put a file on the shelf of a content folder, in place of the file of that name.

    Takes a record a line, and the lists that ClinicalTrials.gov hands out as JSON; gzipped or not.
    Where nothing can be used, the shelf stays as it is. Raises OSError where it cannot be written.
    """
    report = ShelfReport(PurePath(path.name))
    shelf = content / FOLDER
    shelf.mkdir(parents=True, exist_ok=True)
    target = shelf / f"{_stem(path)}.jsonl.gz"
    fresh = shelf / f".{target.name}.new"
    try:
        # Without its name and time inside, the same records make the same file.
        with fresh.open("wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed:
            for line, _ in usable(_records(path, report), report, today=today):
                packed.write(line + b"\n")
        if report.shelved:
            report.has_replaced = target.exists()
            os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)
    return report


def _stem(path: Path) -> str:
    name = path.name
    while name.endswith(_ENDINGS) and PurePath(name).stem:
        name = PurePath(name).stem
    return name.lstrip(".") or "registry"


def _records(path: Path, report: ShelfReport) -> Iterator[tuple[int, bytes]]:
    """Return the records of a file, each with its line, or with its place in a list."""
    first = next(islice(lines_of(path, ShelfReport(report.path)), 1), None)
    if first is None or _is_record(first[1]):
        yield from lines_of(path, report)
        return
    records = _listed(path)
    if records is None:
        yield from lines_of(path, report)
    else:
        yield from (
            (number, msgspec.json.format(bytes(record), indent=-1)) for number, record in enumerate(records, start=1)
        )


def _is_record(line: bytes) -> bool:
    with suppress(msgspec.DecodeError, RecursionError):
        return "protocolSection" in msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    return False


def _listed(path: Path) -> list[msgspec.Raw] | None:
    """Return the records of a file that is one list, `{"studies": [...]}` or one record; None where it is neither."""
    with suppress(OSError, EOFError, msgspec.DecodeError, RecursionError), open_file(path) as file:
        whole = file.read()
        with suppress(msgspec.ValidationError):
            return msgspec.json.decode(whole, type=list[msgspec.Raw])
        fields = msgspec.json.decode(whole, type=dict[str, msgspec.Raw])
        if "studies" in fields:
            return msgspec.json.decode(fields["studies"], type=list[msgspec.Raw])
        return [msgspec.Raw(whole)]
    return None

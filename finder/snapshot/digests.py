"""Digests that tell what has changed since a snapshot was made, and what can be taken over from it."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

import finder
from finder.content.catalogue import Catalogue
from finder.core.statuses import Recruitment, Status
from finder.core.trials import Results, Review
from finder.registry.shelf import Shelf

_ROOMS_THAT_MAKE = ("core", "content", "registry", "search", "snapshot")
_LIBRARIES_THAT_MAKE = ("markdown", "nh3", "msgspec", "snowballstemmer", "whoosh", "tantivy")

_NO_STATUS = Recruitment(status=Status.UNKNOWN, source="")
_NO_REVIEW = Review(last=date.min, next=date.min)


def content_digest(folder: Path) -> str:
    """Return the digest of every file in the content folder, its name and its bytes. Hidden files do not count."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder): path for path in paths}
    visible = {name.as_posix(): path for name, path in names.items() if not any(p.startswith(".") for p in name.parts)}
    return _digest((name.encode(), _bytes_of(path)) for name, path in visible.items())


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # Being saved, or gone by now. The reading that follows says so where it stays like that.
        return b"unreadable"


@cache
def made_by() -> str:
    """Return the digest of the code that turns content into a snapshot: other code may make other pages of it."""
    package = Path(finder.__file__).parent
    sources = [path for room in _ROOMS_THAT_MAKE for path in sorted((package / room).rglob("*.py"))]
    code = [(path.relative_to(package).as_posix().encode(), path.read_bytes()) for path in sources]
    return _digest([*code, *((name.encode(), _version(name).encode()) for name in _LIBRARIES_THAT_MAKE)])


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""  # one that a site can do without


def searchable_digest(catalogue: Catalogue, shelf: Shelf | None = None) -> str:
    """Return the digest of all that the search index may hold.

    Whatever is left out here (a status, a review, a source) can be edited without making the index anew.
    """
    rest = replace(catalogue, trials=(), glossary={}, pages=())
    trials = (
        (
            replace(
                entry.trial, recruitment=_NO_STATUS, review=_NO_REVIEW, results=Results.NONE, conflicts=(), sources=()
            ),
            {language: (words.title, words.lead_text, words.plain_text) for language, words in entry.words.items()},
        )
        for entry in catalogue.trials
    )
    encode = msgspec.json.Encoder(order="sorted").encode
    records = content_digest(shelf.folder).encode() if shelf else b""
    return _digest([(made_by().encode(), encode(rest)), (b"", records), *((b"", encode(trial)) for trial in trials)])


_NO_STATUS = Recruitment(status=Status.UNKNOWN, source="")
_NO_REVIEW = Review(last=date.min, next=date.min)


def _digest(pieces: Iterable[tuple[bytes, bytes]]) -> str:
    """Digest named pieces, each with its length, so that no two different lists run into the same bytes."""
    whole = hashlib.sha256()
    for name, piece in pieces:
        whole.update(b"%d %d\n" % (len(name), len(piece)) + name + piece)
    return whole.hexdigest()

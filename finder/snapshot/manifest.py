"""The manifest: what a snapshot holds, to the byte. A snapshot that differs from its manifest is never served."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

import msgspec

from finder.content.catalogue import Catalogue
from finder.core.registry import RegistryTrial
from finder.snapshot.errors import DamagedSnapshot

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class StoredFile:
    """One file of a snapshot."""

    sha256: str
    size: int
    """In bytes."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a snapshot was made from, and every file it holds but this one."""

    id: str
    built: datetime
    """UTC."""
    shape: str
    """Digest of the shape of the stored values: other shapes cannot be read."""
    made_by: str
    """Digest of the code that made it: only what the same code made is taken over into the next one."""
    content: str
    """Digest of the content folder it was made from."""
    searchable: str
    """Digest of all that the search index was made from."""
    files: dict[str, StoredFile]
    """By path from the snapshot's folder, with `/` between the parts."""
    seal: str = ""
    """Digest of this manifest with an empty seal."""


@cache
def current_shape() -> str:
    """Return the digest of the shape that the values have in this version of the code."""
    return hashlib.sha256(msgspec.json.encode(msgspec.json.schema(tuple[Catalogue, RegistryTrial]))).hexdigest()


def list_files(folder: Path) -> dict[str, StoredFile]:
    """Return every file below the folder but the manifest, in order of path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: _measure(path) for name, path in found.items() if name != MANIFEST}


def sealed(manifest: Manifest) -> bytes:
    """Return the manifest as it is written, with its seal."""
    seal = hashlib.sha256(_encode(manifest, seal="")).hexdigest()
    return _encode(manifest, seal=seal)


def read_manifest(folder: Path) -> Manifest:
    """Read a snapshot's manifest, without looking at the files it lists.

    Raises DamagedSnapshot where it is missing or not as it was written.
    """
    try:
        written = (folder / MANIFEST).read_bytes()
        manifest = msgspec.json.decode(written, type=Manifest)
    except FileNotFoundError:
        raise DamagedSnapshot(f"The snapshot “{folder.name}” has no manifest.") from None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        raise DamagedSnapshot(f"The manifest of the snapshot “{folder.name}” cannot be read.") from None
    if written != sealed(manifest) or manifest.id != folder.name:
        raise DamagedSnapshot(f"The manifest of the snapshot “{folder.name}” was changed after it was built.")
    return manifest


def verify(folder: Path) -> Manifest:
    """Return the manifest of a snapshot that holds exactly the files it was built with.

    Raises DamagedSnapshot, naming the first file that is missing, changed or too many.
    """
    manifest = read_manifest(folder)
    if manifest.shape != current_shape():
        raise DamagedSnapshot(f"The snapshot “{folder.name}” was built by another version of Trial Finder.")
    try:
        found = list_files(folder)
    except OSError as error:
        raise DamagedSnapshot(f"The snapshot “{folder.name}” cannot be read: {error.strerror}.") from None
    for name in sorted(manifest.files.keys() | found.keys()):
        if found.get(name) != manifest.files.get(name):
            raise DamagedSnapshot(
                f"In the snapshot “{folder.name}” the file “{name}” {_damage(name, manifest, found)}."
            )
    return manifest


def _damage(name: str, manifest: Manifest, found: dict[str, StoredFile]) -> str:
    if name not in found:
        return "is missing"
    return "was changed after it was built" if name in manifest.files else "does not belong there"


def _measure(path: Path) -> StoredFile:
    with path.open("rb") as file:
        return StoredFile(hashlib.file_digest(file, "sha256").hexdigest(), file.tell())


def _encode(manifest: Manifest, *, seal: str) -> bytes:
    return msgspec.json.format(msgspec.json.encode(replace(manifest, seal=seal)))

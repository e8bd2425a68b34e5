"""The keys of the answers: from the environment, or one made at the first start and kept readable to us alone."""

import logging
import os
from pathlib import Path

from cryptography.fernet import Fernet

from finder.settings import Settings, is_key

_FILE = "answers.key"
_log = logging.getLogger(__name__)


def read_keys(settings: Settings) -> tuple[str, ...]:
    """Return the keys, of which the first encrypts and all open.

    The kept file may hold several, one a line. Where it is damaged, a new key takes its place: answers that are being
    given at that moment end, and nothing else is lost. Where nothing can be kept, the key lasts while the site runs.
    """
    if settings.answer_keys:
        return settings.answer_keys
    kept_in = settings.instance / _FILE
    try:
        return _kept(kept_in) or _make(kept_in)
    except OSError as error:
        _log.error("The key of the answers cannot be kept in “%s”: %s.", kept_in, error.strerror)
        return (Fernet.generate_key().decode(),)


def _kept(kept_in: Path) -> tuple[str, ...]:
    """Return the keys in the file; none where there is no file, or anything else in it."""
    try:
        keys = tuple(kept_in.read_text(encoding="ascii").split())
    except (FileNotFoundError, UnicodeDecodeError):
        return ()
    return keys if all(is_key(key) for key in keys) else ()


def _make(kept_in: Path) -> tuple[str, ...]:
    kept_in.parent.mkdir(parents=True, exist_ok=True)
    beside = kept_in.with_suffix(f".{os.getpid()}")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(Fernet.generate_key())
    if kept_in.exists():  # and is damaged, or we would not be here
        os.replace(beside, kept_in)
    else:
        _keep_first(beside, kept_in)
    return _kept(kept_in)


def _keep_first(beside: Path, kept_in: Path) -> None:
    """Put the new key in place unless another process was faster: all must hold the same one."""
    try:
        os.link(beside, kept_in)
    except FileExistsError:
        pass
    except OSError:  # no hard links on this disk
        os.replace(beside, kept_in)
        return
    beside.unlink()

"""Where things are and how the site runs. The one module that reads the environment."""

import base64
import binascii
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent
_YES = ("1", "true", "yes", "on")
_NO = ("", "0", "false", "no", "off")


class BadSettings(Exception):
    """Settings that nothing can run with. The message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The folders, keys and choices of one site."""

    content: Path
    """What staff edit."""
    instance: Path
    """What the site makes of it: snapshots, and which of them is current. """
    translations: Path
    static: Path
    answer_keys: tuple[str, ...] = ()
    """Fernet keys for the cookie that holds a family's answers: the first encrypts, all of them decrypt.

    None given: one is made at the first start and kept in the instance folder.
    """
    behind_proxy: bool = False
    """Whether a proxy in front of the site says who asks, and over https or not."""
    hosts: tuple[str, ...] = ()
    """Names under which the site answers, besides the one in `site.yaml` and those without a dot."""
    requests_per_minute: int | None = None
    """How many searches, questions and JSON requests one address may send. 0: no limit. None: the usual one."""
    counts: str = ""
    """Where all workers count requests together, as Flask-Limiter names its stores. `finder serve` makes one."""
    access_log: bool = False
    """Whether to write a line for each request, which says nothing of who asked or for what."""
    ready_days: int | None = None
    """After how many days without a publish `/readyz` says no. None: never."""
    styleguide: bool = False
    """Whether the page that draws every piece of the design is shown: while editing, not to the public."""
    today: Callable[[], date] = date.today

    @classmethod
    def from_environment(
        cls,
        environment: Mapping[str, str] = os.environ,
        *,
        content: Path | None = None,
        instance: Path | None = None,
    ) -> "Settings":
        """Return the settings that the `FINDER_…` variables describe; a folder given here goes before its variable.

        Raises BadSettings where no content folder can be found or a variable cannot be understood.
        """
        content = content or _folder(environment, "FINDER_CONTENT")
        project = _project_folder(content)
        content = content or project / "content"
        instance = instance or _folder(environment, "FINDER_INSTANCE")
        return cls(
            content=content.absolute(),
            # Beside the content, so that two content folders never share their snapshots.
            instance=(instance or content.parent / ".finder").absolute(),
            translations=project / "translations",
            static=project / "static",
            answer_keys=_keys(environment.get("FINDER_ANSWER_KEYS", "")),
            behind_proxy=_choice(environment, "FINDER_BEHIND_PROXY"),
            styleguide=_choice(environment, "FINDER_STYLEGUIDE"),
            hosts=tuple(environment.get("FINDER_HOSTS", "").lower().split()),
            requests_per_minute=_number(environment, "FINDER_REQUESTS_PER_MINUTE"),
            counts=environment.get("FINDER_COUNTS", "").strip(),
            access_log=_choice(environment, "FINDER_ACCESS_LOG"),
            ready_days=_number(environment, "FINDER_READY_DAYS"),
        )

    def as_environment(self) -> dict[str, str]:
        """Return the variables from which another process reads these same settings."""
        return {
            "FINDER_CONTENT": str(self.content),
            "FINDER_INSTANCE": str(self.instance),
            "FINDER_ANSWER_KEYS": " ".join(self.answer_keys),
            "FINDER_BEHIND_PROXY": "yes" if self.behind_proxy else "no",
            "FINDER_STYLEGUIDE": "yes" if self.styleguide else "no",
            "FINDER_HOSTS": " ".join(self.hosts),
            "FINDER_REQUESTS_PER_MINUTE": _written(self.requests_per_minute),
            "FINDER_COUNTS": self.counts,
            "FINDER_ACCESS_LOG": "yes" if self.access_log else "no",
            "FINDER_READY_DAYS": _written(self.ready_days),
        }


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    written = environment.get(name, "").strip()
    return Path(written) if written else None


def _project_folder(content: Path | None) -> Path:
    """Return the folder that holds `content/`, `translations/` and `static/`."""
    for folder in (_CHECKOUT, Path.cwd()):
        if (folder / "content").is_dir():
            return folder
    if content is not None:
        return content.absolute().parent
    raise BadSettings(
        f"There is no content folder in “{Path.cwd()}”. "
        "Go to the folder that holds it, or name it with --content FOLDER or the variable FINDER_CONTENT."
    )


def _keys(written: str) -> tuple[str, ...]:
    keys = tuple(written.split())
    for place, key in enumerate(keys, start=1):
        if not is_key(key):
            # The key itself is a secret, so the message does not quote it.
            raise BadSettings(
                f"Key {place} in the variable FINDER_ANSWER_KEYS is not a Fernet key. "
                "A key is 44 letters, figures, “-”, “_” and “=”, and a space stands between two keys."
            )
    return keys


def is_key(key: str) -> bool:
    """Tell whether this can be a Fernet key."""
    try:
        return len(key) == 44 and len(base64.b64decode(key, altchars=b"-_", validate=True)) == 32
    except (binascii.Error, ValueError):
        return False


def _choice(environment: Mapping[str, str], name: str) -> bool:
    written = environment.get(name, "").strip()
    if written.lower() not in _YES + _NO:
        raise BadSettings(f"The variable {name} is “{written}”. Write “yes” or “no”.")
    return written.lower() in _YES


def _number(environment: Mapping[str, str], name: str) -> int | None:
    written = environment.get(name, "").strip()
    if written and not (written.isascii() and written.isdecimal() and len(written) < 8):
        raise BadSettings(f"The variable {name} is “{written}”. Write a whole number, or leave it out.")
    return int(written) if written else None


def _written(number: int | None) -> str:
    return "" if number is None else str(number)

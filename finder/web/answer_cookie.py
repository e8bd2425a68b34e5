"""The one cookie: a family's answers, encrypted, in their own browser and nowhere else.

It ends when the browser closes, when two hours pass without a page of the questions, or when the visitor says so.
Only the pages under `questions/` read or set it.
"""

import json
import os
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import Flask, Response, current_app, g, request

from finder.web.security import is_local

IDLE_SECONDS = 2 * 60 * 60
_EXTENSION = "finder-answers"


def read_keys(given: tuple[str, ...], kept_in: Path) -> MultiFernet:
    """Return the keys: those given by the environment, or one made at first start and kept readable to us alone.

    The first encrypts; the others still open what was encrypted before a change of keys.
    """
    if given:
        return MultiFernet([Fernet(key) for key in given])
    if not kept_in.exists():
        kept_in.parent.mkdir(parents=True, exist_ok=True)
        beside = kept_in.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(Fernet.generate_key())
        _keep_first(beside, kept_in)
    return MultiFernet([Fernet(kept_in.read_bytes().strip())])


def _keep_first(beside: Path, kept_in: Path) -> None:
    """Put the new key in place unless another worker was faster: all must hold the same one."""
    try:
        os.link(beside, kept_in)
    except FileExistsError:
        pass
    except OSError:  # no hard links on this disk
        os.replace(beside, kept_in)
        return
    beside.unlink()


def load() -> dict[str, Any]:
    """Return the answers that the visitor's cookie holds: none where it is missing, too old, altered or not ours.

    A cookie that was there but could not be read is noted in `g.answers_were_lost`, so that the page can say so.
    """
    token = request.cookies.get(_name())
    if not token:
        return {}
    try:
        return dict(json.loads(_keys().decrypt(token.encode(), ttl=IDLE_SECONDS)))
    except (InvalidToken, ValueError, TypeError):
        g.answers_were_lost = True
        return {}


def keep(response: Response, answers: dict[str, Any]) -> Response:
    """Send the answers back to the visitor's browser, good for two more hours."""
    token = _keys().encrypt(json.dumps(answers).encode()).decode()
    response.set_cookie(_name(), token, secure=_is_secure(), httponly=True, samesite="Lax", path="/")
    return response


def forget(response: Response) -> Response:
    """Take the answers out of the visitor's browser."""
    response.delete_cookie(_name(), secure=_is_secure(), httponly=True, samesite="Lax", path="/")
    return response


def _is_secure() -> bool:
    """Tell whether to insist on TLS: always, but for previews on one's own machine over plain http."""
    return request.is_secure or not is_local(request.host)


def _name() -> str:
    # Browsers refuse `__Host-` without TLS, which a preview at http://127.0.0.1:8000 does not have.
    return "__Host-answers" if _is_secure() else "answers"


def _keys() -> MultiFernet:
    keys: MultiFernet = current_app.extensions[_EXTENSION]
    return keys


def init_app(app: Flask, given: tuple[str, ...], kept_in: Path) -> None:
    """Make the keys ready."""
    app.extensions[_EXTENSION] = read_keys(given, kept_in)

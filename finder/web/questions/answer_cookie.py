"""The one cookie: a family's answers, encrypted, in their own browser and nowhere else.

It ends when the browser closes, when two hours pass without a page of the questions, or when the visitor says so.
Only the pages under `questions/` read or set it.
"""

import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import Flask, Response, current_app, g, request

from finder.settings import Settings
from finder.web.guarding.security import is_local
from finder.web.questions.answer_keys import read_keys

IDLE_SECONDS = 2 * 60 * 60
_LONGEST = 4096
"""In bytes, as browsers have it: what is longer was never ours."""
_EXTENSION = "finder-answers"


def load() -> dict[str, Any]:
    """Return the answers that the visitor's cookie holds: none where it is missing, too old, altered or not ours.

    A cookie that was there but could not be read is noted in `g.answers_were_lost`, so that the page can say so.
    """
    token = request.cookies.get(_name())
    if not token:
        return {}
    try:
        if len(token) > _LONGEST:
            raise InvalidToken
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


def init_app(app: Flask, settings: Settings) -> None:
    """Make the keys ready. The first encrypts; the others still open what was encrypted before a change of keys."""
    app.extensions[_EXTENSION] = MultiFernet([Fernet(key) for key in read_keys(settings)])

"""What may be kept, and how long: public pages until they change, files with a fingerprint for good, answers never."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

REVALIDATE = "public, no-cache"
FOR_GOOD = "public, max-age=31536000, immutable"
NEVER = "no-store"


def static_url(name: str) -> str:
    """Return the address of a file in `static/`, with the fingerprint of what it holds now."""
    return url_for("static", filename=name, v=_fingerprint(Path(current_app.static_folder or "") / name))


def _fingerprint(path: Path) -> str:
    return _fingerprint_as_of(path, path.stat().st_mtime_ns)


@cache
def _fingerprint_as_of(path: Path, changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def say_what_may_be_kept(response: Response) -> Response:
    """Let pages that are the same for everyone be kept and checked again; keep everything else nowhere."""
    is_whole = request.method in ("GET", "HEAD") and response.status_code in (200, 304)
    if not is_whole:
        return never_keep(response)
    if request.endpoint == "static":
        response.headers["Cache-Control"] = FOR_GOOD if "v" in request.args else REVALIDATE
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = REVALIDATE
        response.add_etag()
        response.make_conditional(request)
    return response


def never_keep(response: Response) -> Response:
    """Keep a page that holds a family's answers out of every cache."""
    response.headers["Cache-Control"] = NEVER
    return response


def init_app(app: Flask) -> None:
    """Say on each response what may be kept."""
    app.after_request(say_what_may_be_kept)

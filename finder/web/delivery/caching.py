"""What may be kept, and how long: public pages until they change, files with a fingerprint for good, answers never."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Response, current_app, request, url_for

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
    return response


def is_for_everyone(response: Response) -> bool:
    """Tell whether a response is the same for whoever asks, and may be sent again until it changes."""
    return response.headers.get("Cache-Control") in (REVALIDATE, FOR_GOOD)


def answer_only_what_changed(response: Response) -> Response:
    """Send no page again to a browser that still holds it. The last step: what is compared is what would be sent."""
    if is_for_everyone(response) and response.status_code == 200:
        response.make_conditional(request)
    return response


def never_keep(response: Response) -> Response:
    """Keep a page that holds a family's answers out of every cache."""
    response.headers["Cache-Control"] = NEVER
    return response

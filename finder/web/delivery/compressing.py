"""Sends text in a quarter of its length to every browser that can read it so.

Pages with answers are compressed too. What makes that unsafe elsewhere, a secret beside words that a stranger chose, is
not there: no page under `questions/` repeats anything from its address, and a form from another site is refused.
"""

import gzip
from functools import lru_cache

from flask import Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

_WORTH_IT = 500
"""In bytes."""
_EFFORT = 6
_KINDS = ("text/", "application/json", "application/xml", "image/svg+xml")


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Tell whether a browser's `Accept-Encoding` allows gzip.

    >>> takes_gzip("gzip, deflate, br"), takes_gzip("br"), takes_gzip("gzip;q=0, *"), takes_gzip("")
    (True, False, False, False)
    """
    found = {name.lower(): quality for name, quality in parse_accept_header(accepted, Accept)}
    return found.get("gzip", 0) > 0


def compress(response: Response) -> Response:
    """Compress a whole text where the browser takes that. Its entity tag then names the compressed form."""
    if not (response.mimetype or "").startswith(_KINDS) or response.status_code in (204, 304):
        return response
    response.vary.add("Accept-Encoding")
    if "Content-Encoding" in response.headers or not takes_gzip(request.headers.get("Accept-Encoding", "")):
        return response
    response.direct_passthrough = False
    whole = response.get_data()
    if len(whole) < _WORTH_IT:
        return response
    response.set_data(gzip.compress(whole, _EFFORT, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    tag, is_weak = response.get_etag()
    if tag:
        response.set_etag(f"{tag}-gzip", weak=bool(is_weak))
    return response

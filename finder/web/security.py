"""Headers on every response, and the requests that are not served at all."""

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

LONGEST_FORM = 16 * 1024
MOST_FIELDS = 50

POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'none'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def add_headers(response: Response) -> Response:
    """Put the same protection on every response, errors and files included."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def refuse_foreign_forms() -> None:
    """Refuse a form that another site sends in the visitor's name.

    Every browser of today says where a form comes from (OWASP ASVS 3.5.3); a request that says nothing is no browser's.
    """
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site not in (None, "same-origin", "none") or (origin and not _is_ours(origin)):
        abort(403)


def _is_ours(origin: str) -> bool:
    # Our referrer policy makes browsers write "null" even for our own forms; Sec-Fetch-Site has spoken by then, and
    # where an older browser lacks it, SameSite keeps the visitor's cookie out of a foreign form all the same.
    return origin == "null" or urlsplit(origin).netloc == request.host


def is_local(host: str) -> bool:
    """Tell whether a host is this machine, where there is no TLS while editing.

    >>> is_local("127.0.0.1:8000"), is_local("localhost"), is_local("trials.example.org")
    (True, True, False)
    """
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def init_app(app: Flask) -> None:
    """Guard every request and every response."""
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_FORM
    app.config["MAX_FORM_MEMORY_SIZE"] = LONGEST_FORM
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS
    app.before_request(refuse_foreign_forms)
    app.after_request(add_headers)

"""Headers on every response, and the requests that are not served at all."""

import ipaddress
import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote, urlsplit

from flask import Flask, Response, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

from finder.snapshot import NoSnapshot
from finder.web.current import settings, site

_HOST = re.compile(
    r"(?:\[(?P<figures>[0-9a-f:.]+)\]|(?P<name>[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){,9}))(?::[0-9]{1,5})?"
)
_NO_HOST = "unreadable.invalid"
_FIRST_HTTP = ("HTTP/1.0", "HTTP/1")
"""As servers write it; Granian, in short."""
_SIGNS_OF_A_QUERY = "%&=+/?:@!$'()*,;"

Environ = dict[str, Any]
WSGI = Callable[[Environ, Any], Iterable[bytes]]

LONGEST_FORM = 16 * 1024
LONGEST_QUERY = 8 * 1024
"""In bytes: room for 200 letters of any script and every filter at once."""
LONGEST_ANSWER = 64
MOST_FIELDS = 50

POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'none'; "
    # No script runs that could connect; Lighthouse asks for robots.txt under this policy.
    "connect-src 'self'; form-action 'self'; "
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


def refuse_other_hosts() -> None:
    """Refuse a request that was sent for another site's name: whoever sends such a thing wants to poison a cache."""
    if not is_our_host(request.host, public_name(), settings().hosts):
        abort(400)


def public_name() -> str | None:
    """Return the name under which the public knows the site; None before anything is published."""
    try:
        return urlsplit(site().address).hostname
    except NoSnapshot:
        return None


def is_our_host(host: str, public: str | None, further: tuple[str, ...]) -> bool:
    """Tell whether a host names this site: its public name, a further one from the settings, or a local one."""
    name = _name_in(host)
    return is_local_name(name) or name == public or name in further


def is_local_name(name: str) -> bool:
    """Tell whether a name cannot be another public site's: an address in figures, or a name without a dot.

    >>> is_local_name("192.168.0.7"), is_local_name("finder"), is_local_name("evil.example"), is_local_name("")
    (True, True, False, False)
    """
    return bool(name) and ("." not in name or name.endswith(".localhost") or _in_figures(name))


def _in_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _name_in(host: str) -> str:
    """Return the name in “name:port”; nothing where it is not even the form of a host."""
    found = _HOST.fullmatch(host.lower())
    return (found["figures"] or found["name"]) if found else ""


def refuse_too_much() -> None:
    """Refuse more than any page of ours asks for, before anything is made of it."""
    if len(request.query_string) > LONGEST_QUERY or len(list(request.args.items(multi=True))) > MOST_FIELDS:
        abort(400)
    if request.method == "POST":
        fields = list(request.form.items(multi=True))
        if len(fields) > MOST_FIELDS or any(len(part) > LONGEST_ANSWER for field in fields for part in field):
            abort(400)


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
    try:
        return origin == "null" or urlsplit(origin).netloc == request.host
    except ValueError:
        return False


def is_local(host: str) -> bool:
    """Tell whether a host is this machine, where there is no TLS while editing.

    >>> is_local("127.0.0.1:8000"), is_local("localhost"), is_local("[::1]:8000"), is_local("trials.example.org")
    (True, True, True, False)
    """
    name = _name_in(host)
    return name == "localhost" or is_loopback(name)


def is_loopback(address: str) -> bool:
    """Tell whether an address in figures is this computer's own."""
    return _in_figures(address) and ipaddress.ip_address(address).is_loopback


def make_readable(app: WSGI) -> WSGI:
    """Put right what no browser sends and nothing behind here can read, so that it is refused in the usual way.

    A host that has not even the form of one becomes one that is not ours, and bytes and line ends in a query become
    signs. Only the first version of HTTP, in which some machines ask for `/healthz`, may name no host.
    """

    def guarded(environ: Environ, start_response: Any) -> Iterable[bytes]:
        if not environ.get("HTTP_HOST") and environ.get("SERVER_PROTOCOL") in _FIRST_HTTP:
            environ.pop("HTTP_HOST", None)
        elif not _name_in(environ.get("HTTP_HOST", "")):
            environ["HTTP_HOST"] = _NO_HOST
        query = environ.get("QUERY_STRING", "")
        environ["QUERY_STRING"] = quote(query.encode("latin-1"), safe=_SIGNS_OF_A_QUERY)
        return app(environ, start_response)

    return guarded


def init_app(app: Flask, *, behind_proxy: bool) -> None:
    """Guard every request."""
    app.wsgi_app = make_readable(app.wsgi_app)  # type: ignore[method-assign, assignment]
    if behind_proxy:
        # One proxy, which says who asks and whether over TLS. Never under what name: that stays the Host header.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_FORM
    app.config["MAX_FORM_MEMORY_SIZE"] = LONGEST_FORM
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS
    for refuse in (refuse_other_hosts, refuse_too_much, refuse_foreign_forms):
        app.before_request(refuse)

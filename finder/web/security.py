"""Headers on every response, and the requests that are not served at all."""

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

from finder.snapshot import NoSnapshot
from finder.web.current import settings, site

LONGEST_FORM = 16 * 1024
LONGEST_QUERY = 8 * 1024
"""In bytes: room for 200 letters of any script and every filter at once."""
LONGEST_ANSWER = 64
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
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


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


def init_app(app: Flask, *, behind_proxy: bool) -> None:
    """Guard every request."""
    if behind_proxy:
        # One proxy, which says who asks and whether over TLS. Never under what name: that stays the Host header.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_FORM
    app.config["MAX_FORM_MEMORY_SIZE"] = LONGEST_FORM
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS
    for refuse in (refuse_other_hosts, refuse_too_much, refuse_foreign_forms):
        app.before_request(refuse)

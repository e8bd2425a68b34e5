"""Where on this computer the site is reached: whether the place is free, and when it answers."""

import errno
import http.client
import os
import socket
import threading
from dataclasses import dataclass

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  only recognised here
_LOOK_EVERY = 0.1
"""In seconds."""


class AddressProblem(Exception):
    """The site cannot be reached at this address. The message says what to do."""


@dataclass(frozen=True)
class Address:
    """A name or number of this computer, and a port."""

    host: str
    port: int

    @property
    def nearby(self) -> str:
        """The host to go to on this computer itself."""
        return _EVERYWHERE.get(self.host, self.host)

    @property
    def url(self) -> str:
        """What to open in a browser on this computer.

        >>> Address("0.0.0.0", 8000).url, Address("::1", 8000).url
        ('http://127.0.0.1:8000/', 'http://[::1]:8000/')
        """
        host = f"[{self.nearby}]" if ":" in self.nearby else self.nearby
        return f"http://{host}:{self.port}/"


def check_free(address: Address) -> None:
    """Make sure that the site can be reached at this address.

    Raises AddressProblem.
    """
    try:
        family, kind, _, _, place = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            if os.name != "nt":
                # What a server that has just ended leaves behind is no reason to refuse.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        raise AddressProblem(_why_not(address, error)) from error


def _why_not(address: Address, error: OSError) -> str:
    other = f"for example: finder serve --port {8080 if address.port == 8000 else 8000}"
    if error.errno == errno.EADDRINUSE:
        return f"Port {address.port} is already in use. Stop the program that uses it, or choose another port, {other}"
    if error.errno == errno.EACCES:
        return f"Port {address.port} is not open to this user. Choose one above 1023, {other}"
    return f"“{address.host}” is not an address of this computer. Leave out --host, or write: --host 127.0.0.1"


def wait_until_answering(address: Address, stop: threading.Event) -> bool:
    """Wait until the site answers, and return True; False where it was told to stop before it did."""
    while not stop.wait(_LOOK_EVERY):
        connection = http.client.HTTPConnection(address.nearby, address.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            return True
        except (OSError, http.client.HTTPException):
            continue
        finally:
            connection.close()
    return False

"""Long lists in pages, so that none grows heavier than a slow phone can take."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request, url_for

T = TypeVar("T")


@dataclass(frozen=True)
class Paged(Generic[T]):
    """One page of a list, with the way to the others."""

    items: Sequence[T]
    number: int
    links: dict[int, str]
    """The page numbers worth a link, with their addresses."""


def paged(items: Sequence[T], *, most: int) -> Paged[T]:
    """Return the page that the address asks for: the first where it asks for none, the last where it asks for more."""
    pages = max(1, -(-len(items) // most))
    number = min(read_page(request.args.get("page", "")), pages)
    return Paged(
        items[(number - 1) * most : number * most], number, {n: _address(n) for n in pages_near(number, pages)}
    )


def read_page(written: str) -> int:
    """Return a page number as an address writes it, the first where it is none.

    >>> read_page("3"), read_page("-3"), read_page("last")
    (3, 1, 1)
    """
    return min(max(int(written), 1), 10_000) if written.isdecimal() and len(written) < 6 else 1


def pages_near(page: int, pages: int) -> list[int]:
    """Return the page numbers worth a link: the first, the last, and the neighbours.

    >>> pages_near(5, 9)
    [1, 4, 5, 6, 9]
    """
    return [number for number in range(1, pages + 1) if number in (1, pages) or abs(number - page) <= 1]


def _address(page: int) -> str:
    number = {"page": page} if page > 1 else {}
    return url_for(request.endpoint or "", **{**(request.view_args or {}), **number})

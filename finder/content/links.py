"""Says where links may lead: to other sites, and to pages of this one that are there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from finder.content.report import closest, quoted
from finder.content.values import is_web_address

_FIXED = ("search", "questions/", "trials/", "glossary")
_ROOT = "https://here.invalid/language/"


@dataclass(frozen=True)
class Addresses:
    """The addresses of this site, as they stand after the language."""

    trials: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    diagnoses: frozenset[str] | None = frozenset()
    """None where the diagnoses could not be read: then their pages are not checked."""
    glossary: frozenset[str] = field(default_factory=frozenset)
    """Ids of the glossary's entries."""

    def all(self) -> list[str]:
        """Return every address that a link may lead to."""
        trials, pages = (f"trials/{slug}" for slug in self.trials), (f"pages/{name}" for name in self.pages)
        diagnoses = (f"diagnoses/{id}" for id in self.diagnoses or ())
        return ["", *_FIXED, *sorted(trials), *sorted(pages), *sorted(diagnoses)]

    def has(self, address: str) -> bool:
        """Tell whether there is such a page."""
        folder, _, name = address.rpartition("/")
        named = {"trials": self.trials, "pages": self.pages, "diagnoses": self.diagnoses}.get(folder)
        if folder == "diagnoses" and self.diagnoses is None:
            return True
        return address == "" or address in _FIXED or bool(named and name in named)


def complaint_about(link: str, *, on: str | None, addresses: Addresses) -> tuple[str, str] | None:
    """Return what is wrong with a link and what to do, or None where it is as it should be.

    `on` is the address of the page that holds the link, as it stands after the language; None for words that are
    shown on many pages, and can only link to other sites.
    """
    scheme = re.match(r"\s*([a-z][a-z0-9+.\-]*):", link, re.IGNORECASE)
    if scheme:
        return _complaint_about_outside(link, scheme[1].lower())
    if on is None:
        return (
            f"The link {quoted(link)} leads to another page of this site, which words shown on many pages cannot do.",
            "Leave the link out, or link to another site with https://",
        )
    return _complaint_about_inside(link, on, addresses)


def _complaint_about_outside(link: str, scheme: str) -> tuple[str, str] | None:
    forms = {
        "mailto": (r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+", "mailto:trials@example.org"),
        "tel": (r"tel:\+?[0-9\-]{3,20}", "tel:+441234567890"),
    }
    if scheme in ("http", "https"):
        if is_web_address(link):
            return None
        return f"The link {quoted(link)} is not a web address.", "Copy the whole of it, with https://"
    if scheme in forms:
        pattern, example = forms[scheme]
        if re.fullmatch(pattern, link):
            return None
        return f"The link {quoted(link)} is not written as it should be.", f"Write it like this: {example}"
    return (
        f"The link {quoted(link)} begins with {quoted(scheme + ':')}, which a page cannot link to.",
        "Links begin with https://, mailto: or tel:, or lead to a page of this site.",
    )


def _complaint_about_inside(link: str, on: str, addresses: Addresses) -> tuple[str, str] | None:
    if link.startswith(("/", "\\")) or not link.strip():
        hint = f"Write it as seen from this page, for example: {_seen_from(on, 'glossary')}"
        return f"The link {quoted(link)} is not one from this page to another.", hint
    if link.startswith("#"):
        return f"The link {quoted(link)} leads to the page it stands on.", "Leave the link out."
    target = urlsplit(urljoin(_ROOT + on, link))
    address = target.path.removeprefix(urlsplit(_ROOT).path)
    if address == target.path or not addresses.has(address):
        return f"The link {quoted(link)} leads to no page of this site.", _likely(link, on, addresses.all())
    if address == "glossary" and target.fragment and target.fragment not in addresses.glossary:
        return f"The link {quoted(link)} leads to a term that is not in the glossary.", "Check the part after the #."
    return None


def _likely(link: str, on: str, known: Iterable[str]) -> str:
    """Return a hint at the page that was meant: one elsewhere with that name, or with one much like it."""
    by_name = {_name(address): address for address in known if address}
    name = _name(urlsplit(link).path)
    likely = name if name in by_name else closest(name, by_name)
    if likely is None:
        return f"Links to other pages are written like this: {_seen_from(on, 'glossary')}"
    return f"Did you mean {quoted(_seen_from(on, by_name[likely]))}?"


def _name(address: str) -> str:
    return address.strip("/").rpartition("/")[2]


def _seen_from(on: str, address: str) -> str:
    """Return the link to an address of the site, as it is written on the page `on`.

    >>> _seen_from("trials/sunrise", "trials/dawn"), _seen_from("pages/about-trials", "glossary")
    ('dawn', '../glossary')
    """
    folder = on.rpartition("/")[0]
    if folder and address.startswith(folder + "/"):
        return address.removeprefix(folder + "/") or "./"
    return "../" * on.count("/") + address or "./"

"""Where a page lies: its language and its view, both in the address, so that one address is always one page."""

from dataclasses import dataclass, replace
from enum import StrEnum

from werkzeug.routing import BaseConverter


class View(StrEnum):
    """The two readings of the same page."""

    FAMILY = "family"
    PROFESSIONAL = "professional"


@dataclass(frozen=True)
class Place:
    """The start of an address: `en` is English for families, `en/professional` English for professionals."""

    language: str
    view: View = View.FAMILY

    def in_view(self, view: View) -> "Place":
        """Return the same place in the other reading."""
        return replace(self, view=view)

    def in_language(self, language: str) -> "Place":
        """Return the same place in another language."""
        return replace(self, language=language)

    def __str__(self) -> str:
        return self.language if self.view is View.FAMILY else f"{self.language}/{self.view}"


class PlaceConverter(BaseConverter):
    """Reads a place from an address. Whether the language is offered is for the site to say, not for the address."""

    regex = r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?(?:/professional)?"
    part_isolating = False

    def to_python(self, value: str) -> Place:
        language, _, view = value.partition("/")
        return Place(language, View(view) if view else View.FAMILY)

    def to_url(self, value: Place) -> str:
        return str(value)

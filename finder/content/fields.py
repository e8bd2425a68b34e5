"""Reads the fields of a form, each by its kind: texts, numbers, days, words of a list. Nothing is forgiven."""

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TypeVar

from finder.content.bare_forms import BareForm
from finder.content.report import quoted, suggestion
from finder.content.values import LANGUAGE, first_day_of, read_day, read_whole_number, read_yes_or_no
from finder.content.yaml_nodes import Value

LONGEST_TEXT = 2000

Choice = TypeVar("Choice", bound=StrEnum)


class Form(BareForm):
    """A form whose fields are read by their kinds. Every example is what an editor may copy."""

    def text(self, name: str, *, example: str, required: bool = False, like: str = "") -> str:
        """Read a text, which `like` may hold to a pattern."""
        value = self.value(name, example=example, required=required)
        if value is None:
            return ""
        if like and not re.fullmatch(like, value.text):
            self.wrong(name, value, "is not written as it should be", f"Write it like this: {name}: {example}")
        return self._as_shown(name, value)

    def texts(self, name: str, *, example: str) -> tuple[str, ...]:
        """Read a list of texts."""
        return tuple(self._as_shown(name, value) for value in self.values(name, example=example))

    def words(self, name: str, languages: Collection[str], *, example: str, required: bool = False) -> dict[str, str]:
        """Read a text in each language it is written in; the site's first language is one that it must have."""
        first = next(iter(languages))
        with self.part(name, example=f"{{{first}: {example}}}", required=required) as part:
            words = {code: part.text(code, example=example, required=code == first) for code in languages}
            for code in part.names:
                if LANGUAGE.fullmatch(code) and code not in languages:
                    part.problem(code, f"{quoted(code)} is not a language of the site.", "Add it in site.yaml first.")
                    part.know(code)
        return {code: text for code, text in words.items() if text}

    def whole_number(self, name: str, *, example: str, low: int = 1, high: int = 1_000_000) -> int | None:
        """Read a whole number between two others."""
        value = self.value(name, example=example)
        if value is None:
            return None
        number = read_whole_number(value.text)
        if number is None:
            self.wrong(name, value, "is not a whole number", f"Write it in figures, for example: {name}: {example}")
        elif not low <= number <= high:
            self.wrong(name, value, f"is not between {low:,} and {high:,}", "Check the number.")
        return number

    def yes_or_no(self, name: str, *, otherwise: bool) -> bool:
        """Read `true` or `false`."""
        value = self.value(name, example="true")
        if value is None:
            return otherwise
        answer = read_yes_or_no(value.text)
        if answer is None:
            self.wrong(name, value, "is neither true nor false", f"Write {name}: true, or {name}: false")
        return bool(answer)

    def day(self, name: str, *, required: bool = False, not_after: date | None = None) -> date | None:
        """Read a day, which may have to lie in the past."""
        value = self.value(name, example="2026-01-08", required=required)
        if value is None:
            return None
        day = read_day(value.text)
        hint = f"Write the year, month and day, for example: {name}: 2026-01-08"
        self._check_day(name, value, day, hint, not_after)
        return day

    def rough_day(self, name: str, *, not_after: date | None = None) -> str:
        """Read a year, a month or a day, as precisely as it is known."""
        value = self.value(name, example="2024-09")
        if value is None:
            return ""
        hint = f"Write what is known of the year, month and day, for example: {name}: 2024-09"
        self._check_day(name, value, first_day_of(value.text), hint, not_after)
        return value.text

    def choice(self, name: str, kind: type[Choice], *, otherwise: Choice | None = None) -> Choice:
        """Read one word of a list. Required, unless `otherwise` says what holds where nothing is written."""
        first = next(iter(kind))
        value = self.value(name, example=first.value, required=otherwise is None)
        if value is None:
            return otherwise or first
        return self._chosen(name, value, kind) or first

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Read a list of words of a list."""
        chosen = (self._chosen(name, value, kind) for value in self.values(name, example=next(iter(kind)).value))
        return tuple(choice for choice in chosen if choice is not None)

    def _chosen(self, name: str, value: Value, kind: type[Choice]) -> Choice | None:
        choices = [member.value for member in kind]
        if value.text in choices:
            return kind(value.text)
        self.wrong(name, value, f"cannot stand after {name}", suggestion(value.text, choices))
        return None

    def _check_day(self, name: str, value: Value, day: date | None, hint: str, not_after: date | None) -> None:
        if day is None:
            self.wrong(name, value, "is not a date", hint)
        elif not_after and day > not_after:
            self.wrong(name, value, "is in the future", f"Today is {not_after.isoformat()}. Check the date.")

    def _as_shown(self, name: str, value: Value) -> str:
        if len(value.text) > LONGEST_TEXT:
            self.wrong(name, value, f"is longer than {LONGEST_TEXT:,} characters", "Shorten it.")
        if value.text.startswith(("“", "”")) and "”" not in value.text[1:-1]:
            self.wrong(name, value, "stands between curly quotation marks", 'Use straight ones (") or none.')
        return value.text

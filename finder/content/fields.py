"""Reads the fields of a file as a clerk reads a form: each by its name and kind, every problem noted, none forgiven."""

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from types import TracebackType
from typing import Self, TypeVar

from finder.content.report import Report, quoted, suggestion
from finder.content.values import LANGUAGE, first_day_of, read_day, read_whole_number, read_yes_or_no
from finder.content.yaml_lines import Fields, Items, Node, Value

LONGEST_TEXT = 2000

_CUT_OFF = "If it is the end of the text before the comma, put the whole text in quotation marks."

Choice = TypeVar("Choice", bound=StrEnum)


class Form:
    """The fields of one place in a file.

    Used in a `with` block: at its end, the fields that nobody asked for are reported as unknown. A field that is
    missing or wrong is reported, and answered with an empty value, so that reading goes on; what was made from a
    form whose report has errors is for nobody to use.
    """

    def __init__(self, fields: Fields | None, report: Report, field: str = "") -> None:
        self._fields = fields or Fields(0)
        self._is_written = fields is not None
        self.report = report
        self._field = field
        self._known: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in self.names:
            if name not in self._known:
                known = f"The fields here are: {', '.join(self._known)}."
                hint = _CUT_OFF if self._is_cut_off(name) else suggestion(name, self._known, otherwise=known)
                self.problem(name, f"There is no field {quoted(name)} here.", hint)

    @property
    def line(self) -> int:
        """The line on which these fields begin."""
        return self._fields.line

    @property
    def names(self) -> list[str]:
        """The names that are written, for forms whose names are the editor's to choose."""
        return list(self._fields.by_name)

    def has(self, name: str) -> bool:
        """Tell whether the field is written at all."""
        return name in self._fields.by_name

    def know(self, name: str) -> None:
        """Count a field as known, so that it is not reported as unknown."""
        self._known.append(name)

    def problem(self, name: str, message: str, hint: str = "", *, line: int | None = None) -> None:
        """Report a problem of the field."""
        line = line or self._fields.lines.get(name) or self._fields.line or None
        self.report.error(message, hint, line=line, field=self._path(name))

    def text(self, name: str, *, example: str, required: bool = False, like: str = "") -> str:
        """Read a text, which `like` may hold to a pattern."""
        value = self._value(name, example, required)
        if value is None:
            return ""
        if like and not re.fullmatch(like, value.text):
            self._wrong(name, value, "is not written as it should be", f"Write it like this: {name}: {example}")
        return self._short_enough(name, value)

    def whole_number(self, name: str, *, example: str, low: int = 1, high: int = 1_000_000) -> int | None:
        """Read a whole number between two others."""
        value = self._value(name, example, required=False)
        if value is None:
            return None
        number = read_whole_number(value.text)
        if number is None:
            self._wrong(name, value, "is not a whole number", f"Write it in figures, for example: {name}: {example}")
        elif not low <= number <= high:
            self._wrong(name, value, f"is not between {low} and {high}", "Check the number.")
        return number

    def yes_or_no(self, name: str, *, otherwise: bool) -> bool:
        """Read `true` or `false`."""
        value = self._value(name, "true", required=False)
        if value is None:
            return otherwise
        answer = read_yes_or_no(value.text)
        if answer is None:
            self._wrong(name, value, "is neither true nor false", f"Write {name}: true, or {name}: false")
        return bool(answer)

    def day(self, name: str, *, required: bool = False, not_after: date | None = None) -> date | None:
        """Read a day, which may have to lie in the past."""
        value = self._value(name, "2026-01-08", required)
        if value is None:
            return None
        day = read_day(value.text)
        if day is None:
            self._wrong(name, value, "is not a date", f"Write the year, month and day, for example: {name}: 2026-01-08")
        elif not_after and day > not_after:
            self._wrong(name, value, "is in the future", f"Today is {not_after.isoformat()}. Check the date.")
        return day

    def rough_day(self, name: str, *, not_after: date | None = None) -> str:
        """Read a year, a month or a day, as precisely as it is known."""
        value = self._value(name, "2024-09", required=False)
        if value is None:
            return ""
        first = first_day_of(value.text)
        if first is None:
            hint = f"Write what is known of the year, month and day, for example: {name}: 2024-09"
            self._wrong(name, value, "is not a date", hint)
        elif not_after and first > not_after:
            self._wrong(name, value, "is in the future", f"Today is {not_after.isoformat()}. Check the date.")
        return value.text

    def choice(self, name: str, kind: type[Choice], *, otherwise: Choice | None = None) -> Choice:
        """Read one word of a list. Required, unless `otherwise` says what holds where nothing is written."""
        first = next(iter(kind))
        value = self._value(name, first.value, required=otherwise is None)
        if value is None:
            return otherwise or first
        return self._chosen(name, value, kind) or first

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Read a list of words of a list."""
        chosen = (self._chosen(name, value, kind) for value in self.values(name, example=next(iter(kind)).value))
        return tuple(choice for choice in chosen if choice is not None)

    def values(self, name: str, *, example: str) -> list[Value]:
        """Read a list of texts, each with its line."""
        node = self._take(name, f"[{example}]", required=False)
        if node is None:
            return []
        if not isinstance(node, Items):
            self.problem(name, f"{name} is not a list.", f"Write it in brackets, for example: {name}: [{example}]")
            return []
        values = [self._plain(name, item, example) for item in node.nodes]
        return self._each_once(name, [value for value in values if value is not None])

    def texts(self, name: str, *, example: str) -> tuple[str, ...]:
        """Read a list of texts."""
        return tuple(self._short_enough(name, value) for value in self.values(name, example=example))

    def part(self, name: str, *, example: str, required: bool = False) -> "Form":
        """Return the form below this field, empty where it is not written."""
        node = self._take(name, example, required)
        if node is not None and not isinstance(node, Fields):
            self.problem(name, f"{name} holds no fields.", f"Write it like this: {name}: {example}")
            node = None
        return Form(node, self.report, self._path(name))

    def parts(self, name: str, *, example: str, required: bool = False) -> list["Form"]:
        """Return a form for each point of the list below this field."""
        node = self._take(name, f"[{example}]", required)
        if node is None:
            return []
        if not isinstance(node, Items):
            self.problem(name, f"{name} is not a list.", f"Begin each point with a dash, for example: - {example}")
            return []
        for item in node.nodes:
            if not isinstance(item, Fields):
                self.problem(name, f"This point of {name} holds no fields.", f"Write: - {example}", line=item.line)
        return [Form(item, self.report, self._path(name)) for item in node.nodes if isinstance(item, Fields)]

    def words(self, name: str, languages: Collection[str], *, example: str, required: bool = False) -> dict[str, str]:
        """Read a text in each language it is written in; the site's first language is one that it must have."""
        first = next(iter(languages), "en")
        with self.part(name, example=f"{{{first}: {example}}}", required=required) as part:
            words = {code: part.text(code, example=example, required=code == first) for code in languages}
            for code in part.names:
                if LANGUAGE.fullmatch(code) and code not in languages:
                    part.problem(code, f"{quoted(code)} is not a language of the site.", "Add it in site.yaml first.")
                    part.know(code)
        return {code: text for code, text in words.items() if text}

    def _is_cut_off(self, name: str) -> bool:
        """Tell whether this is rather the end of a text that a comma between brackets has cut in two."""
        node = self._fields.by_name[name]
        return " " in name and isinstance(node, Value) and not node.text

    def _path(self, name: str) -> str:
        return f"{self._field}.{name}" if self._field else name

    def _take(self, name: str, example: str, required: bool) -> Node | None:
        """Return what is written, and report what is missing or left empty."""
        self.know(name)
        node = self._fields.by_name.get(name)
        hint = f"Write it like this: {name}: {example}"
        if node is None:
            if required and self._is_written:
                self.problem(name, f"{name} is missing.", hint)
            return None
        if isinstance(node, Value) and not node.text:
            self.problem(
                name, f"Nothing is written after {name}.", hint if required else hint + ", or remove the line."
            )
            return None
        return node

    def _value(self, name: str, example: str, required: bool) -> Value | None:
        node = self._take(name, example, required)
        return None if node is None else self._plain(name, node, example)

    def _plain(self, name: str, node: Node, example: str) -> Value | None:
        if isinstance(node, Value) and node.text:
            return node
        if isinstance(node, Value):
            self.problem(name, f"A point of {name} is empty.", "Write it, or remove it.", line=node.line)
        else:
            form = "a list" if isinstance(node, Items) else "fields"
            hint = f"Write one value, for example: {example}. Text with brackets goes in quotation marks."
            self.problem(name, f"{name} should be one value, and {form} is written.", hint, line=node.line)
        return None

    def _chosen(self, name: str, value: Value, kind: type[Choice]) -> Choice | None:
        choices = [member.value for member in kind]
        if value.text in choices:
            return kind(value.text)
        self._wrong(name, value, "is not one of the words for this field", suggestion(value.text, choices))
        return None

    def _each_once(self, name: str, values: list[Value]) -> list[Value]:
        for number, value in enumerate(values):
            if value.text in (earlier.text for earlier in values[:number]):
                self._wrong(name, value, "is listed twice", "Keep one of them.")
        return values

    def _short_enough(self, name: str, value: Value) -> str:
        if len(value.text) > LONGEST_TEXT:
            self._wrong(name, value, f"is longer than {LONGEST_TEXT} characters", "Shorten it.")
        return value.text

    def _wrong(self, name: str, value: Value, what: str, hint: str) -> None:
        self.problem(name, f"{quoted(value.text)} {what}.", hint, line=value.line)

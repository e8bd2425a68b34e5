"""The frame of a form: which fields are there, which are missing, which nobody asked for, and what lies below them."""

from types import TracebackType
from typing import Self

from finder.content.report import Report, quoted, suggestion
from finder.content.yaml_nodes import Fields, Items, Node, Value

_CUT_OFF = "If this is the end of a text with a comma, put the whole text in quotation marks."


class BareForm:
    """The fields of one place in a file.

    Used in a `with` block: at its end, the fields that nobody asked for are reported as unknown. A field that is
    missing or wrong is reported, and answered with an empty value, so that reading goes on; what was made from a
    form whose report has errors is for nobody to use.
    """

    def __init__(self, fields: Fields | None, report: Report, field: str = "") -> None:
        self._fields = fields or Fields(0)
        self.is_written = fields is not None
        """Whether these fields are in the file at all, even without a name among them."""
        self.report = report
        self._field = field
        self._known: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, node in self._fields.by_name.items():
            if name not in self._known:
                known = f"The fields here are: {', '.join(self._known)}."
                may_be_cut_off = isinstance(node, Value) and not node.text
                hint = suggestion(name, self._known, otherwise=f"{known} {_CUT_OFF}" if may_be_cut_off else known)
                self.problem(name, f"There is no field {quoted(name)} here.", hint)

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

    def value(self, name: str, *, example: str, required: bool = False) -> Value | None:
        """Return what is written after the name, if it is one value."""
        node = self._take(name, example, required)
        return None if node is None else self._plain(name, node, example)

    def values(self, name: str, *, example: str) -> list[Value]:
        """Return a list of values, each of which may be there only once."""
        node = self._take(name, f"[{example}]", required=False)
        if node is None:
            return []
        if not isinstance(node, Items):
            self.problem(name, f"{name} is not a list.", f"Write it in brackets, for example: {name}: [{example}]")
            return []
        plain = (self._plain(name, item, example) for item in node.nodes)
        return self._each_once(name, [value for value in plain if value is not None])

    def part(self, name: str, *, example: str, required: bool = False) -> Self:
        """Return the form below this field, empty where it is not written."""
        node = self._take(name, example, required)
        if node is not None and not isinstance(node, Fields):
            self.problem(name, f"{name} holds no fields.", f"Write it like this: {name}: {example}")
            node = None
        return type(self)(node, self.report, self._path(name))

    def parts(self, name: str, *, example: str, required: bool = False) -> list[Self]:
        """Return a form for each point of the list below this field."""
        node = self._take(name, f"[{example}]", required)
        if node is None:
            return []
        if not isinstance(node, Items):
            self.problem(name, f"{name} is not a list.", f"Begin each point with a dash, for example: - {example}")
            return []
        if required and not node.nodes:
            self.problem(name, f"{name} has no point.", f"Write at least one, for example: - {example}")
        for item in node.nodes:
            if not isinstance(item, Fields):
                self.problem(name, f"This point of {name} holds no fields.", f"Write: - {example}", line=item.line)
        return [type(self)(item, self.report, self._path(name)) for item in node.nodes if isinstance(item, Fields)]

    def wrong(self, name: str, value: Value, what: str, hint: str) -> None:
        """Report what is wrong with a value, quoting it."""
        self.problem(name, f"{quoted(value.text)} {what}.", hint, line=value.line)

    def _path(self, name: str) -> str:
        return f"{self._field}.{name}" if self._field else name

    def _take(self, name: str, example: str, required: bool) -> Node | None:
        """Return what is written, and report what is missing or left empty."""
        self.know(name)
        node = self._fields.by_name.get(name)
        hint = f"Write it like this: {name}: {example}"
        if node is None:
            if required and self.is_written:
                self.problem(name, f"{name} is missing.", hint)
            return None
        if isinstance(node, Value) and not node.text:
            hint = hint if required else f"{hint}, or remove the line."
            self.problem(name, f"Nothing is written after {name}.", hint)
            return None
        return node

    def _plain(self, name: str, node: Node, example: str) -> Value | None:
        if isinstance(node, Value) and node.text:
            return node
        if isinstance(node, Value):
            self.problem(name, f"A point of {name} is empty.", "Write it, or remove it.", line=node.line)
        else:
            form = "a list is" if isinstance(node, Items) else "fields are"
            hint = f"Write one value, for example: {example}. Text with brackets goes in quotation marks."
            self.problem(name, f"{name} should be one value, and {form} written.", hint, line=node.line)
        return None

    def _each_once(self, name: str, values: list[Value]) -> list[Value]:
        seen = set()
        for value in values:
            if value.text in seen:
                self.wrong(name, value, "is listed twice", "Keep one of them.")
            seen.add(value.text)
        return values

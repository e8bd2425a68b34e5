"""Says in plain words what the YAML parser complains of."""

import yaml

from finder.content.report import quoted

_CLOSE_IT = 'Close it at the end of the text. Text with an apostrophe goes between double quotation marks: "women\'s".'

# What the parser says, what that means to whoever wrote the line, and what to do. The first that holds is said.
_IN_PLAIN_WORDS = [
    (
        "mapping values are not allowed",
        "This line has a colon too many, or does not line up with the lines above it.",
        'Put text that holds a colon in straight quotation marks ("). Begin fields that belong together at one place.',
    ),
    (
        "found unexpected end of stream",
        "A quotation mark is opened here and never closed.",
        _CLOSE_IT,
    ),
    (
        "expected ',' or",
        "A bracket is opened here and not closed, or a comma is missing.",
        "Write lists as [one, two] and fields as {name: value, other: value}.",
    ),
    (
        "expected the node content",
        "There is a bracket or a comma here without anything before it.",
        "Write lists as [one, two] and fields as {name: value, other: value}.",
    ),
    (
        "could not find expected ':'",
        "This line has no colon, or no space after it.",
        "Write a name, a colon, a space and a value, for example: phase: 3",
    ),
    (
        "sequence entries are not allowed",
        "A list cannot begin on this line.",
        "Begin each point of a list on a line of its own: `- point`.",
    ),
    (
        "unknown escape character",
        "A “\\” between double quotation marks is a command to the computer.",
        "Write the text without it, or between single quotation marks.",
    ),
    (
        "expected <block end>",
        "This line does not line up with the lines above it, or has text after a closing quotation mark.",
        "Begin fields that belong together at the same place, and put the whole text in quotation marks.",
    ),
    (
        "expected '<document start>'",
        "This line does not line up with the lines above it.",
        "Begin fields that belong together at the same place.",
    ),
    (
        "expected alphabetic or numeric character",
        "A text that begins with “&” or “*” cannot be read.",
        "Put the whole text in quotation marks.",
    ),
    (
        "chomping or indentation",
        "A text that begins with “>” or “|” cannot be read.",
        "Put the whole text in quotation marks.",
    ),
]


def complaint(text: str, error: yaml.YAMLError) -> tuple[str, str, int | None]:
    """Return what is wrong, what to do and on which line, for a text that the parser gave up on."""
    error = _complaint_of_the_slower_parser(text) or error
    said = str(getattr(error, "problem", "") or "")
    line = _line(error)
    if begun := _text_that_ends_on(line, text):
        return f"A quotation mark is opened here and only closed on line {line}.", _CLOSE_IT, begun
    if said.startswith("found character"):
        return (
            f"A text that begins with {quoted(said[17:18])} cannot be read.",
            "Put the text in quotation marks.",
            line,
        )
    for sign, message, hint in _IN_PLAIN_WORDS:
        if sign in said:
            return message, hint, line
    return "This line cannot be read.", "Put text that holds signs such as : # & * ! % @ in quotation marks.", line


def _complaint_of_the_slower_parser(text: str) -> yaml.YAMLError | None:
    """Return the complaint in the words of the parser that is the same everywhere."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        return error
    return None


def _text_that_ends_on(line: int | None, text: str) -> int | None:
    """Return the line on which a quoted text begins that runs on to this one: most often its end was forgotten."""
    begun = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and token.end_mark.line + 1 == line:
                begun = begun or token.start_mark.line + 1
    except yaml.YAMLError:
        pass
    return begun if begun != line else None


def _line(error: yaml.YAMLError) -> int | None:
    """Return the line to look at: where a bracket, quotation mark or name began, or else where the parser stopped."""
    opened = any(sign in str(getattr(error, "context", "")) for sign in ("flow", "quoted", "simple key"))
    mark = (opened and getattr(error, "context_mark", None)) or getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else None

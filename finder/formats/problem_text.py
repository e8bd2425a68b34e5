"""Problems of the content as text: for a terminal, and for GitHub's view of a change."""

from finder.content.reading import Reading
from finder.core.problems import Problem, Severity


def problem_as_text(problem: Problem) -> str:
    """Return where, what and what to do, on a line each."""
    mark = " (a warning)" if problem.severity is Severity.WARNING else ""
    hint = f"\n  {problem.hint}" if problem.hint else ""
    return f"{problem.where()}{mark}\n  {problem.message}{hint}"


def problem_for_github(problem: Problem) -> str:
    """Return the problem as the workflow command that shows it beside its line."""
    line = f",line={problem.line}" if problem.line else ""
    field = f"{problem.field}: " if problem.field else ""
    text = f"{field}{problem.message} {problem.hint}".strip()
    return f"::{problem.severity} file={_escaped(problem.path.as_posix())}{line}::{_escaped(text)}"


def count_in_words(reading: Reading) -> str:
    """Return in one line how much is wrong."""
    errors, warnings = errors_in(reading), warnings_in(reading)
    parts = [_number(len(errors), "problem")] if errors else []
    parts += [_number(len(warnings), "warning")] if warnings else []
    if not parts:
        return f"No problems in {_number(reading.files, 'file')}."
    wrong_files = len({problem.path for problem in reading.problems})
    return f"{' and '.join(parts)} in {wrong_files} of {_number(reading.files, 'file')}."


def errors_in(reading: Reading) -> list[Problem]:
    """Return the problems that stop a publish."""
    return [problem for problem in reading.problems if problem.severity is Severity.ERROR]


def warnings_in(reading: Reading) -> list[Problem]:
    """Return the problems that are only told."""
    return [problem for problem in reading.problems if problem.severity is Severity.WARNING]


def _number(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

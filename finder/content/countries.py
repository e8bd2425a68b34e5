"""Country codes (ISO 3166-1 alpha-2), and the code that was meant where something else is written."""

from functools import cache

from babel import Locale

from finder.content.fields import Form
from finder.content.report import closest, quoted

# Two-letter codes that Babel has names for, but that are not countries of ISO 3166-1.
_NOT_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
_OTHER_NAMES = {"uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB", "usa": "US"}


@cache
def country_codes() -> dict[str, str]:
    """Return the code of every country by its English name."""
    names = Locale("en").territories
    return {
        name: code for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }


def check_country(form: Form, name: str, code: str, line: int | None = None) -> None:
    """Report a code that is no country's."""
    if not code or code in country_codes().values():
        return
    likely = code.upper() if code.upper() in country_codes().values() else _code_of(code)
    example = "Write two capital letters, for example NO for Norway."
    hint = f"Did you mean {quoted(likely)}?" if likely else example
    form.problem(name, f"{quoted(code)} is not the code of a country.", hint, line=line)


def _code_of(name: str) -> str | None:
    """Return the code of a country that was written by its name.

    >>> _code_of("Norway"), _code_of("UK"), _code_of("Atlantis")
    ('NO', 'GB', None)
    """
    known = country_codes()
    other = _OTHER_NAMES.get(name.casefold())
    likely = closest(name, known)
    return other or (known[likely] if likely else None)

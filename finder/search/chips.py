"""Shows what was understood of a query, as chips that can be removed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finder.search.ages_in_words import WrittenAge
from finder.search.meanings import Kind, Meaning
from finder.search.names import Name
from finder.search.words import Word


@dataclass(frozen=True)
class Understood:
    """Words of a query that were understood: shown as a chip that can be removed."""

    kind: str
    """`age`, `stage`, `diagnosis`, `treatment`, `marker`, `trial` or `place`."""
    words: str
    """As the visitor wrote them."""
    meaning: str
    """An id, a slug, a country's code, a city or hospital, or an age as text such as `8 months`."""
    without: str
    """The query with all words of this meaning taken out."""


def understood(
    text: str, words: Sequence[Word], names: Iterable[Name], ages: Iterable[WrittenAge]
) -> tuple[Understood, ...]:
    """Return the chips of a query, in the order it was written."""
    spans: dict[Meaning, list[tuple[int, int]]] = {}
    for age in ages:
        spans.setdefault(Meaning(Kind.AGE, age.meaning), []).append((age.start, age.end))
    for name in names:
        for meaning in (meaning for meaning in name.meanings if meaning.kind is not Kind.SYNONYM):
            spans.setdefault(meaning, []).append((words[name.first].start, words[name.after - 1].end))
    chips = sorted(spans.items(), key=lambda chip: chip[1][0])
    return tuple(
        Understood(meaning.kind.value, text[slice(*places[0])], meaning.id, replaced(text, [(p, "") for p in places]))
        for meaning, places in chips
    )


def replaced(text: str, pieces: Iterable[tuple[tuple[int, int], str]]) -> str:
    """Return the text with other words at some places."""
    for (start, end), instead in sorted(pieces, reverse=True):
        text = text[:start] + instead + text[end:]
    return " ".join(text.split())

"""Finds abbreviations that a page uses before it has said what they are."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest

from finder.content.report import Report, quoted
from finder.content.term_links import TermFinder
from finder.content.writing.sentences import WORD, Sentence

EVERYONE_KNOWS = frozenset({"UK", "US", "USA", "EU", "DNA", "RNA", "MRI", "CT", "PET", "HIV", "AIDS", "X", "TV", "OK"})

_HINT = "Write it in full with the short form in brackets, say what it is, or add {short} to the glossary."
_IS_SHORT = re.compile(r".*[A-Z][A-Z0-9].*")
_ROMAN = re.compile(r"[IVX]+")
_NUMBER = r"\bNCT\d{8}\b"
# What a word stands for is often told by the word beside it: “a gene called MYC”, “the APEC14B1 study”, “stage L2”.
_KIND = (
    r"(?:chromosome|gene|protein|marker|mark|change|fusion|virus|cell|test|scan|score|study|studie|trial|part|arm|group"
    r"|stage|phase|grade|plan|mix|registry|registrie|register|medicine|chemotherapy|treatment|antibody|society|network"
    r"|pathway|kind|course|block|tumour|lymphoma|version|amendment|hospital|page|website|centre)(?:e?s)?"
)
_BEFORE = re.compile(
    rf"(?:\b(?:call|calls|called|named|name was|say|says|write|writes|it|this|them|as|or|means|usual|{_KIND})"
    r"|\b(?:stage|group)\s+is|copies\s+of|[(“:])[,:]?\s*[“(]?(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[”)]*\s*(?:[(:]|,\s+(?:an?|the|or|which|short)\b|(?:is|are|was|means|stands|uses|adds|has|tests)\b|{_KIND}\b)",
    re.IGNORECASE,
)
_OTHERS_IN_A_LIST = re.compile(r"(?:\S*[A-Z0-9]\S*,?\s+(?:(?:and|or|to)\s+)?)+$")
_FOLLOWS = re.compile(
    r"(?:It|This|That|They|These|Those|The|Both|Each|All) (?:\w+ )?(?:is|are|was|were|means?|stands?)\b"
)


class KnownNames:
    """What needs no explaining: registry numbers, and names of trials, hospitals and others that the facts give."""

    def __init__(self, *groups: Iterable[str]) -> None:
        """Know the names of each group. A group that many pages share is made ready once."""
        self._patterns = [_pattern(frozenset(names)) for names in groups]

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where such names begin and end in a text."""
        return [found.span() for pattern in self._patterns for found in pattern.finditer(text)]


@lru_cache(maxsize=16)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(filter(None, names), key=lambda name: (-len(name), name))
    patterns = [re.escape(name).replace(r"\-", "[ -]").replace(r"\ ", "[ -]") for name in longest_first]
    return re.compile(rf"(?<!\w)(?:{'|'.join([_NUMBER, *patterns])})(?!\w)", re.IGNORECASE)


def check_abbreviations(sentences: list[Sentence], report: Report, *, glossary: TermFinder, names: KnownNames) -> None:
    """Warn of each abbreviation that is not explained where the page first uses it."""
    seen = set[str]()
    for sentence, following in zip_longest(sentences, sentences[1:]):
        for start, short in _abbreviations(sentence.text, glossary, names):
            is_new = short.removesuffix("s") not in seen
            seen.add(short.removesuffix("s"))
            if is_new and not _is_explained(sentence.text, start, short, following.text if following else ""):
                message = f"{quoted(short)} is not explained where it is first used: {sentence.quoted}"
                report.warning(message, _HINT.format(short=short), line=sentence.line)


def _abbreviations(text: str, glossary: TermFinder, names: KnownNames) -> Iterator[tuple[int, str]]:
    """Yield the abbreviations that neither everyone nor the glossary knows, each with its place."""
    words = [word for word in WORD.finditer(text) if _IS_SHORT.fullmatch(word[0])]
    known = [*names.places(text), *((start, end) for start, end, _ in glossary.all_in(text))] if words else []
    for word in words:
        is_known = any(start < word.end() and word.start() < end for start, end in known)
        if not is_known and any(_is_unknown(part, glossary) for part in word[0].split("-")):
            yield word.start(), word[0]


def _is_unknown(part: str, glossary: TermFinder) -> bool:
    """Tell whether a word, or a part between hyphens, is an abbreviation that has to be explained."""
    is_short = _IS_SHORT.fullmatch(part) and not _ROMAN.fullmatch(part) and part not in EVERYONE_KNOWS
    return bool(is_short) and not any(glossary.all_in(part))


def _is_explained(text: str, start: int, short: str, following: str) -> bool:
    before = _OTHERS_IN_A_LIST.sub("", text[:start])
    is_told_before = _BEFORE.search(text[:start]) or _BEFORE.search(before)
    return bool(is_told_before or _AFTER.match(text[start + len(short) :]) or _FOLLOWS.match(following))

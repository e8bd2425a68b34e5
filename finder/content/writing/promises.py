"""Finds words that promise what no trial can, or that tell a family what only their doctors can."""

import re
from collections.abc import Iterable

from finder.content.report import Report, quoted
from finder.content.writing.sentences import Sentence

_JOINING = "Say “may be able to take part”, or “ask if”: only the trial team knows who can join."
_FITTING = "Say “may be worth asking about”: only the doctors can tell if a trial fits a child."
_WORKING = "Say what is known and what is not, for example: We do not know yet if it works better."
_HARM = "Say what side effects are known, or “we do not know if it is safe”."

# What is not said, and what to say instead. Official titles and clinical lines are quotations, and not read.
_NEVER = [
    (r"eligib(?:le|ility)|qualif(?:y|ies|ied)", _JOINING),
    (
        r"(?:match(?:es|ed)?|fits|fitted)\s+(?:to\s+|with\s+|for\s+)?(?:you|your\s+(?:child|baby|family|answers))",
        _FITTING,
    ),
    (r"suitab(?:le|ly|ility)|(?:right|ideal|perfect)\s+for\s+(?:you|your)", _FITTING),
    (r"recommend(?:s|ed|ation|ations)?", _FITTING),
    (r"no\s+trials?\s+(?:for|match(?:es|ed)?)\s+(?:you|your)", "Say “we found no trial”, and what can be done next."),
    (r"\d+\s?%\s+(?:match|fit|relevant)", _FITTING),
]
# What is not said as a fact, though a question, a doubt or a denial may use the word.
_NEVER_AS_A_FACT = [
    (r"safe(?:ly|r|st)?|harmless|risk-free|no\s+side\s+effects", _HARM),
    (r"cur(?:e|es|ed|able)|guarantee[sd]?|(?:is|are)\s+proven", _WORKING),
    (r"best|breakthroughs?|miracles?|promising|ground-?breaking|life-?saving|revolutionary|cutting-edge", _WORKING),
]
# Doubts and denials that were read and found honest: anywhere before the word, or just before it.
_DOUBT = re.compile(
    r"\b(?:not\s+(?:yet\s+)?known|(?:do|does|did)\s+not\s+(?:yet\s+)?(?:know|mean|prove|show)"
    r"|no(?:body|\s+one)\s+(?:can|knows)|cannot\s+(?:say|tell|promise)"
    r"|(?:asks?|asked|tests?|tested|finds?\s+out|learns?|show)\s+(?:if|whether|how|which|what))\b"
    r"|\b(?:not|no|never|looks?\s+for|looked\s+for)(?:\s+(?:an?|the|yet|always|be|been))*\s+$",
    re.IGNORECASE,
)


def _compiled(words: Iterable[tuple[str, str]]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE), hint) for pattern, hint in words]


_PATTERNS_NEVER = _compiled(_NEVER)
_PATTERNS_AS_A_FACT = _compiled(_NEVER_AS_A_FACT)


def find_promises(sentence: Sentence) -> list[tuple[str, str]]:
    """Return the words of a sentence that promise or judge, each with what to write instead.

    >>> find_promises(Sentence("We do not know if it is safe.", 1))
    []
    >>> find_promises(Sentence("This medicine is safe.", 1))
    [('safe', 'Say what side effects are known, or “we do not know if it is safe”.')]
    """
    found = [(use[0], hint) for pattern, hint in _PATTERNS_NEVER for use in pattern.finditer(sentence.text)]
    for pattern, hint in _PATTERNS_AS_A_FACT:
        for use in pattern.finditer(sentence.text):
            if not sentence.text.rstrip('”’")').endswith("?") and not _DOUBT.search(sentence.text[: use.start()]):
                found.append((use[0], hint))
    return found


def check_promises(sentences: Iterable[Sentence], report: Report) -> None:
    """Report every word that promises or judges."""
    for sentence in sentences:
        for word, hint in find_promises(sentence):
            report.error(f"{quoted(word)} promises too much: {sentence.quoted}", hint, line=sentence.line)

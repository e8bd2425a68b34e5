"""Recognises what is typed into a search that is no search for a trial: a question that a person should answer."""

import re
from enum import StrEnum

from finder.search.words import clean


class Advice(StrEnum):
    """What somebody asks for who needs a person, and not a list of trials."""

    URGENT = "urgent"
    """A child may be in danger now."""
    SYMPTOMS = "symptoms"
    """Whether it is cancer."""
    DECISION = "decision"
    """Whether to begin, change or end a treatment."""
    OUTLOOK = "outlook"
    """Whether the child will live."""


_TRIAL = re.compile(r"\b(trials?|study|studies|nct\s*\d+)\b", re.IGNORECASE)

_PATTERNS = {
    Advice.URGENT: r"""
        (can'?t|cannot|can\s+not|not|struggling\s+to|trouble|difficulty)\s+breath(e|ing)
        | (stopped|stops)\s+breathing
        | (fever|high\s+temperature|bleeding|seizures?|fits?|fitting)\b.*\b(now|tonight|right\s+away|won'?t\s+stop)
        | won'?t\s+(wake|stop\s+bleeding) | unconscious | emergency
        | kill\s+my\s?self | end\s+my\s+life | want\s+to\s+die | suicid(e|al)
    """,
    Advice.SYMPTOMS: r"""
        symptoms? | (warning|early|first|the)\s+signs?\s+of | ^signs?\s+of
        | (is|could|might)\s+(it|this|my\s+\w+)\s+(be\s+|have\s+)?(\w+\s+)?(cancer|leuka?emia|a\s+tumou?r)
        | (does|do|has|have)\s+my\s+\w+\s+(have|got)\s+(\w+\s+)?(cancer|leuka?emia|a\s+tumou?r)
        | how\s+(do|can|would)\s+(i|you|we)\s+(know|tell) | what\s+does\s+\w+(\s+\w+)?\s+look\s+like
        | lump\s+(in|on|under) | worried\s+(it|that|my|about\s+a)
    """,
    Advice.DECISION: r"""
        (should|shall|must)\s+(i|we|my\s+\w+|he|she|they)\s+(\w+\s+)?
            (stop|start|refuse|skip|delay|change|switch|agree|say|take|give|have|try|accept|choose|do)\b
        | (can|may)\s+(i|we)\s+(\w+\s+)?(stop|refuse|skip|delay)\b
        | (refus|stopp|quitt|skipp)ing\s+(chemo|treatment|radio|the\s+)\w*
        | ^\s*(stop|refuse|quit|skip)\s+(chemo|treatment|radiotherapy)\w*
        | alternatives?\s+to\s+(chemo|radio|treatment)\w*
        | (is|are)\s+(it|chemo\w*|radio\w*|they|trials?)\s+(safe|worth\s+it|dangerous) | second\s+opinion
    """,
    Advice.OUTLOOK: r"""
        (survival|cure|death|mortality|success)\s+(rates?|chances?|statistics|odds) | life\s+expectancy | prognosis
        | (chance|chances|odds)\s+of\s+(survival|surviving|survivng|a\s+cure|being\s+cured|living|dying|it\s+coming)
        | (will|going\s+to|is|could)\s+(my\s+\w+|he|she|they|i|we)\s+(\w+\s+)?
            (die|dying|survive|live|be\s+ok\w*|get\s+better)
        | how\s+long\s+(will|does|do|has|have|can)\s+(\w+\s+){1,3}(live|left|got|survive)
        | (is|are)\s+[\w\s]{3,40}\b(curable|fatal|terminal|deadly) | can\s+[\w\s]{3,40}\bbe\s+cured | end\s+of\s+life
    """,
}
_ASKED = {kind: re.compile(rf"\b(?:{pattern})", re.IGNORECASE | re.VERBOSE) for kind, pattern in _PATTERNS.items()}


def advice_asked(words: str) -> Advice | None:
    """Return what the words ask a person for, or None where they look for trials.

    >>> advice_asked("symptoms of leukaemia"), advice_asked("should I stop chemo"), advice_asked("leukaemia came back")
    (<Advice.SYMPTOMS: 'symptoms'>, <Advice.DECISION: 'decision'>, None)
    """
    text = clean(words).replace("’", "'")
    for kind, asked in _ASKED.items():
        if asked.search(text) and (kind is Advice.URGENT or not _TRIAL.search(text)):
            return kind
    return None

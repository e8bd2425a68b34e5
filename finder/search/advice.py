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


_LOOKED_FOR = re.compile(
    r"""\b(trials?|study|studies|nct\s*\d+|recruit\w*|clinical | new\s+(drug|medicine|treatment|therap|option)\w*
    | (is|are)\s+there\s+an?y?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What only somebody writes who looks for trials."""

_SOMEBODY = r"(my\s+(little\s+)?\w+|he|she|they|i|we)"
_TREATMENT = r"(chemo|radio|treat|transplant|steroid|surger|maintenance)\w*"
_CANCER = r"(cancer|leuka?emia|lymphoma|a\s+(brain\s+)?tumou?r)"
_PATTERNS = {
    Advice.URGENT: r"""
        (can'?t|cannot|can\s+not|not|struggling\s+to|trouble|difficulty)\s+breath(e|ing)
        | (struggling|fighting|gasping)\s+for\s+(breath|air) | (stopped|stops)\s+breathing
        | (fever|high\s+temperature|bleeding|seizures?|fits?|fitting)\b.*\b(now|tonight|right\s+away|won'?t\s+stop)
        | (fever|temp|temperature)\s+(is\s+|of\s+|over\s+|above\s+)?(3[89]|4[0-2]|10[0-6])\b
        | (has|have|got|running)\s+a\s+(fever|temperature|high\s+temp\w*)
        | (having|has)\s+a\s+(fit|seizure)\b(?!\s+disorder)
        | (blood|bleeding|vomiting)\s+(and\s+\w+\s+)?won'?t\s+stop | won'?t\s+(wake|stop\s+(bleeding|vomiting|fitting))
        | (lips|face|skin)\s+(is|are|has|have)?\s*(gone\s+|going\s+|turning\s+|turned\s+)?blue | collapsed
        | unconscious | unresponsive | overdose
        | emergency(?!\s+(treat|chemo|radio|surg|operat|use|access|drug|medic)\w*)
        | kill\s+my\s?self | end\s+(my\s+life|it\s+all) | (want|wants)\s+to\s+die | suicid(e|al)
        | don'?t\s+want\s+to\s+(live|be\s+here)
    """,
    Advice.SYMPTOMS: rf"""
        symptoms?\b | (warning|early|first|the)\s+signs?\s+of | ^signs?\s+of
        | (is|could|might)\s+(it|this|my\s+\w+)\s+(be\s+|have\s+)?(\w+\s+)?{_CANCER}
        | (does|do|has|have)\s+my\s+\w+\s+(have|got)\s+(\w+\s+)?{_CANCER}\W*$
        | (is|are)\s+(a\s+|the\s+|these\s+)?(lump|bruis|swelling|headache|rash)\w*\b.*\bcancer
        | how\s+(do|can|would)\s+(i|you|we)\s+(know|tell)\s+(if|whether|it)
        | what\s+does\s+\w+(\s+\w+)?\s+look\s+like
        | ^(?!.*(cancer|tumou?r|oma\b|kidney|liver|relapse)).*\blump\b
        | white\s+(glow|reflection) | worried\s+(it|that|my|about\s+an?)\b(?!.*(relapse|came\s+back|diagnosed))
    """,
    Advice.DECISION: rf"""
        (should|shall|must)\s+{_SOMEBODY}\s+(\w+\s+)?
            (stop|start|refuse|skip|delay|change|switch|agree|say|take|give|have|try|accept|choose|do|go|wait|pay|let)\b
        | (can|may)\s+(i|we)\s+(\w+\s+)?(stop|refuse|skip|delay)\b
        | do(es)?\s+{_SOMEBODY}\s+(really\s+)?(have|need)\s+to\s+(have|do|start|take|agree|go|give)\b
        | (?<!after\s)(?<!since\s)(?<!before\s)(?<!from\s)(refus|stopp|quitt|skipp)ing\s+({_TREATMENT}|the\s+\w+)
        | ^\s*(stop|refuse|quit|skip)\s+{_TREATMENT}
        | alternatives?\s+to\s+{_TREATMENT} | say(ing)?\s+no\s+to
        | (is|are)\s+(it|they|trials?|{_TREATMENT})\s+(safe|ok|okay|right|wrong|worth\s+it|dangerous)\b
        | ^(is|are)\s+[\w\s-]{{3,40}}\b(safer|better|worse)\s+than
        | (which|what)\s+\w+\s+(is|are|would\s+be|works?)\s+(the\s+)?(safest|best|better) | second\s+opinion
    """,
    Advice.OUTLOOK: rf"""
        (survival|cure|death|mortality|success)\s+(rates?|chances?|statistics|odds) | life\s+expectancy
        | (?<!poor\s)prognosis
        | (chance|chances|odds)\s+of\s+(survival|surviving|survivng|a\s+cure|being\s+cured|living|dying|it\s+coming)
        | (will|is|could)\s+{_SOMEBODY}\s+(going\s+to\s+|\w+\s+)?
            (die|dying|survive|live|be\s+ok\w*|be\s+all\s?right|get\s+better)
        | {_SOMEBODY}\s+is\s+dying\W*$ | will\s+(it|(the|his|her|my)(\s+\w+){{1,2}})\s+come\s+back\W*$
        | how\s+long\s+(will|does|do|has|have|can)\s+(\w+\s+){{1,3}}(live|left|got|survive|have\W*$)
        | ^(is|are)\s+(?!there)[\w\s]{{2,40}}\b(curable|fatal|terminal|deadly)
        | can\s+[\w\s]{{3,40}}\bbe\s+cured | end\s+of\s+life
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
        if asked.search(text) and (kind is Advice.URGENT or not _LOOKED_FOR.search(text)):
            return kind
    return None

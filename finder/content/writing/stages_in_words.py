"""How families and professionals are told where things must be now, for each stage of the facts."""

import re

from finder.core.trials import Stage

_CAME_BACK = r"\b(?:came|come|comes|coming)\b[^.]{0,30}?\bback\b|\breturned\b|\brelaps|\brecurr|\bsecond time\b|\bgrown? again\b"
_WORDS = {
    Stage.NEWLY_DIAGNOSED: (
        r"\b(?:just|newly|new|recently|first)\b[^.]{0,30}?\b(?:diagnos|found)|\bnewly\b|\bnew diagnosis\b"
        r"|\bnot (?:yet )?(?:been |had |started |begun )?(?:any )?(?:treat|chemo|cancer treat)|\bno (?:earlier |other )?"
        r"(?:treatment|chemotherapy|cancer treatment)|\buntreated\b|\bbefore (?:any )?treatment\b|\bfirst treatment\b"
        r"|\bon the day\b|\bwas (?:first )?found\b|\bdiagnos"
    ),
    Stage.ON_TREATMENT: (
        r"\b(?:is|are|was|were|has|have|had|having|being|after|during|finish\w*|complet\w*|get\w*|end of|will have)\b[^.]{0,60}?"
        r"\b(?:treat|chemo|radio|therap|surgery|operation|transplant|medicine|course|induction|tablet|block)|\bremission\b|\bfirst part\b"
    ),
    Stage.DID_NOT_RESPOND: (
        r"\b(?:not|never|no longer|stopped)\b[^.]{0,40}?\b(?:respon|work|go away|gone away|help|shrink|shrunk|clear|enough)"
        r"|\brefractory\b|\bresist|\bdid not\b|\bkept growing\b|\bgrown?\b|\bgrew\b|\bprogress|\bstill\b|\bwithout success\b|\bfail"
    ),
    Stage.CAME_BACK: _CAME_BACK,
    Stage.CAME_BACK_MORE_THAN_ONCE: _CAME_BACK,
    Stage.FINISHED_TREATMENT: r"\b(?:finish|end|ended|over|complet|stopp|survivor|after (?:the )?treatment)",
}
_PATTERNS = {stage: re.compile(words, re.IGNORECASE) for stage, words in _WORDS.items()}


def says_stage(line: str, stage: Stage) -> bool:
    """Tell whether a line says where things must be.

    >>> says_stage("The leukaemia went away and has come back.", Stage.CAME_BACK)
    True
    """
    return bool(_PATTERNS[stage].search(line))

"""How families are told where things must be now, for each stage of the facts."""

import re

from finder.core.trials import Stage

_CAME_BACK = r"c[ao]m(?:e|es|ing)\b.{0,30}\bback|relaps|return|grow\w* again"
_WORDS = {
    Stage.NEWLY_DIAGNOSED: r"\b(?:just|newly|new|first|recent|untreated)|diagnos|found|\bnot?\b.{0,40}\btreat",
    Stage.ON_TREATMENT: r"treat|therapy|surgery|operation|transplant|course|block|tablet|takes|having",
    Stage.DID_NOT_RESPOND: r"respon|refractory|resist|\b(?:not|never|still|stopped|without)\b|grow|grew|gone",
    Stage.CAME_BACK: _CAME_BACK,
    Stage.CAME_BACK_MORE_THAN_ONCE: _CAME_BACK,
    Stage.FINISHED_TREATMENT: r"finish|end|complet|after|survivor|stopped|had",
}
_PATTERNS = {stage: re.compile(words, re.IGNORECASE) for stage, words in _WORDS.items()}


def says_stage(line: str, stage: Stage) -> bool:
    """Tell whether a line has words that say where things must be.

    >>> says_stage("The leukaemia went away and has come back.", Stage.CAME_BACK)
    True
    """
    return bool(_PATTERNS[stage].search(line))

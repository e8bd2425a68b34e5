"""The way through the questions: which page comes before and after which, for the answers so far."""

from dataclasses import dataclass

from finder.core.answers import Answers
from finder.core.questions import Question, questions_to_ask
from finder.core.terms import Term, Tree
from finder.web.current import snapshot

CHECK = "check"
DEEPEST = 9


@dataclass(frozen=True)
class Step:
    """One page of the questions. The diagnosis has several, from broad to exact: `diagnosis`, `diagnosis-2` ..."""

    question: Question
    level: int = 1

    @property
    def name(self) -> str:
        """The step as its address names it. An address never holds an answer."""
        return self.question.value if self.level == 1 else f"{self.question}-{self.level}"


def read_step(name: str) -> Step | None:
    """Return the step of an address, or None where there is no such step.

    >>> read_step("diagnosis-2")
    Step(question=<Question.DIAGNOSIS: 'diagnosis'>, level=2)
    """
    if name in set(Question):
        return Step(Question(name))
    finer = {step.name: step for step in (Step(Question.DIAGNOSIS, level) for level in range(2, DEEPEST + 1))}
    return finer.get(name)


def path_to(diagnosis: str | None, tree: Tree) -> list[Term]:
    """Return the choices that lead to a diagnosis, broadest first."""
    return [term for term in reversed(tree.lineage(diagnosis)) if term.is_asked] if diagnosis else []


def choices_at(step: Step, answers: Answers) -> list[Term]:
    """Return the diagnoses offered at a step: empty where the answers so far do not lead there."""
    tree = snapshot().diagnoses
    if step.level == 1:
        return tree.start()
    path = path_to(answers.diagnosis, tree)
    return tree.choices_below(path[step.level - 2].id) if len(path) >= step.level - 1 else []


def all_steps(answers: Answers) -> list[Step]:
    """Return every step that these answers call for, in order."""
    trials = [entry.trial for entry in snapshot().trials()]
    steps = []
    for question in questions_to_ask(trials, answers, snapshot().vocabularies):
        steps.append(Step(question))
        if question is Question.DIAGNOSIS:
            steps += _finer_steps(answers)
    return steps


def _finer_steps(answers: Answers) -> list[Step]:
    tree = snapshot().diagnoses
    path = path_to(answers.diagnosis, tree)
    return [Step(Question.DIAGNOSIS, level) for level, term in enumerate(path, start=2) if tree.choices_below(term.id)]


def step_after(step: Step, answers: Answers, *, knows_no_more: bool = False) -> str:
    """Return the name of the page that follows: the next step, or the check of all answers.

    `knows_no_more` leaves out the finer steps of the diagnosis.
    """
    following = [one for one in all_steps(answers) if _place(one) > _place(step)]
    if knows_no_more:
        following = [one for one in following if one.question is not step.question]
    return following[0].name if following else CHECK


def is_finer_step(step: Step, name: str) -> bool:
    """Tell whether the page of that name asks the same question more exactly."""
    following = read_step(name)
    return following is not None and following.question is step.question and following.level > step.level


def step_before(step: Step, answers: Answers) -> str | None:
    """Return the name of the step before, None at the first."""
    before = [one for one in all_steps(answers) if _place(one) < _place(step)]
    return before[-1].name if before else None


def _place(step: Step) -> tuple[int, int]:
    return list(Question).index(step.question), step.level

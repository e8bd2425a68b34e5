"""Publishing with a word to whoever edits: once, or at every change of the content folder."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import watchfiles

from finder.formats.problem_text import count_in_words, errors_in, problem_as_text, warnings_in
from finder.settings import Settings
from finder.snapshot.building import Built
from finder.snapshot.digests import content_digest
from finder.snapshot.errors import AnotherBuild, SnapshotProblem
from finder.snapshot.publishing import publish_content

_GATHER = 200
"""In milliseconds: changes this close together are one."""
_LOOK_AGAIN = 1000
"""In milliseconds: how soon to try again what another build prevented."""

Tell = Callable[[str], None]


def publish_and_tell(settings: Settings, tell: Tell) -> bool:
    """Publish the content and tell what came of it. Return False where it is worth trying again soon."""
    began = time.monotonic()
    try:
        built = publish_content(settings.content, settings.instance, today=settings.today())
    except SnapshotProblem as problem:
        tell(str(problem))
        return not isinstance(problem, AnotherBuild)
    tell(outcome_in_words(built, "Published", time.monotonic() - began))
    return True


def outcome_in_words(built: Built, done: str, seconds: float) -> str:
    """Say what was done with how many trials, or every problem that prevented it."""
    reading = built.reading
    if reading.catalogue is None:
        problems = [problem_as_text(problem) for problem in errors_in(reading)]
        return "\n\n".join([*problems, f"{count_in_words(reading)} Nothing was published."])
    number = len(reading.catalogue.trials)
    said = f"{done} {number} {'trial' if number == 1 else 'trials'} in {seconds:.1f} seconds."
    return f"{said} {count_in_words(reading)} To see: finder check" if warnings_in(reading) else said


def watch(settings: Settings, stop: threading.Event, tell: Tell) -> None:
    """Publish at every change of the content folder until told to stop. On errors, what was published before stays."""

    def tell_with_time(text: str) -> None:
        tell(f"[{time.strftime('%H:%M:%S')}] {text}")

    watch_folder(settings.content, stop, lambda: publish_and_tell(settings, tell_with_time))


def watch_folder(folder: Path, stop: threading.Event, publish: Callable[[], bool]) -> None:
    """Call `publish` at every change of what the folder holds, and again a little later where it returns False."""
    seen = content_digest(folder)
    is_due = False
    for changes in watchfiles.watch(
        folder, stop_event=stop, debounce=_GATHER, rust_timeout=_LOOK_AGAIN, yield_on_timeout=True
    ):
        if changes:
            found = content_digest(folder)
            is_due, seen = is_due or found != seen, found
        if is_due:
            is_due = not publish()

"""Reads many trials on all processors at the same time, where that is sooner than one after the other."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from functools import partial
from itertools import islice

from finder.content.catalogue import TrialWords
from finder.content.links import Addresses
from finder.content.shared import Shared
from finder.content.trial_folders import TrialFolder, read_all_words, read_trial
from finder.core.problems import Problem
from finder.core.trials import Trial
from finder.parent import end_with_parent

MANY = 100
"""Fewer trials are read before other processes have started."""
_AT_A_TIME = 16

WhatWasRead = tuple[Trial | None, dict[str, TrialWords]]
_Apart = tuple[WhatWasRead, list[list[Problem]]]


def read_folders(
    folders: Sequence[TrialFolder], shared: Shared, addresses: Addresses, today: date
) -> Iterator[WhatWasRead]:
    """Read the trials of some folders, in their order. What is wrong in a file goes to the report on it."""
    read = partial(_read, shared=shared, addresses=addresses, today=today)
    done = 0
    if len(folders) >= MANY and _can_divide():
        try:
            for found, problems in _read_apart(folders, read):
                for file, told in zip(folders[done].files, problems, strict=True):
                    file.report.problems[:] = told
                done += 1
                yield found
        except BrokenProcessPool:
            pass  # a process was ended from outside: the rest is read here
    yield from map(read, islice(folders, done, None))


def _can_divide() -> bool:
    """Tell whether there are processors to share the work, and this process can be doubled.

    Not while it has other threads: its double would wait for ever for what they hold at that moment.
    """
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _read(folder: TrialFolder, shared: Shared, addresses: Addresses, today: date) -> WhatWasRead:
    trial = read_trial(folder, shared, today)
    return trial, read_all_words(folder, shared, addresses, trial)


def _read_apart(folders: Sequence[TrialFolder], read: "partial[WhatWasRead]") -> Iterator[_Apart]:
    doubled = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(mp_context=doubled, initializer=_begin, initargs=(read,)) as processes:
        yield from processes.map(_read_one, folders, chunksize=_AT_A_TIME)


def _begin(read: "partial[WhatWasRead]") -> None:
    global _how_to_read
    _how_to_read = read
    end_with_parent()


def _read_one(folder: TrialFolder) -> _Apart:
    return _how_to_read(folder), [file.report.problems for file in folder.files]


_how_to_read: "partial[WhatWasRead]"

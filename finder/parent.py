"""Ends a process of ours together with the one that began it, however that one ends."""

import multiprocessing
import os
import threading
from multiprocessing.process import BaseProcess


def end_with_parent() -> None:
    """End this process as soon as its parent has ended, even by kill -9: else it would hold what it holds for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)

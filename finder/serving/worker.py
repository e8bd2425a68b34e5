"""What each worker process of `finder serve` loads: the site, and an end of its own when its parent ends.

Without that, workers whose parent was killed would go on holding the port, and the next `finder serve` could not start.
"""

import atexit
import multiprocessing
import os
import signal
import threading
from multiprocessing.process import BaseProcess

from finder.web.wsgi import app

__all__ = ["app"]


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


_parent = multiprocessing.parent_process()
if _parent:
    if os.name != "nt":
        # Ctrl-C reaches all processes of a terminal. A worker that is told to end twice may hang: its parent tells it.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    # Done serving, it ends at once: the server's own threads do not always outlive the interpreter's clearing up.
    atexit.register(os._exit, 0)
    threading.Thread(target=_end_with, args=(_parent,), daemon=True).start()

"""What each worker process of `finder serve` loads: the site, and an end of its own when its parent ends.

Without that, workers whose parent was killed would go on holding the port, and the next `finder serve` could not start.
"""

import atexit
import multiprocessing
import os
import signal

from finder.parent import end_with_parent
from finder.web.wsgi import app

__all__ = ["app"]

if multiprocessing.parent_process():
    if os.name != "nt":
        # Ctrl-C reaches all processes of a terminal. A worker that is told to end twice may hang: its parent tells it.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    # Done serving, it ends at once: the server's own threads do not always outlive the interpreter's clearing up.
    atexit.register(os._exit, 0)
    end_with_parent()

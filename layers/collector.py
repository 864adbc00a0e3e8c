"""Python's collector of cycles, at rest while a plan is read.

Reading makes hundreds of thousands of small objects that live on and hold no
cycle (a test collects after a reading and finds none), so that each walk of the
collector over them is in vain; together they took a quarter of the reading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No collection inside; afterwards as before, also where the reading fails.

    Of readings in several threads the one that stopped the collector starts it again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()

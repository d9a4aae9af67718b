"""A process for each language: half of the build is work of Python's, which one process does on one core."""

import gc
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from build_scripts.records.common import LANGUAGES, Language

type Processes = dict[Language, ProcessPoolExecutor]
"""For each language the process in which its guides and then its pages are made, from texts read once."""


@contextmanager
def language_processes() -> Iterator[Processes]:
    """Start a process for each language, and end them."""
    # They end before much could be collected, and looking for it takes a tenth of their time.
    started: Processes = {
        language: ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=gc.disable)
        for language in LANGUAGES
    }
    try:
        yield started
    finally:
        # Each takes half a second to end, which nothing need wait for but the end of Python itself, which does.
        for process in started.values():
            process.shutdown(wait=False)

"""Node, in which the build runs Pyodide as a browser would."""

import os
import shutil
import sys
from pathlib import Path

from .bytecode import run
from .errors import EngineError


def run_node(script: Path, *arguments: Path) -> str:
    """Run a script under Node and return what it prints.

    Raises `EngineError` when Node is missing or the script fails.
    """
    # The environment's own Node comes first: it is there where the system has none.
    node = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if node is None:
        raise EngineError("Node is not installed: the calculators cannot be run as in a browser")
    # What is run this short time is not worth the compiler that makes it run faster.
    return run([node, "--liftoff-only", script, *arguments])

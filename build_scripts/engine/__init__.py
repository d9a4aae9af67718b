"""The calculators in the reader's browser: Pyodide, a trimmed standard library and the page's side of them."""

from .build import EngineReport, build_engine
from .errors import EngineError

__all__ = ["EngineError", "EngineReport", "build_engine"]

"""The one error of this package."""


class EngineError(Exception):
    """The engine cannot be built; the message says why and what to do."""

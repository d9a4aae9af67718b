"""site/data: the records as JSON, CSV and bibliography, each with the JSON Schema that it holds to."""

from build_scripts.exports.write import write_data

__all__ = ["write_data"]

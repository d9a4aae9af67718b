"""The scripts that carry the engine: classic scripts, because a page opened from a disk may load no other file."""

import base64
import gzip
import hashlib
import json
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Payload:
    """One part of the engine as a script, and what the page must know to prove it whole."""

    file: str
    script: bytes
    crc32: int
    length: int
    sha256: str

    def record(self) -> dict[str, object]:
        """Return the part's entry in boot.js (`PartRecord` in parts.js)."""
        return {
            "file": self.file,
            "size": len(self.script),
            "crc32": self.crc32,
            "length": self.length,
            "sha256": self.sha256,
        }


def make_payload(name: str, content: bytes) -> Payload:
    """Return `content` as gzip in base64 inside a script that hands it to the page under `name`.

    The file is named after its content, so that no cache can mix the parts of two editions.
    """
    packed = gzip.compress(content, 9, mtime=0)
    sha256 = hashlib.sha256(packed).hexdigest()
    text = base64.b64encode(packed).decode("ascii")
    return Payload(
        file=f"{name}-{sha256[:12]}.js",
        script=f'vademecum.engine.part("{name}","{text}");\n'.encode("ascii"),
        crc32=zlib.crc32(content),
        length=len(content),
        sha256=sha256,
    )


def wrap(constants: dict[str, object], *sources: str) -> str:
    """Return sources as one classic script of its own scope, after the constants that the build knows."""
    lines = [f"const {name} = {json.dumps(value)};" for name, value in constants.items()]
    return "\n".join(["(() => {", '"use strict";', *lines, *sources, "})();", ""])

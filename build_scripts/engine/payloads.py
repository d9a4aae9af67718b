"""The scripts that carry the engine: classic scripts, because a page opened from a disk may load no other file.

Bytes stand in them as text: 15 bits in each character of a script in UTF-16, which comes to a fifth less than base64.
The script's byte order mark tells a browser the encoding, whatever a server says of it.
"""

import hashlib
import json
import zlib
from dataclasses import dataclass

import deflate

FIRST = 0x4E00
"""The character of fifteen zeros. The 32768 from here on are all letters to a script: none ends a text or a line."""


@dataclass(frozen=True)
class Payload:
    """One part of the engine as a script, and what the page must know to prove it whole."""

    file: str
    script: bytes
    crc32: int
    length: int
    packed: int
    sha256: str

    def record(self) -> dict[str, object]:
        """Return the part's entry in boot.js (`PartRecord` in parts.js)."""
        return {
            "file": self.file,
            "size": len(self.script),
            "crc32": self.crc32,
            "length": self.length,
            "packed": self.packed,
            "sha256": self.sha256,
        }


def make_payload(name: str, content: bytes) -> Payload:
    """Return `content` as gzip, as text, inside a script that hands it to the page under `name`.

    The file is named after its content, so that no cache can mix the parts of two editions.
    """
    # A twentieth smaller than zlib at its best; level 12 would take twice the time for a five-hundredth less.
    packed = bytes(deflate.gzip_compress(content, 10))
    sha256 = hashlib.sha256(packed).hexdigest()
    return Payload(
        file=f"{name}-{sha256[:12]}.js",
        script=f'\ufeffvademecum.engine.part("{name}","{to_text(packed)}");\n'.encode("utf-16-le"),
        crc32=zlib.crc32(content),
        length=len(content),
        packed=len(packed),
        sha256=sha256,
    )


def to_text(content: bytes) -> str:
    """Return bytes as characters of 15 bits each, the highest bits first, filled up with zeros."""
    whole = content + bytes(-len(content) % 15)
    groups = len(whole) // 15
    # Each 120 bits get a place of 128, whose halves, quarters and eighths are then moved apart: all groups at once,
    # as one number, which takes a fifth of the time of one after the other.
    spread = bytearray(16 * groups)
    for place in range(15):
        spread[place + 1 :: 16] = whole[place::15]
    bits = int.from_bytes(spread)
    for room, held in ((128, 120), (64, 60), (32, 30)):
        half = held // 2
        low = int.from_bytes(((1 << half) - 1).to_bytes(room // 8) * (128 * groups // room))
        bits = bits & low | (bits & low << half) << (room // 2 - half)
    bits += int.from_bytes(FIRST.to_bytes(2) * (8 * groups))
    return bits.to_bytes(16 * groups).decode("utf-16-be")


def wrap(constants: dict[str, object], *sources: str) -> str:
    """Return sources as one classic script of its own scope, after the constants that the build knows."""
    lines = [f"const {name} = {json.dumps(value)};" for name, value in constants.items()]
    return "\n".join(["(() => {", '"use strict";', *lines, *sources, "})();", ""])

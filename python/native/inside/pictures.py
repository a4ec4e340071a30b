"""The picture that a program leaves: of its window, or of its plot."""

import os
import struct
import zlib
from dataclasses import dataclass, field

#: Nobody needs a larger one in a question.
LARGEST_SIDE = 2000


@dataclass
class Album:
    """Holds the first picture that was taken; children of the program take none."""

    picture: bytes | None = None
    owner: int = field(default_factory=os.getpid)

    def is_open(self) -> bool:
        return self.picture is None and os.getpid() == self.owner

    def keep(self, width: int, height: int, pixels: bytes) -> None:
        """Takes pixels of three bytes, red first, row by row."""
        if self.is_open() and 0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE:
            self.picture = png(width, height, pixels)


def png(width: int, height: int, pixels: bytes) -> bytes:
    """A PNG file without anything that changes from one time to the next."""
    row = width * 3
    lines = b"".join(b"\0" + pixels[start:start + row] for start in range(0, row * height, row))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def without_fourth(pixels: bytes, order: tuple[int, int, int]) -> bytes:
    """Pixels of three bytes from those of four; `order` says where red, green and blue stand."""
    result = bytearray(len(pixels) // 4 * 3)
    for place, source in enumerate(order):
        result[place::3] = pixels[source::4]
    return bytes(result)

"""Pictures that are small as files, and huge, endless or something else when they are decoded."""

import gzip
import io
import struct
import zlib
from collections.abc import Callable
from functools import cache

from PIL import Image

_SVG_USES = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))

_ENTITY = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _png(
    width: int, height: int, depth: int, colours: int, *chunks: tuple[bytes, bytes], rows: int = -1
) -> bytes:
    """Write a PNG of zeros with ``rows`` of its lines, by default all."""
    line_bytes = 1 + -(-width * depth * {0: 1, 2: 3, 3: 1, 6: 4}[colours] // 8)
    packer = zlib.compressobj(9)
    packed = b""
    for _ in range(height if rows < 0 else rows):
        packed += packer.compress(bytes(line_bytes))
    packed += packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def _packed_text() -> bytes:
    return b"Comment\0\0" + zlib.compress(bytes(300_000_000), 9)


def _packed_profile() -> bytes:
    return b"icc\0\0" + zlib.compress(bytes(300_000_000), 9)


def _gif(width: int, height: int, frames: int) -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + frame * frames + b"\x3b"


def _saved(kind: str, size: tuple[int, int], **options: object) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, (9, 9, 9)).save(held, kind, **options)
    return held.getvalue()


def _jpeg_that_claims(width: int, height: int) -> bytes:
    data = bytearray(_saved("JPEG", (16, 16)))
    place = data.index(b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def _jpeg_of_many_scans() -> bytes:
    """A progressive JPEG whose last scan comes a thousand times: each is decoded over the whole picture."""
    data = _saved("JPEG", (3_000, 3_000), progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * 1_000 + data[-2:]


def _webp_that_claims() -> bytes:
    canvas = struct.pack("<I", 0x10) + struct.pack("<I", 16_382)[:3] + struct.pack("<I", 16_382)[:3]
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + canvas + _saved("WEBP", (16, 16))[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _svg(inside: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    return f"{head}{inside}</svg>".encode()


PICTURE_BOMBS: dict[str, Callable[[], bytes]] = {
    name: cache(make)
    for name, make in {
        "png, 30,000 by 30,000, one line": lambda: _png(30_000, 30_000, 8, 6, rows=1),
        "png, 2 thousand million by 1": lambda: _png(2**31 - 1, 1, 1, 0, rows=0),
        "png, 20,000 by 20,000, one bit": lambda: _png(20_000, 20_000, 1, 0),
        "png, 6,900 by 6,900, just allowed": lambda: _png(6_900, 6_900, 8, 2),
        "png, 16 bits": lambda: _png(4_000, 4_000, 16, 6),
        "png, 300 MB of packed comment": lambda: _png(16, 16, 8, 2, (b"zTXt", _packed_text())),
        "png, 300 MB of colour profile": lambda: _png(16, 16, 8, 2, (b"iCCP", _packed_profile())),
        "png, 20,000 comments": lambda: _png(16, 16, 8, 2, *[(b"tEXt", b"a\0b")] * 20_000),
        "png, no data": lambda: _png(100, 100, 8, 2, rows=0),
        "png, 1 by 1,000,000": lambda: _png(1, 1_000_000, 8, 2),
        "png, 1,000,000 by 1": lambda: _png(1_000_000, 1, 8, 2),
        "gif, 65,535 by 65,535": lambda: _gif(65_535, 65_535, 1),
        "gif, 100,000 pictures": lambda: _gif(1_000, 1_000, 100_000),
        "jpeg, 65,500 by 65,500": lambda: _jpeg_that_claims(65_500, 65_500),
        "jpeg, a thousand scans": _jpeg_of_many_scans,
        "webp, 16,383 by 16,383": _webp_that_claims,
        "bmp": lambda: _saved("BMP", (10, 10)),
        "tiff": lambda: _saved("TIFF", (10, 10)),
        "ico": lambda: _saved("ICO", (16, 16)),
        "svg, nested uses": lambda: _svg(f'<g id="g0"><rect width="1" height="1"/></g>{_SVG_USES}'),
        "svg, a file": lambda: _svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
        "svg, an entity": lambda: _ENTITY + _svg("<text>&a;</text>"),
        "svgz": lambda: gzip.compress(_svg("<g/>" * 100_000)),
        "xpm": lambda: b'/* XPM */\nstatic char *a[] = {"60000 60000 1 1", "a c #000000", "a"};',
        "ppm": lambda: b"P6 60000 60000 255\n",
        "a playlist": lambda: b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n",
        "a page": lambda: b"<!DOCTYPE html><img src='file:///etc/passwd'>",
        "nothing": lambda: b"",
    }.items()
}  # fmt: skip

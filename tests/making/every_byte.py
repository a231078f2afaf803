"""Looks for words in every byte of every file, however they may be written there."""

import base64
import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

_DEFLATED = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def files_with(words: Iterable[str], *folders: Path) -> dict[str, set[str]]:
    """Return, for each word, the files of the folders in which it stands."""
    found: dict[str, set[str]] = {word: set() for word in words}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                data = path.read_bytes() + b"\0" + str(path.relative_to(folder)).encode()
                for word, files in found.items():
                    if _is_in(word, data):
                        files.add(str(path.relative_to(folder)))
    return found


def _is_in(word: str, data: bytes) -> bool:
    forms = tuple(_forms(word))
    return any(form in piece for piece in _pieces(data) for form in forms)


def _forms(word: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield word.encode(encoding)
    yield word.encode("utf-8").hex().encode()
    # However many bytes stand before it, those letters of its base64 that it alone decides are one of three.
    for before in range(3):
        data = bytes(before) + word.encode("utf-8")
        yield base64.b64encode(data)[-(-before * 8 // 6) : len(data) * 8 // 6]


def _pieces(data: bytes) -> Iterator[bytes]:
    yield data
    with suppress(zipfile.BadZipFile, OSError, zlib.error), zipfile.ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            yield archive.read(entry)
    for magic in _DEFLATED:
        start = data.find(magic)
        while start >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(data[start:], 1_000_000)
            start = data.find(magic, start + 1)
    if data.startswith(b"\x1f\x8b"):
        with suppress(OSError, EOFError, zlib.error):
            yield gzip.decompress(data)

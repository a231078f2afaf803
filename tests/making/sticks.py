"""Sticks as they come out of PCs with viruses, made of harmless bytes."""

import struct
from collections.abc import Mapping
from pathlib import Path

_LINK_CLASS = bytes.fromhex("0114020000000000c000000000000046")
_HAS_PATH, _HAS_ARGUMENTS, _IS_UNICODE = 0x08, 0x20, 0x80


def make_stick(root: Path, files: Mapping[str, bytes]) -> Path:
    """Lay files on a stick; a name that ends with a slash is an empty folder."""
    for name, data in files.items():
        path = root / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    root.mkdir(parents=True, exist_ok=True)
    return root


def shortcut(path: str, arguments: str = "") -> bytes:
    """Make a Windows shortcut to a place."""
    flags = _HAS_PATH | _IS_UNICODE | (_HAS_ARGUMENTS if arguments else 0)
    head = struct.pack("<I16sI", 0x4C, _LINK_CLASS, flags).ljust(0x4C, b"\0")
    strings = b"".join(
        struct.pack("<H", len(words)) + words.encode("utf-16-le") for words in (path, arguments) if words
    )
    return head + strings + b"\0\0\0\0"

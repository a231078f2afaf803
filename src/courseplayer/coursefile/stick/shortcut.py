"""What a Windows shortcut would start, read without trusting a byte of it.

The format: https://learn.microsoft.com/openspecs/windows_protocols/ms-shllink.
"""

import struct
from dataclasses import dataclass

MOST_BYTES = 64 * 1024
_HEADER = struct.Struct("<I16sI")
_HEADER_BYTES = 0x4C
_CLASS = bytes.fromhex("0114020000000000c000000000000046")
_HAS_ID_LIST, _HAS_INFO, _IS_UNICODE = 0x01, 0x02, 0x80
_STRINGS = (0x04, 0x08, 0x10, 0x20, 0x40)
_PATH, _ARGUMENTS = 0x08, 0x20
_LONGEST = 200
# What runs a line of text; an ordinary shortcut leads to a document, a folder or a program.
_INTERPRETERS = (
    "cmd.exe", "%comspec%", "powershell", "pwsh", "wscript", "cscript", "mshta", "rundll32", "regsvr32",
    "msiexec", "certutil", "bitsadmin", "conhost.exe", "ftp.exe",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Where a shortcut says it leads, in a stranger's words, and whether it runs a line of commands."""

    words: str
    runs_commands: bool


def read_shortcut(data: bytes) -> Shortcut | None:
    """Read the first bytes of a shortcut; None for what is none."""
    if len(data) < _HEADER_BYTES:
        return None
    size, class_id, flags = _HEADER.unpack_from(data)
    if size != _HEADER_BYTES or class_id != _CLASS:
        return None
    data = data[:MOST_BYTES]
    strings = _strings(data, flags)
    words = " ".join(part for part in (strings.get(_PATH), strings.get(_ARGUMENTS)) if part)
    return Shortcut(_shown(words), _names_an_interpreter(data))


def _names_an_interpreter(data: bytes) -> bool:
    # Wherever it stands: lists of ids, environment blocks and strings all may name it, in either width.
    lowered = data.lower()
    return any(
        name.encode("ascii") in lowered or name.encode("utf-16-le") in lowered for name in _INTERPRETERS
    )


def _strings(data: bytes, flags: int) -> dict[int, str]:
    place = _HEADER_BYTES
    found: dict[int, str] = {}
    try:
        if flags & _HAS_ID_LIST:
            place += 2 + struct.unpack_from("<H", data, place)[0]
        if flags & _HAS_INFO:
            place += max(4, struct.unpack_from("<I", data, place)[0])
        width, encoding = (2, "utf-16-le") if flags & _IS_UNICODE else (1, "latin-1")
        for kind in _STRINGS:
            if flags & kind:
                length = struct.unpack_from("<H", data, place)[0] * width
                found[kind] = data[place + 2 : place + 2 + length].decode(encoding, "replace")
                place += 2 + length
    except struct.error:
        # It ends before it should; what was read so far is told.
        pass
    return found


def _shown(words: str) -> str:
    seen = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(seen.split())[:_LONGEST]

"""File names that Windows, macOS and Linux all accept."""

import re
import unicodedata

MAX_NAME_BYTES = 180
_MAX_SUFFIX_CHARACTERS = 16
_FORBIDDEN = re.compile(r'[<>:"|?*]')
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file; with any suffix too.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)


def portable_file_name(name: str, fallback: str = "file") -> str:
    """Return the last part of ``name`` without what any system refuses; ``fallback`` when nothing is left."""
    last = re.split(r"[/\\]", name)[-1]
    # Cc, Cf, Cs …: controls, invisible marks that can hide a suffix, halves of characters.
    visible = "".join(c for c in last if unicodedata.category(c)[0] != "C")
    clean = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", visible)).strip(". \u00a0\u3000")
    clean = _shortened(clean) or fallback
    return f"_{clean}" if _DEVICE.fullmatch(clean) else clean


def numbered_file_name(name: str, taken: set[str]) -> str:
    """Return ``name``, or ``name (2)`` and so on, unlike all in ``taken``, ignoring case."""
    used = {other.casefold() for other in taken}
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    number, candidate = 1, name
    while candidate.casefold() in used:
        number += 1
        candidate = f"{stem} ({number}){dot}{suffix}"
    return candidate


def _shortened(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > _MAX_SUFFIX_CHARACTERS:
        stem, suffix = name, ""
    room = MAX_NAME_BYTES - len((dot + suffix).encode()) if suffix else MAX_NAME_BYTES
    cut = stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ")
    return f"{cut}.{suffix}" if suffix else cut

"""Which names of files Windows, macOS or a FAT stick would refuse or mix up."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
# What Windows allows for a whole path, less a home such as C:\Users\A long name\Downloads\courseplayer-1.0.0.
_LONGEST = 259 - 80


def problems_of(places: Iterable[str]) -> list[str]:
    """Return a complaint for each place (with slashes) that one of the systems cannot hold."""
    complaints: list[str] = []
    alike: dict[str, list[str]] = defaultdict(list)
    for place in sorted(places):
        alike[unicodedata.normalize("NFC", place).casefold()].append(place)
        complaints += [
            f"{place}: {complaint}" for part in place.split("/") if (complaint := _problem_of(part))
        ]
        if len(place) > _LONGEST:
            complaints.append(f"{place}: longer than {_LONGEST} characters")
    complaints += [
        f"{' and '.join(same)} are one file to Windows" for same in alike.values() if len(same) > 1
    ]
    return complaints


def _problem_of(name: str) -> str:
    if any(letter in _FORBIDDEN or ord(letter) < 32 for letter in name):
        return f"{name} has a character that Windows forbids"
    if name.endswith((" ", ".")):
        return f"{name} ends with a space or a dot"
    if name.split(".", maxsplit=1)[0].casefold() in _DEVICES:
        return f"{name} is a device of Windows"
    return ""

"""What may stand in ``kit.toml``: read with bounds, and written so that the same bounds take it.

Apart from the values: most computers have no kit, and the first paint waits for what is imported.
"""

import hashlib
import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from courseplayer.system.kit import Kit, KitLook, KitSettings
from courseplayer.system.settings import LANGUAGE_TAG

MOST_BYTES = 100_000
MOST_LEARNERS = 200
MOST_PLAYERS = 10
MOST_NAME_CHARACTERS = 60
_MARK_DIGITS = 32
_YEARS = (2000, 2999)
# Persian, Urdu and Indic names are spelt with these two; other invisible characters could hide a copy.
_JOINERS = "\u200c\u200d"
_ACCENT = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)
_LOGO = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,58}\.(?:png|jpg|jpeg)", re.ASCII)
_PLAYER = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.ASCII)


def kit_of(folder: Path, data: bytes) -> Kit:
    """Return the kit that these bytes of its ``kit.toml`` describe; what cannot be used is a fault."""
    mark = hashlib.sha256(data).hexdigest()[:_MARK_DIGITS]
    if len(data) > MOST_BYTES:
        return Kit(folder, KitSettings(), mark, (f"kit.toml has more than {MOST_BYTES} bytes",))
    try:
        found: dict[str, object] = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as wrong:
        # The words of a parser may quote what it read, which is a stranger's.
        return Kit(folder, KitSettings(), mark, (f"kit.toml is not TOML: {type(wrong).__name__}",))
    faults: list[str] = []
    look = found.pop("look", {})
    if not isinstance(look, dict):
        look = {}
        faults.append("look must be a table")
    settings = KitSettings(
        **_sound(found, _READERS, "", faults), look=KitLook(**_sound(look, _LOOK, "look.", faults))
    )
    return Kit(folder, settings, mark, tuple(faults))


def kit_text(settings: KitSettings) -> str:
    """Return the settings as TOML; raises ValueError for one that kit_of would not take."""
    top = {name: getattr(settings, name) for name in _READERS}
    look = {name: getattr(settings.look, name) for name in _LOOK}
    lines, look_lines = _lines(top, _READERS, ""), _lines(look, _LOOK, "look.")
    if look_lines:
        lines += ["", "[look]", *look_lines]
    return "\n".join([*lines, ""])


def _lines(values: Mapping[str, object], readers: Mapping[str, "_Reader"], prefix: str) -> list[str]:
    lines = []
    for name, value in values.items():
        if value is None or value == ():
            continue
        listed = list(value) if isinstance(value, tuple) else value
        try:
            if readers[name](listed) != value:
                raise ValueError("must be as it is shown, without spaces around it or repetition")
        except ValueError as wrong:
            raise ValueError(f"{prefix}{name} {wrong}") from wrong
        lines.append(f"{name} = {_toml(listed)}")
    return lines


def _toml(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    # Strings, lists and booleans of JSON are TOML's too, once control characters are kept out.
    return json.dumps(value, ensure_ascii=False)


def _sound(
    values: Mapping[str, object], readers: Mapping[str, "_Reader"], prefix: str, faults: list[str]
) -> dict[str, Any]:
    sound = {}
    for name, value in values.items():
        if name not in readers:
            faults.append(f"kit.toml holds something unknown; known are {', '.join(readers)}")
            continue
        try:
            sound[name] = readers[name](value)
        except ValueError as wrong:
            faults.append(f"{prefix}{name} {wrong}")
    return sound


_Reader = Callable[[object], Any]


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _words(value: object) -> str:
    if not isinstance(value, str) or len(value) > 4 * MOST_NAME_CHARACTERS:
        raise ValueError(f"must be text of {MOST_NAME_CHARACTERS} characters at most")
    clean = re.sub(r" +", " ", unicodedata.normalize("NFC", value)).strip()
    if not all(c.isprintable() or c in _JOINERS for c in clean):
        raise ValueError("must be one line without invisible characters")
    if not any(c.isalnum() for c in clean):
        raise ValueError("needs at least one letter")
    if len(clean) > MOST_NAME_CHARACTERS:
        raise ValueError(f"must be text of {MOST_NAME_CHARACTERS} characters at most")
    return clean


def _learners(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_LEARNERS:
        raise ValueError(f"must be a list of {MOST_LEARNERS} names at most")
    names = [_words(one) for one in value]
    keys = {unicodedata.normalize("NFKC", name).casefold() for name in names}
    if len(keys) < len(names):
        raise ValueError("must not hold a name twice")
    return tuple(names)


def _players(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_PLAYERS:
        raise ValueError("must be a short list of folders")
    return tuple(_fitting(_PLAYER, "must hold plain names of folders")(one) for one in value)


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError("must be a moment with its time zone")
    # Near the ends of the calendar other time zones cannot be reckoned with.
    if not _YEARS[0] <= value.year <= _YEARS[1]:
        raise ValueError(f"must be in the years {_YEARS[0]} to {_YEARS[1]}")
    return value


def _fitting(pattern: re.Pattern[str], complaint: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ValueError(complaint)
        return value

    return read


_READERS: dict[str, _Reader] = {
    "portable": _switch,
    "language": _fitting(LANGUAGE_TAG, "must be a language such as fr"),
    "learners": _learners,
    "players": _players,
    "made_at": _moment,
    "made_by": _words,
}
_LOOK: dict[str, _Reader] = {
    "name": _words,
    "accent": _fitting(_ACCENT, "must be a colour such as #1a5fb4"),
    "logo": _fitting(_LOGO, "must be the plain name of a .png or .jpg file"),
}

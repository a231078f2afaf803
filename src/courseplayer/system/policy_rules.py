"""How rules are written, and what is made of rules that several places give.

Apart from the values: most computers have no policy, and the first paint waits for what is imported.
"""

import base64
import binascii
import getpass
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from courseplayer.system.policy import MOST_BYTES, Feature, Found, Policy, PolicyProblem
from courseplayer.system.settings import IDLE_VEIL_MINUTES, LANGUAGE_TAG, TEXT_SIZES_PERCENT

DEFAULT: Final = "default"
"""The origin of a value that no policy sets."""
SECURITY_KEYS = ("signers", "upload_endpoints")
"""Where the rules have a fault, these are as strict as can be: nobody is trusted, nothing leaves."""
_SIGNER_BYTES = 42
_LEFT_VARIABLE = re.compile(r"\$\{?\w|%\w+%")


@dataclass(frozen=True, slots=True)
class PolicySource:
    """What one place says, as found there; ``fault`` tells why nothing could be read from it."""

    place: str
    values: Mapping[str, object]
    fault: str | None = None


def policy_of(found: Iterable[Found]) -> Policy:
    """Return the rules of several places, of which an earlier one holds; never raises."""
    return combine(_source(place, content) for place, content in found)


def combine(sources: Iterable[PolicySource]) -> Policy:
    """Put the rules of several places together; what an earlier place says holds.

    A place with a fault still gives what can be used in it, but the security keys that it does not give
    soundly are closed for it and for all places after it.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    problems: list[PolicyProblem] = []
    for source in sources:
        sound, faults = _sound(source)
        if faults:
            sound = {**dict.fromkeys(SECURITY_KEYS, ()), **sound}
        for name in sound.keys() - values.keys():
            values[name] = sound[name]
            origins[name] = source.place
        problems += (PolicyProblem(source.place, fault) for fault in faults)
    return Policy(**values, origins=origins, problems=tuple(problems))


def policy_keys() -> tuple[str, ...]:
    """Return the names of all rules."""
    return tuple(_READERS)


def plain_values(policy: Policy) -> dict[str, object]:
    """Return every rule as JSON can carry it."""
    stored = {name: getattr(policy, name) for name in policy_keys()}
    return {name: _plain(value) for name, value in stored.items()}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return str(value) if isinstance(value, Path) else value


def _source(place: str, content: bytes | Mapping[str, object] | OSError) -> PolicySource:
    if isinstance(content, OSError):
        return PolicySource(place, {}, f"cannot be read: {content.strerror}")
    if not isinstance(content, bytes):
        return PolicySource(place, dict(_rule(name, data) for name, data in sorted(content.items())))
    if len(content) > MOST_BYTES:
        return PolicySource(place, {}, "is larger than any policy")
    try:
        return PolicySource(place, tomllib.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return PolicySource(place, {}, "is not UTF-8 text; save it as UTF-8")
    except (ValueError, RecursionError) as wrong:
        return PolicySource(place, {}, f"is not TOML: {wrong}")


def _rule(name: str, data: object) -> tuple[str, object]:
    """Return the rule that ``TextSizePercent`` stands for and its value; the registry knows no case."""
    names = {key.replace("_", ""): key for key in _READERS}
    # An administrative template cannot write an empty list: a disabled one writes ``SignersNone``, 1.
    names_of_empty = {f"{key.replace('_', '')}none": key for key in LIST_KEYS}
    if name.lower() in names_of_empty and data == 1:
        return names_of_empty[name.lower()], []
    rule = names.get(name.lower(), name)
    if rule in LIST_KEYS and isinstance(data, str | list):
        lines = [data] if isinstance(data, str) else data
        return rule, [line for line in lines if line != ""]
    return rule, data


def _sound(source: PolicySource) -> tuple[dict[str, Any], list[str]]:
    if source.fault is not None:
        return {}, [source.fault]
    sound: dict[str, Any] = {}
    faults = []
    for name, value in source.values.items():
        if name not in _READERS:
            faults.append(f"there is no rule called {name}; known are {', '.join(_READERS)}")
            continue
        try:
            sound[name] = _READERS[name](value)
        except ValueError as wrong:
            faults.append(f"{name} {wrong}")
    return sound, faults


_Reader = Callable[[object], object]


def _words(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be text")
    return value.strip()


def _folder(value: object) -> Path:
    text = os.path.expandvars(_words(value).replace("{user}", _user()))
    if _LEFT_VARIABLE.search(text):
        raise ValueError(f"names a variable that is not set: {text}")
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        raise ValueError(f"names a home that is not known: {text}") from None
    if not path.is_absolute():
        raise ValueError(f"must begin at the root of a drive: {text}")
    return path


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "{user}"


def _language(value: object) -> str:
    text = _words(value)
    if not LANGUAGE_TAG.fullmatch(text):
        raise ValueError("must be a language such as fr")
    return text


def _signer(value: object) -> str:
    text = _words(value)
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _SIGNER_BYTES or not key.startswith(b"Ed"):
        raise ValueError("must hold minisign public keys, such as begin with RW")
    return text


def _endpoint(value: object) -> str:
    text = _words(value)
    if not re.fullmatch(r"https://[^\s/@:]+(?::\d{1,5})?(?:/\S*)?", text):
        raise ValueError("must hold addresses that begin with https://")
    return text


def _feature(value: object) -> Feature:
    try:
        return Feature(_words(value))
    except ValueError:
        raise ValueError(f"may hold only {', '.join(Feature)}") from None


def _whole(limits: tuple[int, int]) -> _Reader:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not limits[0] <= value <= limits[1]:
            raise ValueError(f"must be a whole number from {limits[0]} to {limits[1]}")
        return value

    return read


def _list_of(reader: _Reader) -> _Reader:
    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise ValueError("must be a list")
        return tuple(dict.fromkeys(reader(one) for one in value))

    return read


_READERS: dict[str, _Reader] = {
    "managed_by": _words,
    "course_folders": _list_of(_folder),
    "data_folder": _folder,
    "backup_folder": _folder,
    "signers": _list_of(_signer),
    "upload_endpoints": _list_of(_endpoint),
    "language": _language,
    "text_size_percent": _whole(TEXT_SIZES_PERCENT),
    "idle_veil_minutes": _whole(IDLE_VEIL_MINUTES),
    "features_off": _list_of(_feature),
}
LIST_KEYS = frozenset({"course_folders", "signers", "upload_endpoints", "features_off"})

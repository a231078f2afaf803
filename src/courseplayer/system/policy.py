"""What the people who look after a computer lay down for it: it beats what a person chooses."""

import base64
import binascii
import getpass
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.system.settings import LANGUAGE_TAG, TEXT_SIZES_PERCENT

DEFAULT: Final = "default"
"""The origin of a value that no policy sets."""
IDLE_VEIL_MINUTES = (0, 240)
SECURITY_KEYS = ("signers", "upload_endpoints")
"""Where the rules have a fault, these are as strict as can be: nobody is trusted, nothing leaves."""
_SIGNER_BYTES = 42
_LEFT_VARIABLE = re.compile(r"\$\{?\w|%\w+%")
BROKEN = QT_TRANSLATE_NOOP(
    "errors",
    "The rules that were set for this computer have a fault ({places}); what was written is safe, "
    "but may not be shown until it is mended. Tell the person who looks after the computer.",
)
SWITCHED_OFF = QT_TRANSLATE_NOOP(
    "errors",
    "This was switched off by {who}; nothing was changed. Ask there if you need it.",
)


class Feature(StrEnum):
    """What can be switched off."""

    BUILD = "build"
    STICKS = "sticks"
    WEB_LINKS = "web_links"


@dataclass(frozen=True, slots=True)
class PolicyProblem:
    """Something in a policy that cannot be used, for the person who wrote it."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class PolicySource:
    """What one place says, as found there; ``fault`` tells why nothing could be read from it."""

    place: str
    values: Mapping[str, object]
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules in force; None or empty where a rule is not set.

    ``signers`` are minisign public keys: once they are set, also to none, no other course is to be opened.
    ``upload_endpoints`` set to none means that nothing leaves; ``idle_veil_minutes`` 0 means never.
    ``origins`` names the place of every value that is set.
    """

    managed_by: str | None = None
    course_folders: tuple[Path, ...] = ()
    data_folder: Path | None = None
    backup_folder: Path | None = None
    signers: tuple[str, ...] | None = None
    upload_endpoints: tuple[str, ...] | None = None
    language: str | None = None
    text_size_percent: int | None = None
    idle_veil_minutes: int | None = None
    features_off: tuple[Feature, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[PolicyProblem, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether anything in the rules cannot be used."""
        return bool(self.problems)

    @property
    def wants_signatures(self) -> bool:
        """Whether courses without a signature by one of ``signers`` stay shut."""
        return self.signers is not None

    def allows(self, feature: Feature) -> bool:
        """Whether a feature may be used."""
        return feature not in self.features_off

    def setting_locks(self) -> dict[str, object]:
        """Return the settings that a person cannot change here, and what they are."""
        locks = {"language": self.language, "text_size_percent": self.text_size_percent}
        return {name: value for name, value in locks.items() if value is not None}

    def error(self) -> PlainError | None:
        """Tell in one sentence that the rules have a fault, None where they have none."""
        if not self.is_broken:
            return None
        return PlainError(BROKEN, places=", ".join(dict.fromkeys(one.place for one in self.problems)))


NO_POLICY: Final = Policy()


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

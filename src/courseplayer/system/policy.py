"""What the people who look after a computer lay down for it: it beats what a person chooses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError

MOST_BYTES = 1_000_000
Found = tuple[str, bytes | Mapping[str, object] | OSError]
"""A place with rules, and what it holds: a TOML file, the values of a registry, or a refusal."""

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
    KITS = "kits"
    STICKS = "sticks"
    WEB_LINKS = "web_links"


@dataclass(frozen=True, slots=True)
class PolicyProblem:
    """Something in a policy that cannot be used, for the person who wrote it."""

    place: str
    message: str


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
        names = ("language", "text_size_percent", "idle_veil_minutes")
        locks = {name: getattr(self, name) for name in names}
        return {name: value for name, value in locks.items() if value is not None}

    def error(self) -> PlainError | None:
        """Tell in one sentence that the rules have a fault, None where they have none."""
        if not self.is_broken:
            return None
        return PlainError(BROKEN, places=", ".join(dict.fromkeys(one.place for one in self.problems)))


NO_POLICY: Final = Policy()

"""What a trainer has chosen in the five steps, and the plan that it makes; free of widgets."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.players import choose_players
from courseplayer.system.kit import KitLook, KitSettings

NO_PROGRAM_TARGETS = frozenset({Target.COURSES, Target.DEB})
PORTABLE_TARGETS = frozenset({Target.FOLDER, Target.RUN})
_PLACE_OF_NONE = Path()


class Missing(Enum):
    """What has to be chosen before a kit can be made."""

    COURSES = auto()
    PLAYER = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class KitChoices:
    """The choices as they stand; None or empty is what was not chosen."""

    courses: tuple[Path, ...] = ()
    learners: tuple[str, ...] = ()
    language: str | None = None
    policy: Path | None = None
    name: str | None = None
    accent: str | None = None
    logo: Path | None = None
    target: Target = Target.FOLDER
    portable: bool = True
    place: Path | None = None

    def missing(self, players: Iterable[PlayerBuild]) -> Missing | None:
        """Return what is to be chosen next, None when the kit can be made."""
        if not self.courses:
            return Missing.COURSES
        if self.target not in NO_PROGRAM_TARGETS and not choose_players(players, self.target):
            return Missing.PLAYER
        return Missing.PLACE if self.place is None else None

    def plan(self, players: Iterable[PlayerBuild]) -> KitPlan:
        """Return what is to be made; courses alone have no use for settings, so that they are left out."""
        destination = self.place or _PLACE_OF_NONE
        if self.target is Target.COURSES:
            return KitPlan(self.target, destination, self.courses)
        settings = KitSettings(
            portable=self.portable and self.target in PORTABLE_TARGETS,
            language=self.language,
            learners=self.learners,
            look=KitLook(self.name, self.accent),
        )
        return KitPlan(
            target=self.target,
            destination=destination,
            courses=self.courses,
            players=choose_players(players, self.target),
            settings=settings,
            logo=self.logo,
            policy=self.policy,
        )


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a text with one on each line, each once."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))

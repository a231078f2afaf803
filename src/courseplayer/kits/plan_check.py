"""Checks what a trainer chose before anything is made of it."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from courseplayer import __version__
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.kits.kit_files import POLICY
from courseplayer.kits.kit_names import NAME, kit_name
from courseplayer.kits.plan import KitPlan, PlayerSystem, Target
from courseplayer.kits.players import suits
from courseplayer.system.kit import KitLook, KitSettings
from courseplayer.system.kit_file import logo_bytes
from courseplayer.system.kit_names import KIT_NAME
from courseplayer.system.kit_rules import kit_text
from courseplayer.system.policy import MOST_BYTES, Policy
from courseplayer.system.policy_rules import policy_of

LOGO_NAMES = {b"\x89": "kit-logo.png", b"\xff": "kit-logo.jpg"}

_NO_PLAYER = QT_TRANSLATE_NOOP(
    "errors",
    "No ready Course Player for this kind of kit was given; nothing was written. Put the archive or setup "
    "program of Course Player into a folder “players” beside this program, or say where it is.",
)
_WRONG_PLAYER = QT_TRANSLATE_NOOP(
    "errors",
    "{file} cannot go into this kind of kit, or there are two for the same system; nothing was written. "
    "Choose one ready Course Player for each system.",
)
_NO_PROGRAM = QT_TRANSLATE_NOOP(
    "errors",
    "A kit of courses alone has no program that could use a policy, names, a look or a language; nothing was "
    "written. Leave them out or choose another kind of kit.",
)
_SETTING = QT_TRANSLATE_NOOP(
    "errors", "This cannot go into a kit: {reason}; nothing was written. Change it and try again."
)
_POLICY = QT_TRANSLATE_NOOP(
    "errors",
    "The policy {file} has a fault ({reason}), so no kit was made; nothing was written. "
    "Mend it and try again.",
)
_LOGO = QT_TRANSLATE_NOOP(
    "errors",
    "{file} cannot be the logo of a kit; nothing was written. "
    "Take a PNG or JPEG picture of 1 MB and 2000 pixels on each side at most.",
)
_BAD_NAME = QT_TRANSLATE_NOOP(
    "errors",
    "A kit cannot be called {name}; nothing was written. Use small letters a to z, digits and hyphens only.",
)


@dataclass(frozen=True, slots=True)
class CheckedSettings:
    """What the program of a kit will read, as files: place in the kit and bytes."""

    settings: KitSettings
    policy: Policy | None
    files: tuple[tuple[str, bytes], ...]
    logo: bytes | None


def check_players(plan: KitPlan) -> None:
    """Raise BadInputError where the programs do not suit the target."""
    if plan.target in {Target.COURSES, Target.DEB}:
        # These hold no program; those that the window found are simply not used.
        return
    if not plan.players:
        raise BadInputError(_NO_PLAYER)
    seen: set[PlayerSystem] = set()
    for player in plan.players:
        if not suits(player, plan.target) or player.system in seen:
            raise BadInputError(_WRONG_PLAYER, file=player.path)
        seen.add(player.system)


def check_settings(plan: KitPlan, made_at: datetime) -> CheckedSettings:
    """Return the settings as they go into the kit; raises BadInputError for what cannot."""
    if not NAME.fullmatch(kit_name(plan)):
        raise BadInputError(_BAD_NAME, name=kit_name(plan))
    if plan.target is Target.COURSES:
        if plan.policy or plan.logo or replace(plan.settings, portable=False) != KitSettings():
            raise BadInputError(_NO_PROGRAM)
        return CheckedSettings(plan.settings, None, (), None)
    logo = None if plan.logo is None else logo_bytes(plan.logo)
    if plan.logo is not None and logo is None:
        raise BadInputError(_LOGO, file=plan.logo)
    logo_name = None if logo is None else LOGO_NAMES[logo[:1]]
    settings = _filled(plan, made_at, logo_name)
    files = []
    if plan.target is not Target.DEB or _says_something(settings):
        try:
            files.append((KIT_NAME, kit_text(settings).encode("utf-8")))
        except ValueError as wrong:
            raise BadInputError(_SETTING, reason=wrong) from wrong
    if logo is not None and logo_name is not None:
        files.append((logo_name, logo))
    policy = None
    if plan.policy is not None:
        data = _read(plan.policy)
        policy = policy_of([(plan.policy.name, data)])
        if policy.problems:
            raise BadInputError(_POLICY, file=plan.policy, reason=policy.problems[0].message)
        files.append((POLICY, data))
    return CheckedSettings(settings, policy, tuple(files), logo)


def _filled(plan: KitPlan, made_at: datetime, logo_name: str | None) -> KitSettings:
    given = plan.settings
    return replace(
        given,
        portable=given.portable and plan.target in {Target.FOLDER, Target.RUN},
        learners=tuple(_tidy(name) for name in given.learners),
        look=KitLook(
            None if given.look.name is None else _tidy(given.look.name), given.look.accent, logo_name
        ),
        players=_folders(plan),
        made_at=made_at.astimezone(UTC).replace(microsecond=0),
        made_by=__version__,
    )


def _folders(plan: KitPlan) -> tuple[str, ...]:
    if plan.target not in {Target.FOLDER, Target.RUN}:
        return ()
    return tuple(player.system.value for player in plan.players)


def _says_something(settings: KitSettings) -> bool:
    return bool(settings.learners or settings.language) or settings.look != KitLook()


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as refusal:
        raise storage_error(refusal, file) from refusal

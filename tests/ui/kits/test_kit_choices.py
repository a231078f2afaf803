"""What a trainer chooses becomes the plan of a kit, or says what is missing."""

from pathlib import Path

import pytest

from courseplayer.kits.plan import BuildKind, PlayerBuild, PlayerFile, PlayerSystem, Target
from courseplayer.system.kit import KitLook, KitSettings
from courseplayer.ui.kits.choices import KitChoices, Missing, names_in

COURSE, PLACE = Path("clinic.course"), Path("/media/stick")
LINUX = PlayerBuild(PlayerSystem.LINUX, BuildKind.FOLDER, Path("/p/linux"), (PlayerFile("courseplayer", 5),))
SETUP = PlayerBuild(PlayerSystem.WINDOWS, BuildKind.SETUP, Path("/p/x.exe"), (PlayerFile("x.exe", 7),))


@pytest.mark.parametrize(
    ("choices", "players", "missing"),
    [
        (KitChoices(), (LINUX,), Missing.COURSES),
        (KitChoices((COURSE,)), (), Missing.PLAYER),
        (KitChoices((COURSE,)), (SETUP,), Missing.PLAYER),
        (KitChoices((COURSE,)), (LINUX,), Missing.PLACE),
        (KitChoices((COURSE,), place=PLACE), (LINUX,), None),
        (KitChoices((COURSE,), place=PLACE, target=Target.COURSES), (), None),
        (KitChoices((COURSE,), place=PLACE, target=Target.DEB), (), None),
        (KitChoices((COURSE,), place=PLACE, target=Target.WINDOWS), (LINUX,), Missing.PLAYER),
        (KitChoices((COURSE,), place=PLACE, target=Target.WINDOWS), (LINUX, SETUP), None),
        (KitChoices((COURSE,), place=PLACE, target=Target.RUN), (SETUP,), Missing.PLAYER),
    ],
)
def test_what_is_missing(
    choices: KitChoices, players: tuple[PlayerBuild, ...], missing: Missing | None
) -> None:
    assert choices.missing(players) is missing


def test_everything_that_was_chosen_is_in_the_plan() -> None:
    chosen = KitChoices(
        (COURSE,),
        learners=("Almaz",),
        language="fr",
        policy=Path("policy.toml"),
        name="Hill Clinic",
        accent="#b3261e",
        logo=Path("logo.png"),
        place=PLACE,
    )
    plan = chosen.plan((LINUX, SETUP))
    assert (plan.destination, plan.courses, plan.players) == (PLACE, (COURSE,), (LINUX,))
    assert (plan.logo, plan.policy) == (Path("logo.png"), Path("policy.toml"))
    look = KitLook("Hill Clinic", "#b3261e")
    assert plan.settings == KitSettings(portable=True, language="fr", learners=("Almaz",), look=look)


@pytest.mark.parametrize(
    ("target", "is_portable"), [(Target.FOLDER, True), (Target.RUN, True), (Target.WINDOWS, False)]
)
def test_only_what_runs_from_the_kit_keeps_its_data_there(target: Target, is_portable: bool) -> None:
    assert KitChoices((COURSE,), place=PLACE, target=target).plan((LINUX, SETUP)).settings.portable is (
        is_portable
    )


def test_courses_alone_take_no_settings_along() -> None:
    chosen = KitChoices((COURSE,), ("Almaz",), "fr", target=Target.COURSES, logo=Path("x.png"), place=PLACE)
    plan = chosen.plan((LINUX,))
    assert (plan.settings, plan.logo, plan.players) == (KitSettings(), None, ())


def test_names_are_tidied_and_each_is_taken_once() -> None:
    text = "Almaz\r\n\n  Bekele   Tesfaye \nAlmaz\n\t\nአልማዝ"
    assert names_in(text) == ("Almaz", "Bekele Tesfaye", "አልማዝ")

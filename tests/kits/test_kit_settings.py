"""What goes into a kit is checked before anything is written: courses, names, look and policy."""

import os
import tempfile
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from courseplayer.course.errors import BadInputError
from courseplayer.course.outline import CourseId
from courseplayer.coursefile.keys import new_key
from courseplayer.coursefile.signature import Signer
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.players import read_player
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.kit import KitLook, KitSettings
from courseplayer.system.kit_file import read_kit, read_logo
from courseplayer.system.policy_places import read_policy
from making.kits import a_course, a_setup, as_tar, contents, damage_media, make_kit


@pytest.fixture
def plan(course: Path, linux: PlayerBuild, stick: Path) -> KitPlan:
    return KitPlan(Target.FOLDER, stick, (course,), (linux,))


def _refused(plan: KitPlan, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        make_kit(plan)
    assert contents(plan.destination) == {}


def test_a_kit_without_a_course_is_refused(plan: KitPlan) -> None:
    _refused(replace(plan, courses=()), "at least one course")


def test_a_damaged_course_is_refused(plan: KitPlan) -> None:
    damage_media(plan.courses[0])
    _refused(plan, "is damaged, so no kit was made")


def test_what_is_no_course_is_refused(plan: KitPlan, tmp_path: Path) -> None:
    (tmp_path / "x.course").write_text("text", encoding="utf-8")
    _refused(replace(plan, courses=(*plan.courses, tmp_path / "x.course")), "is not a course")


def test_two_editions_of_one_course_are_refused(plan: KitPlan, tmp_path: Path) -> None:
    other = a_course(tmp_path / "new" / "other.course", title="Second edition")
    _refused(replace(plan, courses=(*plan.courses, other)), "two editions of the same course")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (KitSettings(learners=("Almaz", "ALMAZ")), "learners must not hold a name twice"),
        (KitSettings(learners=("a\u202eb",)), "invisible"),
        (KitSettings(learners=("x" * 61,)), "60 characters"),
        (KitSettings(language="English, please"), "language must be"),
        (KitSettings(look=KitLook(accent="blue")), "look.accent must be"),
        (KitSettings(look=KitLook(name="<>")), "look.name needs"),
    ],
)
def test_settings_that_the_program_would_not_take_are_refused(
    plan: KitPlan, settings: KitSettings, words: str
) -> None:
    _refused(replace(plan, settings=settings), words)


def test_names_are_tidied(plan: KitPlan) -> None:
    make_kit(replace(plan, settings=KitSettings(learners=("  Almaz   T. ", "Bekele\t"))))
    kit = read_kit(plan.destination)
    assert kit is not None
    assert kit.settings.learners == ("Almaz T.", "Bekele")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_goes_along(plan: KitPlan, tmp_path: Path, kind: str) -> None:
    stream = BytesIO()
    Image.new("RGB", (64, 32), "red").save(stream, kind)
    (tmp_path / "our picture").write_bytes(stream.getvalue())
    make_kit(replace(plan, logo=tmp_path / "our picture"))
    kit = read_kit(plan.destination)
    assert kit is not None
    assert read_logo(kit) == stream.getvalue()


def test_a_logo_that_no_window_would_show_is_refused(plan: KitPlan, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    _refused(replace(plan, logo=tmp_path / "logo.svg"), "cannot be the logo")
    _refused(replace(plan, logo=tmp_path / "gone.png"), "cannot be the logo")


def _policy(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_policy_goes_along_as_it_is(plan: KitPlan, tmp_path: Path) -> None:
    policy = _policy(tmp_path, 'language = "fr"\n# for the clinic\n')
    make_kit(replace(plan, policy=policy))
    there = plan.destination / "policy.toml"
    assert there.read_bytes() == policy.read_bytes()
    assert read_policy((there,)).language == "fr"


@pytest.mark.parametrize("text", ["language = ", 'langauge = "fr"', "text_size_percent = 5", "#" * 1_000_001])
def test_a_policy_with_a_fault_makes_no_kit(plan: KitPlan, tmp_path: Path, text: str) -> None:
    _refused(replace(plan, policy=_policy(tmp_path, text)), "The policy .* has a fault")


def test_a_policy_that_is_not_there_is_told(plan: KitPlan, tmp_path: Path) -> None:
    _refused(replace(plan, policy=tmp_path / "gone.toml"), "was not found")


def test_a_course_that_the_kits_own_policy_keeps_shut_is_refused(plan: KitPlan, tmp_path: Path) -> None:
    key, other = new_key(), new_key()
    signed = a_course(tmp_path / "s" / "s.course", CourseId("signed"), signer=Signer(key, "Hill Clinic"))
    policy = _policy(tmp_path, f'signers = ["{key.public().text()}"]')
    _refused(replace(plan, policy=policy), "is signed by none of the keys")
    assert make_kit(replace(plan, policy=policy, courses=(signed,))).files_written > 0
    elsewhere = _policy(tmp_path, f'signers = ["{other.public().text()}"]')
    with pytest.raises(BadInputError, match="is signed by none of the keys"):
        make_kit(replace(plan, policy=elsewhere, courses=(signed,)))


def test_courses_alone_take_no_settings(plan: KitPlan, tmp_path: Path) -> None:
    alone = replace(plan, target=Target.COURSES, players=())
    _refused(replace(alone, settings=KitSettings(learners=("Almaz",))), "has no program that could use")
    _refused(replace(alone, policy=_policy(tmp_path, "")), "has no program that could use")


@pytest.mark.parametrize("name", ["", "Clinic", "a b", "../x", "x" * 41, "-x"])
def test_a_name_that_no_package_can_have_is_refused(plan: KitPlan, name: str) -> None:
    _refused(replace(plan, name=name), "A kit cannot be called")


def test_a_windows_kit_is_the_setup_unchanged_and_what_it_copies(
    plan: KitPlan, tmp_path: Path, course: Path
) -> None:
    setup = a_setup(tmp_path / "ready" / "courseplayer-0.1.0-setup.exe")
    policy = _policy(tmp_path, 'language = "fr"')
    settings = KitSettings(portable=True, learners=("Almaz",))
    make_kit(
        KitPlan(
            Target.WINDOWS,
            plan.destination,
            (course,),
            (read_player(setup, SilentTask()),),
            settings,
            policy=policy,
        )
    )
    there = contents(plan.destination)
    assert set(there) == {
        setup.name, "courses/clinic.course", "kit.toml", "policy.toml", "START-HERE.html", "SHA256SUMS",
    }  # fmt: skip
    assert there[setup.name] == setup.read_bytes()
    kit = read_kit(plan.destination)
    assert kit is not None
    # What is installed for everybody is never one person's stick.
    assert (kit.settings.portable, kit.settings.players) == (False, ())


def test_nothing_is_left_in_the_temporary_folder(
    plan: KitPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = as_tar(plan.players[0].path, tmp_path / "courseplayer.tar.xz")
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(folder))
    make_kit(replace(plan, players=(read_player(packed, SilentTask()),)))
    assert list(folder.iterdir()) == []


def test_what_a_killed_program_left_in_the_temporary_folder_goes_after_days(
    plan: KitPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(folder))
    for name in ("courseplayer-kit-old", "courseplayer-kit-new", "other-old"):
        (folder / name / "windows").mkdir(parents=True)
        (folder / name / "windows" / "courseplayer.exe").write_bytes(b"MZ")
        days = 4 if name.endswith("old") else 1
        os.utime(folder / name, (time.time() - days * 86_400,) * 2)
    make_kit(plan)
    assert {path.name for path in folder.iterdir()} == {"courseplayer-kit-new", "other-old"}

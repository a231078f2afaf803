"""Where the program keeps what."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.system.paths import resources_folder, standard_paths


def test_one_variable_puts_everything_below_one_folder(tmp_path: Path) -> None:
    paths = standard_paths({"COURSEPLAYER_HOME": str(tmp_path / "home")})
    places = (paths.learner_db, paths.settings_file, paths.shelf_snapshot, paths.user_courses, paths.logs)
    assert all(place.is_relative_to(tmp_path / "home") for place in places)
    assert paths.site_courses == (tmp_path / "home" / "site" / "courses",)
    assert paths.shared_courses in paths.site_courses


def test_a_folder_given_by_hand_wins_over_the_variable(tmp_path: Path) -> None:
    paths = standard_paths({"COURSEPLAYER_HOME": str(tmp_path / "a")}, home=tmp_path / "b")
    assert paths.data.is_relative_to(tmp_path / "b")


def test_without_a_choice_the_places_are_those_of_the_platform() -> None:
    paths = standard_paths({})
    assert "courseplayer" in paths.learner_db.parts
    assert paths.site_courses
    assert paths.user_courses not in paths.site_courses


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the site folders of Linux")
def test_courses_for_everyone_lie_in_the_shared_folders_of_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_DIRS", raising=False)
    assert standard_paths({}).site_courses == (
        Path("/usr/local/share/courseplayer/courses"),
        Path("/usr/share/courseplayer/courses"),
    )


def test_nothing_is_made_until_asked(tmp_path: Path) -> None:
    paths = standard_paths({}, home=tmp_path / "home")
    assert not (tmp_path / "home").exists()
    paths.ensure()
    assert paths.user_courses.is_dir()
    assert paths.logs.is_dir()


def test_a_home_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the place of the folder", encoding="ascii")
    with pytest.raises(PlainError, match="home"):
        standard_paths({}, home=tmp_path / "home").ensure()


def test_courses_on_mounted_sticks_are_found(tmp_path: Path) -> None:
    for folder in ("one/courses", "two/courses", "three/other"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "four").mkdir()
    (tmp_path / "four/courses").write_text("not a folder", encoding="ascii")
    paths = replace(standard_paths({}, home=tmp_path), mount_patterns=(str(tmp_path / "*"),))
    found = [folder for folder in paths.stick_courses() if folder.is_relative_to(tmp_path)]
    assert found == [tmp_path / "one/courses", tmp_path / "two/courses"]
    assert set(found) < set(paths.course_folders())


def test_a_frozen_program_looks_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "CoursePlayer" / "courseplayer"))
    assert standard_paths({}).beside_program == tmp_path / "CoursePlayer" / "courses"


def test_a_mac_bundle_and_an_appimage_look_beside_what_the_person_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Course Player.app/Contents/MacOS/courseplayer"))
    assert standard_paths({}).beside_program == tmp_path / "courses"
    image = str(tmp_path / "stick" / "CoursePlayer.AppImage")
    assert standard_paths({"APPIMAGE": image}).beside_program == tmp_path / "stick" / "courses"


def test_the_resources_are_found_from_source() -> None:
    assert resources_folder().is_dir()

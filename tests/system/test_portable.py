"""Portable mode: data goes to the stick, or to the own folder where the stick refuses, and says so."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from courseplayer.learner.places import StorePlaces
from courseplayer.system.kit import Kit, KitSettings
from courseplayer.system.paths import Keeping, Paths, standard_paths
from courseplayer.system.policy import Policy
from courseplayer.system.portable import keep_off_computer, places, refused_stick

PORTABLE = KitSettings(portable=True)


def _kit(folder: Path, settings: KitSettings = PORTABLE) -> Kit:
    folder.mkdir()
    return Kit(folder, settings, "mark")


def _written(paths: Paths) -> tuple[Path, ...]:
    return (paths.data, paths.config, paths.cache, paths.logs, paths.learner_db, paths.settings_file)


def test_a_portable_kit_keeps_everything_on_its_stick(tmp_path: Path) -> None:
    kit = _kit(tmp_path / "stick")
    paths = places({}, kit)
    assert all(place.is_relative_to(kit.folder / "data") for place in _written(paths))
    assert StorePlaces(paths.learner_db).backups.is_relative_to(kit.folder)
    assert (paths.keeping, paths.beside_program) == (Keeping.STICK, kit.folder / "courses")
    assert not any(folder.is_relative_to(kit.folder) for folder in paths.own_courses())
    assert refused_stick(paths) is None


def test_another_kit_keeps_everything_on_the_computer(tmp_path: Path) -> None:
    kit = _kit(tmp_path / "stick", KitSettings())
    paths = places({}, kit)
    assert _written(paths) == _written(standard_paths({}))
    assert (paths.keeping, paths.beside_program) == (Keeping.COMPUTER, kit.folder / "courses")
    assert list(kit.folder.iterdir()) == []


def test_without_a_kit_nothing_changes() -> None:
    assert places({}, None) == standard_paths({})


def test_a_home_that_somebody_chose_beats_the_kit(tmp_path: Path) -> None:
    kit = _kit(tmp_path / "stick")
    paths = places({"COURSEPLAYER_HOME": str(tmp_path / "home")}, kit)
    assert paths.data == tmp_path / "home" / "data"
    assert paths.keeping is Keeping.COMPUTER
    assert not (kit.folder / "data").exists()


def test_a_policy_beats_the_kit(tmp_path: Path) -> None:
    policy = Policy(data_folder=tmp_path / "server")
    paths = places({}, _kit(tmp_path / "stick")).under(policy)
    assert paths.data == tmp_path / "server"
    assert paths.keeping is Keeping.COMPUTER
    assert paths.logs.is_relative_to(tmp_path / "stick")


def test_where_the_stick_refuses_the_own_folder_is_used_and_it_says_so(tmp_path: Path) -> None:
    kit = _kit(tmp_path / "stick")
    # A file in the place of the folder stops an administrator too, as the tests may be.
    (kit.folder / "data").write_text("in the way", encoding="ascii")
    paths = places({}, kit)
    assert _written(paths) == _written(standard_paths({}))
    told = str(refused_stick(paths))
    assert str(paths.data) in told
    assert "safe" in told
    assert "\n" not in told
    assert refused_stick(paths.under(Policy(data_folder=tmp_path / "server"))) is None


def test_trying_the_stick_leaves_nothing_there(tmp_path: Path) -> None:
    kit = _kit(tmp_path / "stick")
    places({}, kit)
    assert [path.name for path in kit.folder.rglob("*")] == ["data"]


def test_a_full_stick_is_still_the_place_of_its_learners(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = _kit(tmp_path / "stick")
    (kit.folder / "data").mkdir()

    def refuse(path: Path, *_rest: object, **_options: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert places({}, kit).keeping is Keeping.STICK


def test_what_libraries_keep_and_temporary_files_go_to_the_stick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = _kit(tmp_path / "stick")
    environ: dict[str, str] = {}
    keep_off_computer(environ, places({}, kit))
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "PULSE_RUNTIME_PATH"):
        assert Path(environ[name]).is_relative_to(kit.folder)
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, environ[name])
    monkeypatch.setattr(tempfile, "tempdir", None)
    with tempfile.NamedTemporaryFile() as made:
        assert Path(made.name).is_relative_to(kit.folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such sound server")
def test_a_sound_server_in_use_is_still_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".config" / "pulse").mkdir(parents=True)
    (tmp_path / ".config" / "pulse" / "cookie").write_bytes(b"cookie")
    environ = {"XDG_RUNTIME_DIR": "/run/user/1000"}
    keep_off_computer(environ, places({}, _kit(tmp_path / "stick")))
    assert not {"PULSE_COOKIE", "PULSE_RUNTIME_PATH"} & environ.keys()


def test_on_the_computer_libraries_are_left_alone(tmp_path: Path) -> None:
    environ: dict[str, str] = {}
    keep_off_computer(environ, places({}, _kit(tmp_path / "stick", KitSettings())))
    keep_off_computer(environ, places(dict(os.environ), None))
    assert environ == {}

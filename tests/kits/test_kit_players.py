"""Ready programs are known by what is in them; what is broken, odd or too much is refused."""

import io
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.kits.plan import BuildKind, KitPlan, PlayerBuild, PlayerSystem, Target
from courseplayer.kits.players import choose_players, find_players, player_folders, read_player
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.kits import (
    a_disk_image,
    a_linux_player,
    a_setup,
    a_windows_player,
    as_tar,
    as_zip,
    contents,
    make_kit,
)

LINUX_PLACES = [
    "README.txt",
    "_internal/PySide6/Qt/plugins/a.so",
    "_internal/base_library.zip",
    "courseplayer",
]


def _read(path: Path) -> PlayerBuild:
    return read_player(path, SilentTask())


def test_a_folder_and_an_archive_hold_the_same_program(tmp_path: Path) -> None:
    folder = a_linux_player(tmp_path / "program")
    for path, kind in ((folder, BuildKind.FOLDER), (as_tar(folder, tmp_path / "p.tar.xz"), BuildKind.TAR)):
        build = _read(path)
        assert (build.system, build.kind) == (PlayerSystem.LINUX, kind)
        assert [file.place for file in build.files] == LINUX_PLACES
        assert [file.place for file in build.files if file.is_program] == ["courseplayer"]


def test_a_zip_for_windows_is_known(tmp_path: Path) -> None:
    build = _read(as_zip(a_windows_player(tmp_path / "program"), tmp_path / "p.zip"))
    assert (build.system, build.kind) == (PlayerSystem.WINDOWS, BuildKind.ZIP)
    assert [file.place for file in build.files] == ["_internal/python311.dll", "courseplayer.exe"]


def test_setups_and_disk_images_are_known(tmp_path: Path) -> None:
    setup = _read(a_setup(tmp_path / "courseplayer-0.1.0-setup.exe"))
    image = _read(a_disk_image(tmp_path / "Course Player.dmg"))
    assert (setup.system, setup.kind) == (PlayerSystem.WINDOWS, BuildKind.SETUP)
    assert (image.system, image.kind) == (PlayerSystem.MACOS, BuildKind.IMAGE)


def test_what_lies_around_a_program_stays_there(tmp_path: Path) -> None:
    folder = a_linux_player(tmp_path / "program")
    for place in ("courses/mine.course", "data/learner.db", "policy.toml", "kit.toml", "notes.txt"):
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_text("mine", encoding="utf-8")
    assert [file.place for file in _read(folder).files] == LINUX_PLACES


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_are_neither_taken_nor_followed(tmp_path: Path) -> None:
    folder = a_linux_player(tmp_path / "program")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key").write_text("secret", encoding="utf-8")
    (folder / "_internal" / "inside.so").symlink_to("base_library.zip")
    (folder / "_internal" / "out").symlink_to(tmp_path / "secret")
    assert [file.place for file in _read(folder).files] == LINUX_PLACES
    assert [file.place for file in _read(as_tar(folder, tmp_path / "p.tar.xz")).files] == LINUX_PLACES


@pytest.mark.parametrize("name", ["text.zip", "text.tar.xz", "text.exe", "text.dmg", "text"])
def test_something_else_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("something else entirely", encoding="utf-8")
    with pytest.raises(BadInputError, match=name):
        _read(tmp_path / name)


@pytest.mark.parametrize("name", ["courseplayer-0.1.0.msi", "courseplayer_0.1.0_amd64.deb", "START-HERE.pdf"])
def test_what_no_kit_is_made_from_is_not_called_damaged(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(BadInputError, match="holds no Course Player"):
        _read(tmp_path / name)
    with pytest.raises(BadInputError, match="was not found"):
        _read(tmp_path / "gone" / name)


def test_what_is_not_there_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="was not found"):
        _read(tmp_path / "gone.zip")
    with pytest.raises(BadInputError, match="holds no Course Player"):
        _read(tmp_path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_cut_archive_is_refused(tmp_path: Path, share: float) -> None:
    folder = a_linux_player(tmp_path / "program", **{"big.so": "abc" * 50_000})
    for archive in (as_tar(folder, tmp_path / "p.tar.xz"), as_zip(folder, tmp_path / "p.zip")):
        data = archive.read_bytes()
        archive.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(BadInputError, match=archive.name):
            _read(archive)


def _tar_with(archive: Path, *names: str) -> Path:
    with tarfile.open(archive, "w:xz") as packed:
        for name in ("top/courseplayer", "top/_internal/a", *names):
            header = tarfile.TarInfo(name)
            header.size = 1
            packed.addfile(header, io.BytesIO(b"x"))
    return archive


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "top/_internal/../../../evil", "C:/evil"])
def test_an_archive_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInputError, match="cannot lie on every stick"):
        _read(_tar_with(tmp_path / "p.tar.xz", name))
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as packed:
        for one in ("courseplayer", "_internal/a", name):
            packed.writestr(one, "x")
    with pytest.raises(BadInputError, match="cannot lie on every stick"):
        _read(tmp_path / "p.zip")


@pytest.mark.parametrize("name", ["con.so", "a:b.so", "a?.so", "dot.", "A"])
def test_names_that_some_system_cannot_store_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInputError, match="cannot lie on every stick"):
        _read(_tar_with(tmp_path / "p.tar.xz", f"top/_internal/{name}"))


def test_an_archive_of_endless_files_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as packed:
        for number in range(20_002):
            packed.writestr(f"_internal/{number}", "")
    with pytest.raises(BadInputError, match="holds no Course Player"):
        _read(tmp_path / "p.zip")


def test_an_archive_that_is_not_as_its_checksum_says_makes_no_kit(
    tmp_path: Path, course: Path, stick: Path
) -> None:
    archive = as_tar(a_linux_player(tmp_path / "program"), tmp_path / "release" / "courseplayer.tar.xz")
    sums = archive.parent / "SHA256SUMS"
    sums.write_text(f"{'0' * 64}  {archive.name}\n{'1' * 64}  other.deb\n", encoding="utf-8")
    plan = KitPlan(Target.FOLDER, stick, (course,), (_read(archive),))
    with pytest.raises(BadInputError, match="is not as its checksum"):
        make_kit(plan)
    assert contents(stick) == {}
    sums.write_text(f"{'1' * 64}  other.deb\n", encoding="utf-8")
    assert make_kit(plan).files_written > 0


@pytest.mark.parametrize("text", ["longer than it was before", ""])
def test_an_archive_that_changes_after_it_was_looked_at_makes_no_kit(
    tmp_path: Path, course: Path, stick: Path, text: str
) -> None:
    archive = as_tar(a_linux_player(tmp_path / "program"), tmp_path / "courseplayer.tar.xz")
    plan = KitPlan(Target.FOLDER, stick, (course,), (_read(archive),))
    as_tar(a_linux_player(tmp_path / "program", **{"base_library.zip": text}), archive)
    with pytest.raises(BadInputError, match="is damaged, so no kit can be made"):
        make_kit(plan)
    assert contents(stick) == {}


def test_programs_are_found_in_folders_and_what_is_broken_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "players"
    a_windows_player(folder / "windows")
    as_tar(a_linux_player(tmp_path / "program"), folder / "courseplayer-0.1.0-linux-x86_64.tar.xz")
    a_setup(folder / "courseplayer-0.1.0-setup.exe")
    (folder / "courseplayer-broken.zip").write_bytes(b"broken")
    (folder / "SHA256SUMS").write_text("", encoding="utf-8")
    found = find_players([folder, tmp_path / "not-there"], SilentTask())
    assert {build.path.name for build in found} == {
        "windows",
        "courseplayer-0.1.0-linux-x86_64.tar.xz",
        "courseplayer-0.1.0-setup.exe",
    }


def test_looking_can_be_stopped(tmp_path: Path) -> None:
    task = SilentTask()
    task.cancel()
    with pytest.raises(Cancelled):
        find_players([a_linux_player(tmp_path / "players" / "linux").parent], task)


def test_one_program_for_each_system_is_chosen_the_newest(tmp_path: Path) -> None:
    program = a_linux_player(tmp_path / "program")
    for version in ("0.9.1", "0.10.0"):
        as_tar(program, tmp_path / "players" / f"courseplayer-{version}-linux-x86_64.tar.xz")
    a_setup(tmp_path / "players" / "courseplayer-0.9.1-setup.exe")
    found = find_players([tmp_path / "players"], SilentTask())
    assert [one.path.name for one in choose_players(found, Target.FOLDER)] == [
        "courseplayer-0.10.0-linux-x86_64.tar.xz"
    ]
    assert [one.kind for one in choose_players(found, Target.WINDOWS)] == [BuildKind.SETUP]
    assert [one.kind for one in choose_players(found, Target.RUN)] == [BuildKind.TAR]
    assert choose_players(found, Target.COURSES) == ()


def test_a_stick_can_make_sticks(
    tmp_path: Path, course: Path, linux: PlayerBuild, windows: PlayerBuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "FIRST", tmp_path / "SECOND"
    make_kit(KitPlan(Target.FOLDER, first, (course,), (linux, windows)))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(first / "linux" / "courseplayer"))
    found = find_players(player_folders({}), SilentTask())
    players = choose_players(found, Target.FOLDER)
    assert [one.path for one in players] == [first / "linux", first / "windows"]
    make_kit(KitPlan(Target.FOLDER, second, (course,), players))
    one, other = contents(first), contents(second)
    assert {place: one[place] for place in one if place.startswith(("linux", "windows"))} == {
        place: other[place] for place in other if place.startswith(("linux", "windows"))
    }


@pytest.mark.parametrize("target", [Target.FOLDER, Target.WINDOWS, Target.RUN])
def test_without_a_program_there_is_no_such_kit(course: Path, stick: Path, target: Target) -> None:
    with pytest.raises(PlainError, match="No ready Course Player"):
        make_kit(KitPlan(target, stick, (course,)))


def test_programs_that_do_not_suit_are_refused(
    course: Path, stick: Path, linux: PlayerBuild, windows: PlayerBuild
) -> None:
    for target, players in (
        (Target.FOLDER, (linux, linux)),
        (Target.RUN, (windows,)),
        (Target.WINDOWS, (windows,)),
    ):
        with pytest.raises(BadInputError, match="cannot go into this kind of kit"):
            make_kit(KitPlan(target, stick, (course,), players))

"""Kits on sticks and in folders: whole or not at all, read back, and beside what others put there."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError, PlainError
from courseplayer.course.outline import CourseId
from courseplayer.kits.making import holds_kit, prepare_kit, write_kit
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.players import read_player
from courseplayer.system.cancellation import Cancelled, SilentTask
from courseplayer.system.kit import KitLook, KitSettings
from courseplayer.system.kit_file import read_kit
from making.kits import (
    MADE_AT,
    WatchedTask,
    a_course,
    a_disk_image,
    a_linux_player,
    as_tar,
    contents,
    make_kit,
)
from making.mounts import run_mounted

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there is no POSIX shell")


@pytest.fixture
def plan(course: Path, linux: PlayerBuild, windows: PlayerBuild, stick: Path) -> KitPlan:
    settings = KitSettings(portable=True, language="fr", learners=("Almaz",), look=KitLook("Hill Clinic"))
    return KitPlan(Target.FOLDER, stick, (course,), (linux, windows), settings)


def test_a_stick_holds_programs_courses_a_page_and_checksums(plan: KitPlan, course: Path) -> None:
    made = make_kit(plan)
    there = contents(plan.destination)
    assert set(there) == {
        "START-HERE.html",
        "SHA256SUMS",
        "kit.toml",
        "start-linux.sh",
        "courses/clinic.course",
        "linux/courseplayer",
        "linux/README.txt",
        "linux/_internal/base_library.zip",
        "linux/_internal/PySide6/Qt/plugins/a.so",
        "windows/courseplayer.exe",
        "windows/_internal/python311.dll",
    }
    assert there["courses/clinic.course"] == course.read_bytes()
    assert (made.files_written, made.files_kept) == (len(there), 0)
    assert made.bytes_written == sum(map(len, there.values()))
    assert not any(path.is_symlink() for path in plan.destination.rglob("*"))


def test_the_program_of_the_kit_reads_what_was_chosen(plan: KitPlan) -> None:
    make_kit(plan)
    kit = read_kit(plan.destination)
    assert kit is not None
    assert kit.faults == ()
    assert kit.settings.learners == ("Almaz",)
    assert (kit.settings.portable, kit.settings.players) == (True, ("linux", "windows"))
    assert kit.settings.made_at == MADE_AT


@POSIX
@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_checksums_are_checked_by_the_systems_own_tool(plan: KitPlan) -> None:
    make_kit(plan)
    check = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    done = subprocess.run(check, cwd=plan.destination, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    listed = {line.partition(": ")[0] for line in done.stdout.splitlines()}
    assert listed == set(contents(plan.destination)) - {"SHA256SUMS"}
    (plan.destination / "courses" / "clinic.course").write_bytes(b"other")
    assert subprocess.run(check, cwd=plan.destination, capture_output=True, check=False).returncode == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Linux")
@pytest.mark.parametrize("shell", ["dash", "bash"])
def test_the_start_script_starts_the_program(plan: KitPlan, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    make_kit(plan)
    command = [shell, str(plan.destination / "start-linux.sh"), "play", "a b"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"]}
    )
    assert done.stdout == f"stand-in started from {plan.destination}/linux with play a b\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Linux")
def test_the_start_script_says_when_the_drive_allows_no_programs(plan: KitPlan) -> None:
    make_kit(plan)
    # A script is nothing the loader could start: as on a stick that is mounted without programs.
    (plan.destination / "linux" / "courseplayer").chmod(0o644)
    done = subprocess.run(
        ["sh", plan.destination / "start-linux.sh"], capture_output=True, text=True, check=False, env={}
    )
    assert done.returncode == 1
    assert "Copy the kit into your home folder" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the loader is that of Linux")
def test_a_program_without_the_right_to_start_is_started_by_the_loader(plan: KitPlan) -> None:
    true = shutil.which("true")
    if true is None or not Path("/lib64/ld-linux-x86-64.so.2").exists():
        pytest.skip("no program to try it with")
    make_kit(plan)
    program = plan.destination / "linux" / "courseplayer"
    shutil.copyfile(true, program)
    program.chmod(0o644)
    done = subprocess.run(["sh", plan.destination / "start-linux.sh"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Linux")
def test_where_no_program_may_start_the_script_says_what_to_do(plan: KitPlan, tmp_path: Path) -> None:
    true = shutil.which("true")
    if true is None:
        pytest.skip("no program to try it with")
    make_kit(plan)
    shutil.copyfile(true, plan.destination / "linux" / "courseplayer")
    drive = tmp_path / "drive"
    drive.mkdir()
    mounts = [f"mount -t tmpfs -o noexec none '{drive}'", f"cp -a '{plan.destination}' '{drive}/kit'"]
    done = run_mounted(mounts, "sh", drive / "kit" / "start-linux.sh", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert "does not allow programs to be started; nothing was changed" in done.stderr


@POSIX
def test_programs_may_be_started_where_rights_are_kept(plan: KitPlan) -> None:
    make_kit(plan)
    assert stat.S_IMODE((plan.destination / "linux" / "courseplayer").stat().st_mode) == 0o755


def test_an_archive_gives_the_same_kit_as_the_folder(
    plan: KitPlan, linux: PlayerBuild, tmp_path: Path
) -> None:
    make_kit(plan)
    packed = read_player(as_tar(linux.path, tmp_path / "courseplayer-0.1.0.tar.xz"), SilentTask())
    other = tmp_path / "OTHER"
    make_kit(KitPlan(Target.FOLDER, other, plan.courses, (packed, plan.players[1]), plan.settings))
    assert contents(other) == contents(plan.destination)


def test_a_disk_image_goes_along_as_it_is(course: Path, stick: Path, tmp_path: Path) -> None:
    image = read_player(a_disk_image(tmp_path / "Course Player-0.1.0.dmg"), SilentTask())
    make_kit(KitPlan(Target.FOLDER, stick, (course,), (image,)))
    assert (stick / "macos" / image.path.name).read_bytes() == image.path.read_bytes()


def test_courses_only_are_courses_a_page_and_checksums(course: Path, stick: Path) -> None:
    make_kit(KitPlan(Target.COURSES, stick, (course,)))
    assert set(contents(stick)) == {"courses/clinic.course", "START-HERE.html", "SHA256SUMS"}


def test_the_same_again_writes_nothing(plan: KitPlan) -> None:
    make_kit(plan)
    before = {path: path.stat().st_mtime_ns for path in plan.destination.rglob("*") if path.is_file()}
    again = make_kit(plan)
    assert (again.files_written, again.bytes_written) == (0, 0)
    assert again.files_kept == len(before)
    assert all(path.stat().st_mtime_ns == moment for path, moment in before.items())


def test_a_damaged_file_of_the_kit_is_made_good(plan: KitPlan, course: Path) -> None:
    make_kit(plan)
    copy = plan.destination / "courses" / "clinic.course"
    copy.write_bytes(bytes(len(course.read_bytes())))
    assert make_kit(plan).files_written == 1
    assert copy.read_bytes() == course.read_bytes()


def test_an_update_takes_what_the_older_program_had_and_nothing_else(
    plan: KitPlan, course: Path, tmp_path: Path
) -> None:
    stick = plan.destination
    make_kit(plan)
    foreign = {"linux/_internal/mine.txt": b"mine", "data/learner.db": b"words", "photo.jpg": b"photo"}
    for place, data in foreign.items():
        (stick / place).parent.mkdir(exist_ok=True)
        (stick / place).write_bytes(data)
    (stick / "linux" / "README.txt").write_bytes(b"I wrote something here")
    newer = a_linux_player(tmp_path / "newer", **{"new.so": "new"})
    (newer / "_internal" / "base_library.zip").unlink()
    (newer / "README.txt").unlink()
    other = a_course(tmp_path / "given" / "second.course", CourseId("second"))
    make_kit(KitPlan(Target.FOLDER, stick, (other,), (read_player(newer, SilentTask()),)))
    there = contents(stick)
    assert there["linux/_internal/new.so"] == b"new"
    assert "linux/_internal/base_library.zip" not in there
    assert {place: there[place] for place in foreign} == foreign
    assert there["linux/README.txt"] == b"I wrote something here"
    # Not in this kit, and not in the folder of a program that is: it stays.
    assert "windows/courseplayer.exe" in there
    assert there["courses/clinic.course"] == course.read_bytes()


@POSIX
def test_what_an_older_kit_listed_is_not_looked_for_through_links(plan: KitPlan, tmp_path: Path) -> None:
    stick, outside = plan.destination, tmp_path / "outside"
    outside.mkdir()
    (outside / "empty").write_bytes(b"")
    make_kit(plan)
    (stick / "linux" / "_internal" / "link").symlink_to(outside)
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    with (stick / "SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{empty}  linux/_internal/link/empty\n")
    make_kit(plan)
    assert (outside / "empty").exists()


def test_a_hostile_list_of_checksums_removes_nothing_outside(plan: KitPlan, tmp_path: Path) -> None:
    stick = plan.destination
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    places = (
        "../outside.txt",
        "linux/../../outside.txt",
        str(outside),
        "linux\\..\\..\\outside.txt",
        "keep.txt",
    )
    (stick / "SHA256SUMS").write_text("".join(f"{empty}  {place}\n" for place in places), encoding="utf-8")
    (stick / "keep.txt").write_bytes(b"")
    make_kit(plan)
    assert outside.exists()
    assert (stick / "keep.txt").exists()


@pytest.mark.parametrize("share", [0.0, 0.2, 0.45, 0.55, 0.95])
def test_stopped_nothing_of_the_kit_is_left(plan: KitPlan, share: float) -> None:
    (plan.destination / "mine.txt").write_bytes(b"mine")
    with pytest.raises(Cancelled):
        make_kit(plan, WatchedTask(share))
    assert contents(plan.destination) == {"mine.txt": b"mine"}
    assert list(plan.destination.iterdir()) == [plan.destination / "mine.txt"]


@pytest.mark.parametrize("share", [0.3, 0.8])
def test_stopped_an_earlier_kit_is_as_it_was(plan: KitPlan, share: float, tmp_path: Path) -> None:
    make_kit(plan)
    before = contents(plan.destination)
    newer = read_player(a_linux_player(tmp_path / "newer", **{"new.so": "new" * 9_000}), SilentTask())
    other = a_course(tmp_path / "given" / "second.course", CourseId("second"))
    with pytest.raises(Cancelled):
        make_kit(KitPlan(Target.FOLDER, plan.destination, (other,), (newer,)), WatchedTask(share))
    assert contents(plan.destination) == before


def test_a_new_folder_that_came_to_nothing_is_gone(plan: KitPlan, tmp_path: Path) -> None:
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit, pytest.raises(Cancelled):
        write_kit(kit, tmp_path / "new", WatchedTask(0.5))
    assert not (tmp_path / "new").exists()


def test_progress_goes_forward_to_the_end(plan: KitPlan) -> None:
    preparing, writing = WatchedTask(), WatchedTask()
    with prepare_kit(plan, MADE_AT, preparing) as kit:
        write_kit(kit, plan.destination, writing)
    for task in (preparing, writing):
        assert task.shares == sorted(task.shares)
        assert task.shares[-1] == 1.0


def _damage_what_was_written(stick: Path) -> None:
    (file,) = stick.glob(".courseplayer-kit-*.partial/courses/clinic.course")
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)


def test_a_stick_that_gives_back_something_else_is_told_and_left_as_it_was(plan: KitPlan) -> None:
    stick = plan.destination
    (stick / "mine.txt").write_bytes(b"mine")
    damaging = WatchedTask(0.5, lambda: _damage_what_was_written(stick))
    with pytest.raises(PlainError, match="could not be read back"):
        make_kit(plan, damaging)
    assert contents(stick) == {"mine.txt": b"mine"}


@pytest.mark.parametrize("share", [0.2, 0.7])
def test_a_stick_that_is_pulled_is_told(plan: KitPlan, tmp_path: Path, share: float) -> None:
    def pull() -> None:
        plan.destination.rename(tmp_path / "in-the-hand")

    with pytest.raises(PlainError, match="does not answer any more"):
        make_kit(plan, WatchedTask(share, pull))
    assert not plan.destination.exists()


def test_a_stick_that_is_not_there_is_not_made(plan: KitPlan, tmp_path: Path) -> None:
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit, pytest.raises(BadInputError, match="not found"):
        write_kit(kit, tmp_path / "media" / "STICK", SilentTask())
    assert not (tmp_path / "media").exists()


def test_what_a_pulled_stick_kept_is_tidied_by_the_next_kit(plan: KitPlan) -> None:
    left = plan.destination / ".courseplayer-kit-0123456789abcdef.partial"
    (left / "courses").mkdir(parents=True)
    (left / "courses" / "half.course").write_bytes(b"half")
    alike = plan.destination / ".courseplayer-kit-mine.partial"
    alike.mkdir()
    make_kit(plan)
    assert not left.exists()
    assert alike.exists()


def test_a_course_that_changes_meanwhile_stops_the_kit(plan: KitPlan, course: Path) -> None:
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        course.write_bytes(course.read_bytes()[:-1] + b"x")
        with pytest.raises(BadInputError, match="changed while the kit was being made"):
            write_kit(kit, plan.destination, SilentTask())
    assert contents(plan.destination) == {}


@pytest.mark.parametrize("place", ["courses", "kit.toml", "linux"])
def test_something_else_in_the_place_of_a_part_is_left_alone(plan: KitPlan, place: str) -> None:
    there = plan.destination / place
    if place == "kit.toml":
        there.mkdir()
    else:
        there.write_bytes(b"a file")
    with pytest.raises(BadInputError, match="stands where"):
        make_kit(plan)
    assert [path.name for path in plan.destination.iterdir()] == [place]


@POSIX
@pytest.mark.parametrize("place", ["courses", "START-HERE.html"])
def test_a_link_on_the_stick_leads_nowhere(plan: KitPlan, tmp_path: Path, place: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (plan.destination / place).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadInputError, match="stands where"):
        make_kit(plan)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_whether_a_stick_holds_this_very_kit(plan: KitPlan, tmp_path: Path) -> None:
    with prepare_kit(plan, MADE_AT, SilentTask()) as kit:
        assert not holds_kit(kit, plan.destination)
        write_kit(kit, plan.destination, SilentTask())
        assert holds_kit(kit, plan.destination)
        shutil.rmtree(plan.destination)
        assert not holds_kit(kit, plan.destination)
    with prepare_kit(plan, MADE_AT.replace(hour=7), SilentTask()) as later:
        make_kit(plan)
        assert not holds_kit(later, plan.destination)


def test_two_courses_of_one_name_both_go_along(plan: KitPlan, tmp_path: Path) -> None:
    other = a_course(tmp_path / "other" / "CLINIC.course", CourseId("second"))
    make_kit(KitPlan(Target.COURSES, plan.destination, (*plan.courses, other, other)))
    names = sorted(path.name for path in (plan.destination / "courses").iterdir())
    assert names == ["CLINIC (2).course", "clinic.course"]

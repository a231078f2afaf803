"""What viruses leave on sticks is found and never touched; ordinary sticks are left in peace."""

import hashlib
import os
import random
import stat
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from courseplayer.coursefile.stick.findings import BROKEN, Sign
from courseplayer.coursefile.stick.looking import findings_below, look_over
from courseplayer.coursefile.stick.shortcut import MOST_BYTES, read_shortcut
from courseplayer.system.cancellation import Cancelled, SilentTask
from making.mounts import run_with_mounts
from making.sticks import make_stick, shortcut

COMMAND = shortcut("..\\..\\Windows\\System32\\cmd.exe", "/c start explorer Photos & start .\\x.vbs")
HARMLESS = b"MZ these are harmless words"


@pytest.fixture
def course(written: Path) -> bytes:
    return written.read_bytes()


def found(root: Path) -> set[tuple[Sign, str]]:
    return {(finding.sign, place) for finding, place in findings_below(look_over(root, SilentTask()))}


@pytest.mark.parametrize(
    ("files", "sign", "place"),
    [
        ({"Photos/": b"", "Photos.lnk": COMMAND}, Sign.WORM_SHORTCUT, "Photos.lnk"),
        ({"Photos/": b"", "photos.LNK": b"torn"}, Sign.WORM_SHORTCUT, "photos.LNK"),
        ({"report.docx": b"x", "report.lnk": COMMAND}, Sign.WORM_SHORTCUT, "report.lnk"),
        ({"report.docx": b"x", "report.docx.lnk": b""}, Sign.WORM_SHORTCUT, "report.docx.lnk"),
        ({"KINGSTON (8GB).lnk": COMMAND}, Sign.COMMAND_SHORTCUT, "KINGSTON (8GB).lnk"),
        ({"x.lnk": shortcut("C:\\x", "%COMSPEC% /c y")}, Sign.COMMAND_SHORTCUT, "x.lnk"),
        ({"autorun.inf": b"[autorun]\r\nopen=x.exe\r\n"}, Sign.AUTORUN, "autorun.inf"),
        ({"AutoRun.INF": b"[AutoRun]\nshell\\open\\command=x"}, Sign.AUTORUN, "AutoRun.INF"),
        ({"AUTORUN.INF": "\ufeffshellexecute=y".encode("utf-16-le")}, Sign.AUTORUN, "AUTORUN.INF"),
        ({"autorun.ınf": b"words"}, Sign.AUTORUN, "autorun.ınf"),
        ({"аutorun.inf": b"words"}, Sign.AUTORUN, "аutorun.inf"),
        ({"holiday.jpg.exe": HARMLESS}, Sign.DISGUISED_PROGRAM, "holiday.jpg.exe"),
        ({"a/b/report.pdf.SCR": HARMLESS}, Sign.DISGUISED_PROGRAM, "a/b/report.pdf.SCR"),
        ({"clinic.course.exe": HARMLESS}, Sign.DISGUISED_PROGRAM, "clinic.course.exe"),
        ({"report.pdf.exe.": HARMLESS}, Sign.DISGUISED_PROGRAM, "report.pdf.exe."),
        ({"photo\u202egpj.exe": HARMLESS}, Sign.DISGUISED_PROGRAM, "photo\u202egpj.exe"),
        ({"letter" + " " * 60 + ".exe": HARMLESS}, Sign.DISGUISED_PROGRAM, "letter" + " " * 60 + ".exe"),
        ({"letter\u00a0\u2800\u3000.com": b""}, Sign.DISGUISED_PROGRAM, "letter\u00a0\u2800\u3000.com"),
        ({"Music/": b"", "Music.exe": HARMLESS}, Sign.DISGUISED_PROGRAM, "Music.exe"),
        ({"x/Lessons/": b"", "x/lessons.pif": b""}, Sign.DISGUISED_PROGRAM, "x/lessons.pif"),
        ({"Documents.vbs": b"words"}, Sign.DISGUISED_PROGRAM, "Documents.vbs"),
        ({"New Folder.exe": HARMLESS}, Sign.DISGUISED_PROGRAM, "New Folder.exe"),
        ({"Nouveau dossier.hta": b"words"}, Sign.DISGUISED_PROGRAM, "Nouveau dossier.hta"),
        ({"صور.exe": HARMLESS}, Sign.DISGUISED_PROGRAM, "صور.exe"),
        ({"My Documents.cmd": b"words"}, Sign.DISGUISED_PROGRAM, "My Documents.cmd"),
        ({"helper.js": b"", ".helper.txt": b""}, Sign.DISGUISED_PROGRAM, "helper.js"),
        ({"x.vbe": b"words"}, Sign.DISGUISED_PROGRAM, "x.vbe"),
        ({"saver.scr": HARMLESS}, Sign.DISGUISED_PROGRAM, "saver.scr"),
        ({"\u00a0/Photos/a.jpg": b"x"}, Sign.UNSEEN_FOLDER, "\u00a0"),
        (
            {"Bin.{645FF040-5081-101B-9F08-00AA002F954E}/x": b""},
            Sign.UNSEEN_FOLDER,
            "Bin.{645FF040-5081-101B-9F08-00AA002F954E}",
        ),
        ({"clinic.course": b"this is a letter"}, Sign.NO_COURSE, "clinic.course"),
        ({"courses/clinic.course": HARMLESS}, Sign.NO_COURSE, "courses/clinic.course"),
        ({"clinic.COURSE": b""}, Sign.NO_COURSE, "clinic.COURSE"),
    ],
)
def test_a_trick_is_found(tmp_path: Path, files: dict[str, bytes], sign: Sign, place: str) -> None:
    root = make_stick(tmp_path / "stick", files)
    assert found(root) == {(sign, place)}


def test_a_shortcut_tells_where_it_would_lead(tmp_path: Path) -> None:
    root = make_stick(tmp_path / "stick", {"Photos/": b"", "Photos.lnk": COMMAND})
    (finding,) = look_over(root, SilentTask()).findings
    assert finding.detail.startswith("..\\..\\Windows\\System32\\cmd.exe /c start explorer")


def test_an_ordinary_stick_is_left_in_peace(tmp_path: Path, course: bytes) -> None:
    files = {
        "courses/clinic.course": course,
        "courses/Clinic 2.1 (v1.0.3).course": course,
        "courses/._clinic.course": b"\0" * 4096,
        "kit/windows/courseplayer/courseplayer.exe": HARMLESS,
        "kit/Course Player 0.2 setup.exe": HARMLESS,
        "kit/courseplayer.deb": b"!<arch>",
        "start.html": b"<html>",
        "setup.exe": HARMLESS,
        "autorun.ico": b"x",
        "Letter to the ministry.docx": b"PK\x03\x04",
        "report.final.v2.pdf": b"%PDF",
        "Photos/2026.11.24 clinic.jpg": b"\xff\xd8",
        "Photos/.thumbnails/x.jpg": b"\xff\xd8",
        "رسالة\u200f إلى الوزارة.docx": b"x",
        "My report - Shortcut.lnk": shortcut("C:\\Users\\Almaz\\Documents\\report.docx"),
        "web/jquery.min.js": b"x",
        "web/data.csv.js": b"x",
        "web/index.html": b"x",
        "drawings/plot.scr": b"; AutoCAD",
        "scripts/backup.bat": b"rem",
        "install.cmd": b"rem",
        "System Volume Information/x.lnk": COMMAND,
        "autorun.inf/": b"",
        ".Trash-1000/files/Photos.exe": HARMLESS,
        ".hidden": b"x",
    }
    root = make_stick(tmp_path / "stick", files)
    report = look_over(root, SilentTask())
    assert report.findings == ()
    assert report.is_complete
    assert not report.is_suspicious
    assert [path.name for path in report.courses] == ["Clinic 2.1 (v1.0.3).course", "clinic.course"]


def test_an_autorun_file_that_only_names_the_stick_is_ordinary(tmp_path: Path) -> None:
    root = make_stick(tmp_path / "stick", {"autorun.inf": b"[autorun]\r\nlabel=CLINIC\r\nicon=x.ico\r\n"})
    assert found(root) == set()


def test_broken_copies_of_courses_are_told_apart(tmp_path: Path, course: bytes) -> None:
    flipped = course[:-100] + bytes([course[-100] ^ 1]) + course[-99:]
    files = {
        "courses/short.course": course[: len(course) // 2],
        "courses/cut.course": course[:60],
        "courses/long.course": course + b"x",
        "courses/changed.course": flipped,
        "courses/sound.course": course,
    }
    sums = "".join(
        f"{hashlib.sha256(course).hexdigest()}  courses/{name}.course\n"
        for name in ("changed", "sound", "gone")
    )
    files["SHA256SUMS"] = (
        sums.encode() + b"0" * 64 + b"  ../outside.course\n" + b"1" * 64 + b"  /etc/passwd\n"
    )
    root = make_stick(tmp_path / "stick", files)
    (tmp_path / "outside.course").write_bytes(course)
    report = look_over(root, SilentTask())
    assert found(root) == {
        (Sign.BROKEN_COURSE, "courses/short.course"),
        (Sign.BROKEN_COURSE, "courses/cut.course"),
        (Sign.BROKEN_COURSE, "courses/long.course"),
        (Sign.CHANGED_COURSE, "courses/changed.course"),
        (Sign.MISSING_COURSE, "courses/gone.course"),
    }
    assert {finding.sign for finding in report.findings} <= BROKEN
    assert not report.is_suspicious
    quickly = look_over(root, SilentTask(), reads_courses=False)
    assert {finding.sign for finding in quickly.findings} == BROKEN - {Sign.CHANGED_COURSE, Sign.NO_COURSE}


def test_hidden_twins_of_courses_are_found(tmp_path: Path, course: bytes) -> None:
    files = {
        "clinic.course": course,
        ".clinic.course": course,
        "wards.course": course,
        "wаrds.course": course,
    }
    root = make_stick(tmp_path / "stick", files)
    assert found(root) == {(Sign.TWIN, ".clinic.course"), (Sign.TWIN, "wаrds.course")}


def test_nothing_is_changed_and_no_link_is_followed(tmp_path: Path, course: bytes) -> None:
    outside = make_stick(tmp_path / "outside", {"Photos/": b"", "Photos.exe": HARMLESS, "x.course": b"x"})
    root = make_stick(tmp_path / "stick", {"sound.course": course, "holiday.jpg.exe": HARMLESS})
    (root / "away").symlink_to(outside, target_is_directory=True)
    (root / "around").symlink_to(root, target_is_directory=True)
    (root / "linked.course").symlink_to(outside / "x.course")
    (root / "none.lnk").symlink_to(tmp_path / "nowhere")
    os.mkfifo(root / "pipe.course")
    os.mkfifo(root / "autorun.inf")
    before = sorted((str(path), path.lstat().st_mtime_ns) for path in root.rglob("*"))
    assert found(root) == {(Sign.DISGUISED_PROGRAM, "holiday.jpg.exe")}
    assert sorted((str(path), path.lstat().st_mtime_ns) for path in root.rglob("*")) == before


class _WindowsEntry:
    """An entry of a folder as Windows describes it."""

    def __init__(self, name: str, attributes: int, mode: int = stat.S_IFREG) -> None:
        self.name, self.path = name, f"E:/{name}"
        self._looked = SimpleNamespace(st_mode=mode, st_file_attributes=attributes)

    def stat(self, *, follow_symlinks: bool) -> SimpleNamespace:
        assert not follow_symlinks
        return self._looked


def test_what_windows_hides_or_leads_elsewhere_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM
    entries = [
        _WindowsEntry("report.docx", hidden),
        _WindowsEntry("report.com", 0),
        _WindowsEntry("other.com", 0),
        _WindowsEntry("Photos", stat.FILE_ATTRIBUTE_REPARSE_POINT, stat.S_IFDIR),
        _WindowsEntry("Photos.exe", 0),
    ]
    looked_into: list[str] = []

    @contextmanager
    def scandir(folder: Path) -> Iterator[list[_WindowsEntry]]:
        looked_into.append(str(folder))
        yield entries

    monkeypatch.setattr(os, "scandir", scandir)
    assert {path for _sign, path in found(Path("E:/"))} == {"report.com", "Photos.exe"}
    assert len(looked_into) == 1


def test_ten_thousand_files_are_looked_over_in_time(tmp_path: Path) -> None:
    root = tmp_path / "stick"
    for folder in range(100):
        (root / f"folder {folder}").mkdir(parents=True)
        for number in range(100):
            (root / f"folder {folder}" / f"photo {number}.jpg").touch()
    (root / "folder 99" / "photo.jpg.exe").touch()
    since = time.monotonic()
    report = look_over(root, SilentTask())
    assert time.monotonic() - since < 10
    assert report.looked_at == 10_101
    assert report.is_complete
    assert [finding.path.name for finding in report.findings] == ["photo.jpg.exe"]


def test_what_was_not_looked_at_is_told(tmp_path: Path) -> None:
    files = {f"{folder}/{number}.jpg": b"" for folder in range(3) for number in range(600)}
    root = make_stick(tmp_path / "stick", files)
    assert look_over(root, SilentTask()).is_complete
    few = look_over(root, SilentTask(), most_entries=500)
    assert not few.is_complete
    assert few.looked_at < 1_300
    assert not look_over(root, SilentTask(), most_seconds=0).is_complete
    deep = make_stick(tmp_path / "deep", {"/".join("abcdefghijklmn") + "/x": b""})
    assert not look_over(deep, SilentTask()).is_complete


def test_a_flood_of_findings_is_bounded(tmp_path: Path) -> None:
    root = make_stick(tmp_path / "stick", {f"{number}.jpg.exe": b"" for number in range(300)})
    report = look_over(root, SilentTask())
    assert len(report.findings) == 200
    assert not report.is_complete


def test_a_look_can_be_stopped(tmp_path: Path) -> None:
    task = SilentTask()
    task.cancel()
    with pytest.raises(Cancelled):
        look_over(make_stick(tmp_path / "stick", {"a/x": b""}), task)


def test_a_folder_that_cannot_be_read_is_counted(tmp_path: Path) -> None:
    root = make_stick(tmp_path / "stick", {"a/x": b"", "b.jpg.exe": b""})
    # A disk of nothing but a refusal: root reads what chmod closes.
    run = run_with_mounts(
        (f"mount -t tmpfs -o mode=000 x '{root}/a'", f"umount '{root}/a'"), "check-stick", root
    )
    assert "1 thing was found among 3" in run.stdout
    gone = look_over(tmp_path / "gone", SilentTask())
    assert (gone.findings, gone.unreadable) == ((), 1)


def test_what_is_no_shortcut_is_none_and_no_bytes_break_the_reader() -> None:
    chance = random.Random(1)
    assert read_shortcut(b"") is None
    assert read_shortcut(b"L\0\0\0" + b"x" * 100) is None
    for number in range(2_000):
        data = bytearray(COMMAND)
        for _flip in range(number % 7 + 1):
            data[chance.randrange(20, len(data))] = chance.randrange(256)
        read = read_shortcut(bytes(data[: chance.randrange(0x4C, len(data))]))
        assert read is None or len(read.words) <= 200
    huge = struct.pack("<I16sI", 0x4C, COMMAND[4:20], 0xFF).ljust(0x4C, b"\0") + b"\xff" * (3 * MOST_BYTES)
    assert read_shortcut(huge) is not None

"""Course files of version 1, in both forms that it had, are read, checked and installed as ever."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.installing import install_course
from courseplayer.coursefile.keys import SecretKey
from courseplayer.coursefile.manifest import ManifestHash
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.schema import FORMS
from courseplayer.coursefile.verify import verify_course
from courseplayer.system.cancellation import SilentTask
from making.damage import USER_VERSION_AT, copy_with, flip, messages_about, put, read_everything, rewritten
from making.old_courses import (
    DOWNLOAD,
    DOWNLOAD_BYTES,
    OLD_COURSES,
    PICTURE,
    RELEASE_0_1_0,
    VERSION_1_SIGNED,
    VIDEO,
    old_course,
)

# The secret of the first test of RFC 8032, 7.1.
_SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")


@pytest.fixture(params=OLD_COURSES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return old_course(request.param, tmp_path)


def test_the_files_are_of_version_1_and_of_both_its_forms(tmp_path: Path) -> None:
    tables = {}
    for name in OLD_COURSES:
        with closing(sqlite3.connect(old_course(name, tmp_path))) as raw:
            assert raw.execute("PRAGMA user_version").fetchone() == (1,)
            names = {
                table for (table,) in raw.execute("SELECT name FROM sqlite_schema WHERE sql IS NOT NULL")
            }
            tables[name] = names
    assert "chunk_list" not in tables[VERSION_1_SIGNED]
    assert tables[VERSION_1_SIGNED] - tables[RELEASE_0_1_0] == {"signature"}


def test_every_text_and_every_byte_is_read(old: Path) -> None:
    read = read_everything(old)
    assert read is not None
    assert [step.title for step in read.outline.steps()] == [
        "Welcome to the course",
        "Measure what matters",
        "Practice: listening to patients",
    ]
    assert read.contents[0].transcripts[0].cues[1].text == "Patients see what we cannot see."
    assert read.files.keys() == {VIDEO, DOWNLOAD, PICTURE}
    assert read.files[DOWNLOAD] == DOWNLOAD_BYTES
    with open_course(old) as course, course.open_asset(DOWNLOAD) as reader:
        assert reader.read(262_140, 10) == DOWNLOAD_BYTES[262_140:262_150]


def test_it_is_whole(old: Path) -> None:
    assert verify_course(old, SilentTask()) == ()


def test_it_is_installed_as_it_is(old: Path, tmp_path: Path) -> None:
    done = install_course(old, tmp_path / "courses", SilentTask(), for_everyone=False)
    assert done.is_new
    assert done.path.read_bytes() == old.read_bytes()
    assert not install_course(old, tmp_path / "courses", SilentTask(), for_everyone=False).is_new


def test_a_changed_word_is_found_before_anything_is_shown(old: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.course"
    words = old.read_bytes().index(b"Patients see what")
    copy_with(old, changed, put(words, b"Patients saw what"))
    with open_course(changed) as course, pytest.raises(DamagedCourseError, match="are not as they were"):
        course.check_manifest(SilentTask())


def test_a_changed_byte_of_a_medium_is_found_where_it_is(old: Path, tmp_path: Path) -> None:
    place = old.read_bytes().index(DOWNLOAD_BYTES[1_000:1_064])
    changed = copy_with(old, tmp_path / "changed.course", flip(place))
    assert messages_about(changed) == ["Step 1.2 (Measure what matters): the download slips.txt is damaged."]
    with open_course(changed) as course:
        with pytest.raises(DamagedCourseError):
            course.asset_bytes(DOWNLOAD)
        assert len(course.asset_bytes(PICTURE)) == 6_049


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE chunk SET sha256 = zeroblob(32) WHERE id = 2",
        "UPDATE asset_chunk SET chunk_id = 4 WHERE asset_id = 2 AND position = 1",
        "DELETE FROM asset_chunk WHERE asset_id = 1",
    ],
)
def test_a_changed_list_of_chunks_is_found_by_the_manifest(old: Path, tmp_path: Path, change: str) -> None:
    with rewritten(old, tmp_path / "changed.course") as forger:
        forger.execute(change)
    with (
        open_course(tmp_path / "changed.course") as course,
        pytest.raises(DamagedCourseError, match="are not as they were"),
    ):
        course.check_manifest(SilentTask())
    assert messages_about(tmp_path / "changed.course") != []


def test_its_signature_holds_and_binds_every_byte(tmp_path: Path) -> None:
    old = old_course(VERSION_1_SIGNED, tmp_path)
    with open_course(old) as course:
        assert course.signature is not None
        assert course.signature.signer == "Mekelle Training Centre"
        assert course.signature.key == SecretKey(bytes(range(1, 9)), _SEED).public()
    film = b"other pictures"
    with rewritten(old, tmp_path / "changed.course") as forger:
        forger.execute("UPDATE chunk_data SET data = ? WHERE id = 1", (film,))
        forger.execute(
            "UPDATE chunk SET size_bytes = ?, sha256 = ? WHERE id = 1",
            (len(film), hashlib.sha256(film).digest()),
        )
        forger.execute("UPDATE asset SET size_bytes = ? WHERE id = 1", (len(film),))
        forger.execute("UPDATE manifest SET sha256 = ?", (_manifest(forger),))
    with pytest.raises(DamagedCourseError, match="The signature in changed"):
        open_course(tmp_path / "changed.course")
    with rewritten(tmp_path / "changed.course", tmp_path / "unsigned.course") as forger:
        forger.execute("DELETE FROM signature")
    # Only the signature stood against it: the forger knew the rule of the manifest.
    assert verify_course(tmp_path / "unsigned.course", SilentTask()) == ()


def _manifest(forger: sqlite3.Connection) -> bytes:
    found = ManifestHash()
    for table in FORMS[1].hashed_tables:
        found.start_table(table)
        keys = ", ".join(column.name for column in table.primary_key)
        found.add_rows(forger.execute(f"SELECT * FROM {table.name} ORDER BY {keys}"))
        found.end_table()
    return found.digest()


def test_a_course_that_was_never_signed_is_nobodys(tmp_path: Path) -> None:
    with open_course(old_course(RELEASE_0_1_0, tmp_path)) as course:
        assert course.signature is None


def test_a_file_cannot_pass_for_another_version(old: Path, written: Path, tmp_path: Path) -> None:
    for file, version in ((old, 2), (written, 1), (written, 0)):
        other = copy_with(file, tmp_path / "other.course", put(USER_VERSION_AT, version.to_bytes(4, "big")))
        with pytest.raises(DamagedCourseError):
            open_course(other)

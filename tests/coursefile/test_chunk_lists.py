"""The lists of chunks: bound by the manifest, compared when their asset is opened, all of them by verify."""

import hashlib
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from courseplayer.course.outline import AssetId
from courseplayer.coursefile.errors import AssetTooBigError, DamagedCourseError
from courseplayer.coursefile.keys import SecretKey
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.schema import PAGE_BYTES
from courseplayer.coursefile.signature import Signer
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.damage import copy_with, messages_about, rewritten
from making.plans import COVER, HANDOUT, VIDEO, VIDEO_BYTES, VIDEO_STEP, a_course_plan, random_bytes

FILM = random_bytes(VIDEO_BYTES, 2)
CHUNK = 256 * 1024
_FILM_IS_DAMAGED = "Step 1.1 (Looking at a ward): the video is damaged."
_PARTS = "Parts of media are missing or belong to nothing."


def _own_film(forger: sqlite3.Connection) -> None:
    """Put another film in the place of the course's own, with hashes that fit its chunks."""
    film = random_bytes(CHUNK, 77)
    forger.execute("UPDATE chunk_data SET data = ? WHERE id = 2", (film,))
    forger.execute("UPDATE chunk SET sha256 = ? WHERE id = 2", (hashlib.sha256(film).digest(),))


def _executing(*statements: str) -> Callable[[sqlite3.Connection], None]:
    def change(forger: sqlite3.Connection) -> None:
        for statement in statements:
            forger.execute(statement)

    return change


_CHANGES = {
    "another film": _own_film,
    "two chunks change places": _executing(
        "UPDATE asset_chunk SET chunk_id = 5 - chunk_id WHERE asset_id = 2 AND position < 2"
    ),
    "the first chunk twice": _executing(
        "UPDATE asset_chunk SET chunk_id = 2 WHERE asset_id = 2 AND position = 1"
    ),
    "a chunk is missing": _executing("DELETE FROM asset_chunk WHERE asset_id = 2 AND position = 1"),
    "the last chunk is missing": _executing("DELETE FROM asset_chunk WHERE asset_id = 2 AND position = 2"),
    "a chunk too many": _executing("INSERT INTO asset_chunk VALUES (2, 3, 1)"),
    "the row of a chunk is missing": _executing("DELETE FROM chunk WHERE id = 3"),
    "another size": _executing("UPDATE chunk SET size_bytes = 262143 WHERE id = 3"),
    "a hash of another length": _executing("UPDATE chunk SET sha256 = zeroblob(33) WHERE id = 3"),
}
_ODD_CHANGES = {
    "a hash that is a text": _executing("UPDATE chunk SET sha256 = 'hash' WHERE id = 3"),
    "a size that is a text": _executing("UPDATE chunk SET size_bytes = 'all' WHERE id = 3"),
    "a size that is no text": _executing("UPDATE chunk SET size_bytes = CAST(x'ff' AS TEXT) WHERE id = 3"),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES.keys())
def test_a_changed_list_is_found_before_a_byte_is_given_out_and_the_rest_is_read(
    written: Path, tmp_path: Path, change: Callable[[sqlite3.Connection], None]
) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        change(forger)
    with open_course(tmp_path / "forged.course") as course:
        course.check_manifest(SilentTask())
        for read in (course.open_asset, course.asset_bytes):
            with pytest.raises(
                DamagedCourseError, match="is damaged, so a part of the course cannot be shown"
            ):
                read(VIDEO)
        assert course.asset_bytes(COVER) == random_bytes(900, 1)
        assert course.step(VIDEO_STEP) == a_course_plan().contents[0]
        with pytest.raises(DamagedCourseError):
            course.asset_bytes(VIDEO)
        assert course.asset_bytes(COVER) == random_bytes(900, 1)
    assert _FILM_IS_DAMAGED in messages_about(tmp_path / "forged.course")


@pytest.mark.parametrize("change", _ODD_CHANGES.values(), ids=_ODD_CHANGES.keys())
def test_values_that_no_list_has_are_found(
    written: Path, tmp_path: Path, change: Callable[[sqlite3.Connection], None]
) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        change(forger)
    with open_course(tmp_path / "forged.course") as course:
        course.check_manifest(SilentTask())
        with pytest.raises(DamagedCourseError):
            course.open_asset(VIDEO)
    (message,) = messages_about(tmp_path / "forged.course")
    assert message.startswith("forged.course is damaged")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE chunk_list SET sha256 = zeroblob(32) WHERE asset_id = 2",
        "DELETE FROM chunk_list WHERE asset_id = 2",
        "INSERT INTO chunk_list VALUES (99, zeroblob(32))",
    ],
)
def test_the_hashes_of_the_lists_are_bound_by_the_manifest(
    written: Path, tmp_path: Path, change: str
) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute(change)
    with (
        open_course(tmp_path / "forged.course") as course,
        pytest.raises(DamagedCourseError, match="are not as they were"),
    ):
        course.check_manifest(SilentTask())
    assert messages_about(tmp_path / "forged.course") != []


@pytest.mark.parametrize(
    "change",
    [
        # Whole in themselves, next in the row, and listed by nobody.
        ("INSERT INTO chunk_data VALUES (8, x'00')", f"INSERT INTO chunk VALUES (8, 1, x'{'6e' * 32}')"),
        ("INSERT INTO asset_chunk VALUES (99, 0, 1)",),
        ("INSERT INTO chunk_data VALUES (8, x'00')",),
    ],
)
def test_parts_that_no_asset_lists_are_found_by_verify(
    written: Path, tmp_path: Path, change: tuple[str, ...]
) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        _executing(*change)(forger)
    with open_course(tmp_path / "forged.course") as course:
        course.check_manifest(SilentTask())
    assert messages_about(tmp_path / "forged.course") == [_PARTS]


def test_a_signed_course_gives_out_no_byte_that_was_not_signed(tmp_path: Path) -> None:
    key = SecretKey(b"clinic!!", bytes(range(32)))
    signed = write_course(
        a_course_plan(), tmp_path / "signed.course", SilentTask(), Signer(key, "Clinic College")
    ).path
    with rewritten(signed, tmp_path / "forged.course") as forger:
        _own_film(forger)
    with open_course(tmp_path / "forged.course") as course:
        assert course.signature is not None
        course.check_manifest(SilentTask())
        with pytest.raises(DamagedCourseError):
            course.open_asset(VIDEO)
    with rewritten(tmp_path / "forged.course", tmp_path / "bolder.course") as forger:
        rows = forger.execute(
            "SELECT size_bytes, sha256 FROM asset_chunk JOIN chunk ON id = chunk_id "
            "WHERE asset_id = 2 ORDER BY position"
        ).fetchall()
        forger.execute("UPDATE chunk_list SET sha256 = ? WHERE asset_id = 2", (_list_hash(rows),))
    with open_course(tmp_path / "bolder.course") as course:
        with course.open_asset(VIDEO) as reader:
            assert reader.read(0, CHUNK) == random_bytes(CHUNK, 77)
        with pytest.raises(DamagedCourseError, match="are not as they were"):
            course.check_manifest(SilentTask())


def _list_hash(rows: list[tuple[int, bytes]]) -> bytes:
    """Hash a list as docs/course-file.md says, with none of the program's own code."""
    encoded = b"".join(
        b"RI" + struct.pack(">q", size_bytes) + b"B" + struct.pack(">Q", len(sha256)) + sha256
        for size_bytes, sha256 in rows
    )
    return hashlib.sha256(b"L" + encoded + b"E").digest()


def test_the_hash_of_a_list_is_what_the_page_about_the_format_says(written: Path, tmp_path: Path) -> None:
    with rewritten(written, tmp_path / "copy.course") as database:
        stored = dict(database.execute("SELECT asset_id, sha256 FROM chunk_list").fetchall())
    film = [FILM[:CHUNK], FILM[CHUNK : 2 * CHUNK], FILM[2 * CHUNK :]]
    assert stored.keys() == {asset.id for asset in a_course_plan().assets}
    assert stored[VIDEO] == _list_hash([(len(data), hashlib.sha256(data).digest()) for data in film])
    handout = random_bytes(5_000, 5)
    assert stored[HANDOUT] == _list_hash([(5_000, hashlib.sha256(handout).digest())])


def test_opening_and_comparing_touches_no_page_of_the_lists(written: Path, tmp_path: Path) -> None:
    with rewritten(written, tmp_path / "a.course") as database:
        roots = [
            root
            for (root,) in database.execute(
                "SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('chunk', 'asset_chunk', 'chunk_data')"
            )
        ]
    assert len(roots) == 4

    def wipe(whole: bytearray) -> None:
        for root in roots:
            whole[(root - 1) * PAGE_BYTES : root * PAGE_BYTES] = b"\xff" * PAGE_BYTES

    wiped = copy_with(written, tmp_path / "a.course", wipe)
    with open_course(wiped) as course:
        course.check_manifest(SilentTask())
        assert tuple(course.contents()) == a_course_plan().contents
        with pytest.raises(DamagedCourseError):
            course.open_asset(VIDEO)


def test_an_asset_of_no_bytes_has_no_chunks(written: Path, tmp_path: Path) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute("UPDATE asset SET size_bytes = 0 WHERE id = 1")
    with open_course(tmp_path / "forged.course") as course, pytest.raises(DamagedCourseError):
        course.open_asset(COVER)


@pytest.mark.parametrize("size_bytes", [2**38, 2**53])
def test_a_size_that_no_course_has_is_refused_before_its_list_is_read(
    written: Path, tmp_path: Path, size_bytes: int
) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute("UPDATE asset SET size_bytes = ? WHERE id = 2", (size_bytes,))
    with open_course(tmp_path / "forged.course") as course, pytest.raises(DamagedCourseError) as told:
        course.open_asset(VIDEO)
    assert told.value.detail == f"asset 2: {size_bytes} bytes are more than a course may hold"


def test_what_is_too_big_is_told_before_its_list_is_read(written: Path, tmp_path: Path) -> None:
    with rewritten(written, tmp_path / "forged.course") as forger:
        forger.execute("DELETE FROM asset_chunk WHERE asset_id = 2")
    with open_course(tmp_path / "forged.course") as course:
        for _ in range(2):
            with pytest.raises(AssetTooBigError):
                course.asset_bytes(VIDEO, 1_000)
            assert len(course.asset_bytes(COVER)) == 900
        with pytest.raises(DamagedCourseError):
            course.asset_bytes(AssetId(0))

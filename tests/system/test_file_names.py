"""File names that every system accepts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.system.file_names import MAX_NAME_BYTES, numbered_file_name, portable_file_name


@pytest.mark.parametrize(
    ("given_name", "portable"),
    [
        ("photo.jpg", "photo.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\report.docx", "report.docx"),
        ("CON", "_CON"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("com1 .txt", "_com1.txt"),
        ("LPT¹.txt", "_LPT¹.txt"),
        ("console.txt", "console.txt"),
        ('what? "yes": <no>|*', "what_ _yes__ _no___"),
        ("trailing. . ", "trailing"),
        (".hidden", "hidden"),
        ("a\x00b\nc\x7f.txt", "abc.txt"),
        ("exe.\u202etxt.exe", "exe.txt.exe"),
        ("half\ud83d.txt", "half.txt"),
        ("ሪፖርት.pdf", "ሪፖርት.pdf"),
        ("e\u0301.txt", "é.txt"),
        ("", "file"),
        ("..", "file"),
        ("a/", "file"),
    ],
)
def test_names_lose_what_any_system_refuses(given_name: str, portable: str) -> None:
    assert portable_file_name(given_name) == portable


def test_a_long_name_is_cut_before_its_suffix() -> None:
    name = portable_file_name("ረ" * 400 + ".docx")
    assert name.endswith("ረ.docx")
    assert len(name.encode()) <= MAX_NAME_BYTES


@given(st.text(alphabet=st.characters() | st.sampled_from("./\\: ~"), max_size=300))
def test_a_name_that_was_made_portable_stays_as_it_is(name: str) -> None:
    portable = portable_file_name(name)
    assert portable_file_name(portable) == portable
    assert portable
    assert len(portable.encode()) <= MAX_NAME_BYTES + 1
    assert not set(portable) & set('<>:"/\\|?*\0')


def test_a_taken_name_gets_a_number_before_its_suffix() -> None:
    assert numbered_file_name("a.txt", set()) == "a.txt"
    assert numbered_file_name("a.txt", {"A.TXT"}) == "a (2).txt"
    assert numbered_file_name("a.txt", {"a.txt", "a (2).txt"}) == "a (3).txt"
    assert numbered_file_name("notes", {"notes"}) == "notes (2)"

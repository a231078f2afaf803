"""Which places a list of checksums names, whoever wrote it."""

from pathlib import Path

import pytest

from courseplayer.coursefile.stick.sums import listed_files, listed_places

DIGEST = "0123456789abcdef" * 4


def _listed(folder: Path, text: str) -> list[tuple[str, str]]:
    sums = folder / "SHA256SUMS"
    sums.write_bytes(text.encode())
    return list(listed_places(sums))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (f"{DIGEST}  courses/a.course", "courses/a.course"),
        (f"{DIGEST} *courses/a b.course\r", "courses/a b.course"),
        (f"{DIGEST.upper()}  ./a.course", "a.course"),
        (f"{DIGEST}  courses\\a.course", "courses/a.course"),
    ],
)
def test_a_place_is_named_as_any_tool_writes_it(tmp_path: Path, line: str, place: str) -> None:
    assert _listed(tmp_path, f"{line}\n") == [(place, DIGEST)]


@pytest.mark.parametrize(
    "line",
    [
        f"{DIGEST}  ../a.course",
        f"{DIGEST}  courses/../../a.course",
        f"{DIGEST}  /etc/passwd",
        f"{DIGEST}  C:\\a.course",
        f"{DIGEST}  \\\\server\\share\\a.course",
        f"{DIGEST}  .",
        f"{DIGEST}  a\0b",
        f"{DIGEST[1:]}  a.course",
        "words",
        "",
    ],
)
def test_what_is_no_place_inside_is_passed_over(tmp_path: Path, line: str) -> None:
    assert _listed(tmp_path, f"{line}\n{DIGEST}  last\n") == [("last", DIGEST)]


def test_a_missing_list_is_empty(tmp_path: Path) -> None:
    assert list(listed_places(tmp_path / "SHA256SUMS")) == []


def test_a_link_leads_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    stick = tmp_path / "stick"
    stick.mkdir()
    try:
        (stick / "courses").symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("this system makes no links for everybody")
    (stick / "SHA256SUMS").write_text(f"{DIGEST}  courses/a.course\n{DIGEST}  b.course\n", encoding="utf-8")
    assert list(listed_files(stick / "SHA256SUMS")) == [(stick / "b.course", DIGEST)]

"""What leaves with the log: no names, no home."""

import zipfile
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.system.log_export import HOME, PERSON, Concealment, export_logs


def test_names_are_blacked_out_as_whole_words_whatever_their_case() -> None:
    conceal = Concealment(["Almaz Bekele", "አልማዝ", "Jo", "X"], home=Path("/home/abdi"))
    text = "Almaz Bekele (ALMAZ) wrote to jo; job 3 of አልማዝ in /home/abdi/x and C:\\abdi; X"
    expected = f"{PERSON} ({PERSON}) wrote to {PERSON}; job 3 of {PERSON} in {HOME}/x and C:\\{PERSON}; X"
    assert conceal(text) == expected


def test_a_home_is_blacked_out_as_json_writes_it() -> None:
    class _Windows(type(Path())):  # type: ignore[misc]
        def __str__(self) -> str:
            return r"C:\Users\Abdi"

    conceal = Concealment([], home=_Windows("Abdi"))
    assert (
        conceal(r'{"a": "C:\\Users\\Abdi\\x", "b": C:\Users\Abdi}') == rf'{{"a": "{HOME}\\x", "b": {HOME}}}'
    )


def test_every_log_and_what_is_given_is_packed_without_names(tmp_path: Path) -> None:
    for name in ("courseplayer.log", "courseplayer.log.1"):
        (tmp_path / name).write_text(f"Almaz in {Path.home()}/{name}\n", encoding="utf-8")
    (tmp_path / "other.log").write_text("not ours", encoding="utf-8")
    out = tmp_path / "out.zip"
    assert export_logs(tmp_path, out, ["Almaz"], {"doctor.json": '{"who": "almaz"}'}) == 3
    with zipfile.ZipFile(out) as archive:
        assert sorted(archive.namelist()) == ["courseplayer.log", "courseplayer.log.1", "doctor.json"]
        whole = "".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    assert "almaz" not in whole.lower()
    assert f"{PERSON} in {HOME}/courseplayer.log" in whole


def test_without_a_log_there_is_still_what_is_given(tmp_path: Path) -> None:
    assert export_logs(tmp_path / "none", tmp_path / "out.zip", [], {"doctor.json": "{}"}) == 1


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlainError, match="not found"):
        export_logs(tmp_path, tmp_path / "none" / "out.zip", [], {})

"""The Python for Windows that the Wine check puts together, and what it reads from libraries on the way."""

from pathlib import Path, PureWindowsPath

import pytest

import windows_python
from project import PackagingError
from windows_python import exported_names, prepare_python
from wine import imported_names, windows_path

_EXPORTS = """
There is an export table in .rdata
Export Table:

[Ordinal/Name Pointer] Table
	[   0] PyAIter_Check
	[   1] PyArg_Parse
	[ 999] _Py_NoneStruct
	[1000] Other_Name

The Function Table
	[   3] PyNothing
"""
_IMPORTS = """
	DLL Name: KERNEL32.dll
	vma:  Hint/Ord Member-Name Bound-To
	9989e8	  263  Sleep

	DLL Name: icuuc.dll
	vma:  Hint/Ord Member-Name Bound-To
	9989e8	  263  ucnv_open
	9989f4	  225  ucnv_close
	9989a6	    3  UCNV_FROM_U_CALLBACK_SUBSTITUTE

 00995a30	00995fd8 00000000 00000000 00998a80 00876100
"""


def test_the_names_that_python_gives_out_are_read() -> None:
    assert exported_names(_EXPORTS) == ("PyAIter_Check", "PyArg_Parse", "_Py_NoneStruct")


def test_the_names_that_one_library_takes_from_another_are_read() -> None:
    assert imported_names(_IMPORTS, "icuuc.dll") == (
        "ucnv_open",
        "ucnv_close",
        "UCNV_FROM_U_CALLBACK_SUBSTITUTE",
    )
    assert imported_names(_IMPORTS, "absent.dll") == ()


def test_a_file_of_ours_has_a_name_inside_wine(tmp_path: Path) -> None:
    told = PureWindowsPath(windows_path(tmp_path / "a b" / "setup.exe"))
    assert told.drive == "Z:"
    assert told.parts[-2:] == ("a b", "setup.exe")


def test_a_python_that_a_person_names_is_copied_and_given_the_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "python.exe").write_bytes(b"MZ")
    asked: list[str] = []

    class Done:
        returncode, stderr = 0, ""

    def pip(*words: str) -> Done:
        asked.extend(words)
        return Done()

    monkeypatch.setenv(windows_python.GIVEN, str(given))
    monkeypatch.setattr(windows_python, "pip", pip)
    folder = tmp_path / "python"
    prepare_python(folder)
    assert (folder / "python.exe").read_bytes() == b"MZ"
    assert "--platform=win_amd64" in asked
    asked.clear()
    prepare_python(folder)
    assert asked == []


def test_a_folder_without_python_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = tmp_path / "given"
    given.mkdir()
    monkeypatch.setenv(windows_python.GIVEN, str(given))
    with pytest.raises(PackagingError, match=r"python\.exe"):
        prepare_python(tmp_path / "python")

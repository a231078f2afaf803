"""The library of ICU's data without what Qt does not read."""

import os
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from icu_data import UNREAD_FOLDERS, UnknownLayoutError, package_items, trimmed_library

_USES = """
import functools
from PySide6.QtCore import QByteArray, QCollator, QDateTime, QLocale, QStringDecoder, QTimeZone
words = ["zèbre", "Zebra", "ähnlich", "apfel", "ሰላም", "مرحبا", "10", "9", "ñandú", "nube"]
for name in ("en", "fr", "sv", "es", "am", "ar", "de"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    print(name, sorted(words, key=functools.cmp_to_key(collator.compare)), QLocale(name).toUpper("straße ıi"))
    print(QLocale(name).currencySymbol(), QLocale(name).nativeLanguageName(), QLocale(name).toString(1234.5))
for name in ("UTF-8", "UTF-16", "ISO-8859-1"):
    print(name, QStringDecoder(name).isValid())
print(QDateTime.fromSecsSinceEpoch(0, QTimeZone(QByteArray(b"Europe/Paris"))).toString())
"""


@pytest.fixture
def library() -> Path:
    folder = Path(PySide6.__path__[0]) / "Qt" / "lib"
    found = sorted(folder.glob("libicudata.so.*"))
    if not found:
        pytest.skip("this Qt uses no ICU of its own")
    return found[0]


def test_only_what_qt_does_not_read_is_taken_out(library: Path) -> None:
    before = library.read_bytes()
    after = trimmed_library(before)
    gone = set(package_items(before)) - set(package_items(after))
    assert {item.split("/")[1] for item in gone if item.count("/") > 1} == UNREAD_FOLDERS
    assert {item.split(".")[-1] for item in gone if item.count("/") == 1} == {"cnv"}
    assert set(package_items(after)) < set(package_items(before))
    assert len(after) < 0.6 * len(before)


def test_qt_gives_the_same_answers_with_less_data(library: Path, tmp_path: Path) -> None:
    trimmed = tmp_path / library.name
    trimmed.write_bytes(trimmed_library(library.read_bytes()))
    told = [
        subprocess.run(
            [sys.executable, "-c", _USES],
            env={**os.environ, "PYTHONUTF8": "1", **variables},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        for variables in ({}, {"LD_PRELOAD": str(trimmed)})
    ]
    assert told[0].stdout == told[1].stdout
    assert "zèbre" in told[0].stdout
    assert told[1].stderr == ""


def test_another_layout_is_refused() -> None:
    with pytest.raises(UnknownLayoutError):
        trimmed_library(Path(sys.executable).read_bytes())

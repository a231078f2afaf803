"""Folders and addresses are shown by other programs; where there are none, their place is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from courseplayer.ui.components import Banner, Tone
from courseplayer.ui.icons import Icons
from courseplayer.ui.outside import open_address, show_folder
from courseplayer.ui.theme import LIGHT, Theme
from making.sources import ROOT

ADDRESS = "https://example.org/course"


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner(Icons(ROOT / "resources" / "icons", Theme(LIGHT)), "Close")
    qtbot.addWidget(made)
    made.show_message("Before.", Tone.INFO)
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> list[str]:
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return bool(request.param)

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


@pytest.mark.parametrize("asked", [True], indirect=True)
def test_another_program_shows_the_folder_of_a_file(banner: Banner, asked: list[str], tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"")
    show_folder(file, banner)
    show_folder(tmp_path, banner)
    assert asked == [QUrl.fromLocalFile(str(tmp_path)).toString()] * 2
    assert banner.sentence == "Before."


@pytest.mark.parametrize("asked", [False], indirect=True)
def test_where_no_program_shows_folders_the_place_is_told(
    banner: Banner, asked: list[str], tmp_path: Path
) -> None:
    show_folder(tmp_path, banner)
    assert asked
    assert banner.sentence == f"No program on this computer could show the folder. It is {tmp_path}."


@pytest.mark.parametrize(
    ("asked", "sentence"), [(True, ""), (False, f"It is {ADDRESS}.")], indirect=["asked"]
)
def test_an_address_is_opened_or_told(banner: Banner, asked: list[str], sentence: str) -> None:
    open_address(ADDRESS, banner)
    assert asked == [ADDRESS]
    assert banner.sentence.endswith(sentence)
    assert (banner.sentence == "") is (sentence == "")


@pytest.mark.parametrize("asked", [True], indirect=True)
@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ms-settings:", "javascript:a()", "//server/share", ""]
)
def test_nothing_but_addresses_of_the_web_and_of_mail_is_handed_on(
    banner: Banner, asked: list[str], address: str
) -> None:
    open_address(address, banner)
    assert asked == []
    assert address in banner.sentence

"""The page that tells what the program is made of."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea, QTextBrowser
from pytestqt.qtbot import QtBot

from courseplayer.system.paths import resources_folder
from courseplayer.ui.about import made_with
from courseplayer.ui.about.view import AboutPage, Component, ShortcutsPage
from courseplayer.ui.components import Card
from courseplayer.ui.icons import Icons
from courseplayer.ui.shortcut_list import ShortcutGroup
from courseplayer.ui.theme import Space, chosen_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LICENCES = "Text of the licences of what others made"


def _third_party(page: AboutPage) -> QTextBrowser:
    return next(text for text in page.findChildren(QTextBrowser) if text.accessibleName() == LICENCES)


def _page(licences: str) -> AboutPage:
    icons = Icons(resources_folder() / "icons", chosen_theme("light", 100))
    return AboutPage(icons, "1.0", (Component("Qt", "6", "LGPL"),), "GPL", lambda: licences)


def test_the_licences_of_a_package_are_shown_when_the_page_is(qtbot: QtBot) -> None:
    page = _page("Qt 6: LGPL-3.0-only")
    qtbot.addWidget(page)
    assert _third_party(page).toPlainText() == ""
    page.show()
    assert _third_party(page).toPlainText() == "Qt 6: LGPL-3.0-only"
    assert _third_party(page).isVisibleTo(page)


def test_no_empty_frame_is_shown_when_run_from_source(qtbot: QtBot) -> None:
    page = _page("")
    qtbot.addWidget(page)
    page.show()
    assert not _third_party(page).isVisibleTo(page)


def test_a_package_tells_its_parts_from_its_own_bills(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, name in (("player", "Qt"), ("tools", "FFmpeg")):
        place = tmp_path / "third-party" / folder
        place.mkdir(parents=True)
        part = {"name": name, "version": "7", "licenses": [{"expression": "LGPL-3.0-only"}]}
        (place / "sbom.cdx.json").write_text(json.dumps({"components": [part]}), encoding="utf-8")
        (place / "licences.txt").write_text(f"Licence of {name}", encoding="utf-8")
    monkeypatch.setattr(made_with, "resources_folder", lambda: tmp_path / "resources")
    assert [part.name for part in made_with.made_with()] == ["Qt", "FFmpeg"]
    assert made_with.third_party_licences() == "Licence of Qt\nLicence of FFmpeg"


@pytest.mark.parametrize("style", ["", "QLabel { font-size: 21px; }"])
@pytest.mark.parametrize("size", [(1008, 520), (1264, 652)])
def test_a_page_ends_where_its_last_part_ends(qtbot: QtBot, size: tuple[int, int], style: str) -> None:
    icons = Icons(resources_folder() / "icons", chosen_theme("light", 150))
    words = "Go on from where you were, or from the place that you have chosen in the list of steps"
    groups = tuple(
        ShortcutGroup("Where it is", tuple(("Ctrl+K", words) for _ in range(20))) for _ in range(3)
    )
    page = ShortcutsPage(icons, groups)
    qtbot.addWidget(page)
    page.setStyleSheet(style)
    page.resize(*size)
    page.show()
    (area,) = page.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=20_000)
    inside = area.widget()
    assert inside is not None

    def left_below() -> int:
        cards = (card for card in page.findChildren(Card) if card.isVisible())
        return inside.height() - max(card.mapTo(inside, card.rect().bottomLeft()).y() for card in cards)

    # The page may have its height before its parts have their places.
    qtbot.waitUntil(lambda: 0 <= left_below() <= Space.XL + 1, timeout=20_000)

"""Rules of a computer as a learner meets them: locked controls say who locked them; a fault is told."""

import getpass
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from courseplayer.app import Program, WindowRequest
from courseplayer.app_window import Window
from courseplayer.system.paths import Paths, standard_paths
from courseplayer.system.policy import Policy
from courseplayer.system.policy_rules import PolicySource, combine
from courseplayer.ui.veil import idle

_LONG_MS = 20_000
Start = Callable[..., Window]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return standard_paths(os.environ, tmp_path / "home")


@pytest.fixture
def start(qapp: QApplication, paths: Paths, qtbot: QtBot) -> Iterator[Start]:
    programs: list[Program] = []

    def started(**rules: object) -> Window:
        policy: Policy = combine([PolicySource("rules.toml", rules)])
        program = Program(qapp, paths.under(policy), policy)
        programs.append(program)
        program.start(WindowRequest())
        qtbot.waitUntil(lambda: program.window is not None, timeout=_LONG_MS)
        assert program.window is not None
        window = program.window
        qtbot.waitUntil(lambda: window.session.learner is not None, timeout=_LONG_MS)
        return window

    yield started
    for program in programs:
        program.finish()
        program.deleteLater()
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()


def _choice(window: Window, name: str) -> QComboBox:
    found = window.preferences.findChild(QComboBox, name)
    assert found is not None
    return found


def _reason(window: Window, name: str) -> str | None:
    found = window.preferences.findChild(QLabel, f"{name}_lock")
    return None if found is None else found.text()


def test_a_locked_control_is_off_and_says_who_locked_it(start: Start) -> None:
    window = start(text_size_percent=125, managed_by="IT of Hill Clinic")
    size = _choice(window, "text_size_percent")
    assert (size.isEnabled(), size.currentData()) == (False, 125)
    reason = _reason(window, "text_size_percent")
    assert reason is not None
    assert "IT of Hill Clinic" in reason
    assert size.accessibleDescription() == reason
    assert _choice(window, "theme").isEnabled()
    assert _reason(window, "theme") is None


def test_the_veil_comes_when_the_rules_say_and_says_who_set_it(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(idle_veil_minutes=7, managed_by="IT of Hill Clinic")
    choice = _choice(window, "idle_veil_minutes")
    assert (choice.isEnabled(), choice.currentData()) == (False, 7)
    reason = _reason(window, "idle_veil_minutes")
    assert reason is not None
    assert "IT of Hill Clinic" in reason
    window.preferences.setting_chosen.emit("idle_veil_minutes", 0)
    later = SimpleNamespace(monotonic=lambda: time.monotonic() + 7 * 60, time=time.time)
    monkeypatch.setattr(idle, "time", later)
    window.veil.watch.look()
    assert window.frame.is_covered


def test_where_nobody_is_named_it_still_says_who(start: Start) -> None:
    reason = _reason(start(language="en"), "language")
    assert reason is not None
    assert "the person who looks after this computer" in reason


def test_without_rules_nothing_is_locked(start: Start) -> None:
    window = start()
    assert _choice(window, "language").isEnabled()
    assert _choice(window, "text_size_percent").isEnabled()
    assert _reason(window, "language") is None
    assert window.frame.banner.sentence == ""


def test_the_language_of_the_rules_is_spoken_and_the_own_choice_is_kept(
    start: Start, paths: Paths, qtbot: QtBot
) -> None:
    paths.settings_file.parent.mkdir(parents=True)
    paths.settings_file.write_text(json.dumps({"language": "en", "theme": "light"}), encoding="ascii")
    window = start(language="fr")
    assert window.preferences.findChildren(QLabel)[0].text() == "Préférences"
    window.preferences.setting_chosen.emit("skip_seconds", 30)
    window.preferences.setting_chosen.emit("language", "en")
    qtbot.waitUntil(lambda: _stored(paths).get("skip_seconds") == 30, timeout=_LONG_MS)
    assert _stored(paths)["language"] == "en"
    assert _choice(window, "language").currentData() == "fr"


def test_a_fault_in_the_rules_is_told_in_the_window(start: Start) -> None:
    window = start(langauge="fr")
    assert window.frame.banner.isVisible()
    assert "(rules.toml)" in window.frame.banner.sentence


@pytest.mark.parametrize("is_off", [False, True])
def test_links_lead_to_the_browser_only_where_they_may(
    start: Start, monkeypatch: pytest.MonkeyPatch, is_off: bool
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window = start(features_off=["web_links"] if is_off else [])
    window.presenter.show_link("https://example.org/")
    assert "https://example.org/" in window.frame.banner.sentence
    buttons = {one.text(): one for one in window.frame.banner.findChildren(QPushButton) if one.isVisible()}
    assert ("Open in the browser" in buttons) is not is_off
    assert "Copy the address" in buttons
    if not is_off:
        buttons["Open in the browser"].click()
    assert len(opened) == (0 if is_off else 1)


def test_backups_are_also_put_where_the_rules_say_apart_from_those_of_others(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    server = tmp_path / "server"
    others = server / "learner-20200101T000000Z.db"
    server.mkdir()
    others.write_bytes(b"somebody else's")
    window = start(backup_folder=str(server))
    window.safety.back_up()
    qtbot.waitUntil(lambda: len(list(server.glob("*/learner-*.db"))) == 1, timeout=_LONG_MS)
    (copy,) = server.glob("*/learner-*.db")
    assert getpass.getuser() in copy.parent.name
    assert others.exists()


def _stored(paths: Paths) -> dict[str, object]:
    stored: dict[str, object] = json.loads(paths.settings_file.read_text(encoding="ascii"))
    return stored

"""Without graphics hardware Qt draws the picture itself; with it, and where it was asked for, not."""

import sys
from pathlib import Path

import pytest

from courseplayer.ui.player import environment

VARIABLE = "QT_XCB_GL_INTEGRATION"


@pytest.mark.parametrize("device", ["dri/renderD128", "nvidia0", "dxg", "mali0", "kgsl-3d0"])
def test_a_device_to_draw_with_is_seen(tmp_path: Path, device: str) -> None:
    (tmp_path / device).parent.mkdir(exist_ok=True)
    (tmp_path / device).touch()
    assert environment.has_graphics_hardware(tmp_path)


@pytest.mark.parametrize("device", ["dri/card0", "fb0", "nvidiactl"])
def test_a_device_that_only_shows_is_none(tmp_path: Path, device: str) -> None:
    (tmp_path / device).parent.mkdir(exist_ok=True)
    (tmp_path / device).touch()
    assert not environment.has_graphics_hardware(tmp_path)


def test_no_devices_at_all(tmp_path: Path) -> None:
    assert not environment.has_graphics_hardware(tmp_path / "none")


@pytest.mark.parametrize(("system", "is_there", "expected"), [
    ("linux", False, {VARIABLE: "none"}),
    ("linux", True, {}),
    ("win32", False, {}),
    ("darwin", False, {}),
])  # fmt: skip
def test_only_linux_without_hardware_is_told(
    monkeypatch: pytest.MonkeyPatch, system: str, is_there: bool, expected: dict[str, str]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(environment, "has_graphics_hardware", lambda _devices: is_there)
    environ: dict[str, str] = {}
    environment.prepare_environment(environ)
    assert {name: value for name, value in environ.items() if name == VARIABLE} == expected


def test_what_somebody_asked_for_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(environment, "has_graphics_hardware", lambda _devices: False)
    environ = {VARIABLE: "xcb_egl"}
    environment.prepare_environment(environ)
    assert environ[VARIABLE] == "xcb_egl"

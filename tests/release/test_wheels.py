"""The list of pinned packages is whole on every system; `make wheels-check` asks the index for the wheels."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import wheels
from wheels import MACOS, PYTHONS, SYSTEMS, WINDOWS, System, is_for, pinned, pip_words


def _names(pins: tuple[str, ...]) -> set[str]:
    return {canonicalize_name(pin.partition("==")[0]) for pin in pins}


def test_each_system_gets_its_own_packages() -> None:
    windows, macos = _names(pinned(WINDOWS, "3.11")), _names(pinned(MACOS, "3.11"))
    assert windows - macos == {"colorama", "pefile", "pywin32-ctypes"}
    assert macos - windows == {"macholib"}
    assert {"pyside6-essentials", "pyside6-addons", "sqlalchemy"} <= windows & macos


def test_every_pin_names_one_version() -> None:
    assert [pin for pin in pinned(WINDOWS, "3.11") if not pin.partition("==")[2]] == []


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.sys_platform)
@pytest.mark.parametrize("python", PYTHONS)
def test_nothing_that_a_package_needs_there_is_left_unpinned(system: System, python: str) -> None:
    listed = _names(pinned(system, python))
    unpinned = {
        f"{name} needs {requirement}"
        for name in listed
        for requirement in _requirements(name)
        if is_for(requirement, system, python) and canonicalize_name(requirement.name) not in listed
    }
    assert unpinned == set()


def test_pip_is_asked_for_wheels_alone() -> None:
    words = pip_words(MACOS, "3.12")
    assert "--only-binary=:all:" in words
    assert "--platform=macosx_14_0_arm64" in words


def test_a_package_without_a_wheel_fails_the_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    listed = tmp_path / "constraints.txt"
    listed.write_text(
        "# a comment\na-package==1.0 ; sys_platform == 'darwin'\nanother==2.0\n", encoding="utf-8"
    )
    asked: list[tuple[str, ...]] = []

    def pip(*words: str) -> subprocess.CompletedProcess[str]:
        asked.append(words)
        code = int("a-package==1.0" in words)
        return subprocess.CompletedProcess(words, code, "", "WARNING: x\nERROR: No matching distribution\n")

    monkeypatch.setattr(wheels, "CONSTRAINTS", listed)
    monkeypatch.setattr(wheels, "pip", pip)
    assert wheels.main() == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line[:7] for line in lines] == ["ok     "] * len(PYTHONS) + ["FAILED "] * len(PYTHONS)
    assert "No matching distribution" in lines[-1]
    assert all("another==2.0" in words for words in asked)


def _requirements(name: str) -> list[Requirement]:
    try:
        told = metadata.requires(name)
    except metadata.PackageNotFoundError:
        # Those for other systems are not installed here; they need nothing (`pip download` says so there).
        assert name in {"pefile", "pywin32-ctypes", "macholib", "colorama"} or sys.platform != "linux"
        return []
    return [Requirement(line) for line in told or ()]

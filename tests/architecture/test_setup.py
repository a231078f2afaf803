"""What `make` does on a computer where nothing is set up yet."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import system_packages
import virtual_environment
from making.sources import ROOT
from refusal import Refusal
from system_packages import (
    SystemPackage,
    candidates,
    command_to_type,
    missing_on_debian,
    packaging_packages,
)
from virtual_display import virtual_display
from virtual_environment import VirtualEnvironment

GLIB = SystemPackage(("libglib2.0-0t64", "libglib2.0-0"), "libglib-2.0.so.0")
PULSE = SystemPackage(("libpulse0",), "libpulse.so.0")


def test_a_package_counts_as_installed_under_any_of_its_names() -> None:
    assert missing_on_debian([GLIB, PULSE], {"libglib2.0-0", "make"}) == [PULSE]
    assert missing_on_debian([GLIB, PULSE], {"libglib2.0-0t64", "libpulse0"}) == []


def test_packages_need_the_library_that_the_system_splits_off_from_its_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = {}
    for prefix in ("/usr", "/opt/python"):
        monkeypatch.setattr(sys, "base_prefix", prefix)
        files[prefix] = [package.file for package in packaging_packages()]
    assert files["/opt/python"] == ["strip"]
    assert files["/usr"] == ["strip", f"libpython3.{sys.version_info.minor}.so.1.0"]


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [({"libglib2.0-0t64"}, "libglib2.0-0t64"), ({"libglib2.0-0"}, "libglib2.0-0"), (set(), "libglib2.0-0")],
)
def test_the_name_fits_the_release(offered: set[str], chosen: str) -> None:
    assert candidates([GLIB, PULSE], offered.__contains__) == [chosen, "libpulse0"]


def test_the_command_to_type_is_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/sudo")
    assert command_to_type(["a", "b"], with_refresh=False) == (
        "sudo apt-get install --yes --no-install-recommends a b"
    )
    assert command_to_type(["a"], with_refresh=True) == (
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends a"
    )


def test_the_command_to_type_works_without_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert command_to_type(["a"], with_refresh=True) == (
        "su -c 'apt-get update && apt-get install --yes --no-install-recommends a'"
    )


@pytest.mark.skipif(os.name == "nt", reason="there is no apt on Windows")
def test_an_ordinary_user_is_told_what_to_type_and_nothing_is_made(tmp_path: Path) -> None:
    project = _copy_of_the_setup(tmp_path)
    tools = _fake_tools(
        tmp_path, {"dpkg-query": "exit 1", "apt-get": "touch apt-was-called", "apt-cache": "exit 0"}
    )
    run = subprocess.run(
        [sys.executable, "-c", _AS_ORDINARY_USER, project / "packaging" / "setup", "prepare"],
        env={**os.environ, "PATH": str(tools)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "apt-get install --yes --no-install-recommends libglib2.0-0 libegl1" in run.stderr
    assert not (project / ".venv").exists()
    assert not (tmp_path / "apt-was-called").exists()


@pytest.mark.skipif(os.name == "nt", reason="there is no apt on Windows")
def test_root_gets_only_the_missing_packages_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = _fake_tools(
        tmp_path,
        {
            "dpkg-query": "echo 'libglib2.0-0 installed'",
            "apt-get": f"echo $* >> {tmp_path}/calls",
            "apt-cache": "",
        },
    )
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(system_packages, "APT_LISTS", tmp_path)
    system_packages.ensure([GLIB, PULSE])
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    assert [call.split()[-1] for call in calls] == ["update", "libpulse0"]


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux leaves libraries to its packages"
)
def test_a_system_without_apt_is_told_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    there = SystemPackage(("libc6",), "libc.so.6")
    missing = SystemPackage(("libnowhere1",), "libnowhere.so.1")
    with pytest.raises(Refusal, match=r"libnowhere\.so\.1") as told:
        system_packages.ensure([there, missing])
    assert "libc.so.6" not in str(told.value)


class FakeTools:
    """Stands in for venv and pip: takes note of each call and fails those it is told to."""

    def __init__(self, environment: VirtualEnvironment) -> None:
        self._environment = environment
        self.calls: list[str] = []
        self.fails_at: str | None = None

    def run(self, command: tuple[str, ...], **_options: object) -> subprocess.CompletedProcess[str]:
        words = " ".join(map(str, command))
        is_question = "-c" in command
        if is_question:
            return subprocess.CompletedProcess(command, 0, f"{sys.base_prefix} {sys.version}\n")
        self.calls.append(words)
        if "-m venv" in words:
            self._environment.python.parent.mkdir(parents=True)
            self._environment.python.touch()
        return subprocess.CompletedProcess(command, int(self.fails_at is not None and self.fails_at in words))


@pytest.fixture
def environment(tmp_path: Path) -> VirtualEnvironment:
    for name in virtual_environment.INGREDIENTS:
        (tmp_path / name).write_text("first", encoding="utf-8")
    return VirtualEnvironment(tmp_path)


@pytest.fixture
def tools(environment: VirtualEnvironment, monkeypatch: pytest.MonkeyPatch) -> FakeTools:
    fake = FakeTools(environment)
    monkeypatch.setattr("subprocess.run", fake.run)
    return fake


def test_the_environment_is_made_once(environment: VirtualEnvironment, tools: FakeTools) -> None:
    environment.prepare()
    assert len(tools.calls) == 3
    environment.prepare()
    assert len(tools.calls) == 3


@pytest.mark.parametrize("changed", virtual_environment.INGREDIENTS)
def test_a_changed_list_of_packages_is_installed_again(
    environment: VirtualEnvironment, tools: FakeTools, tmp_path: Path, changed: str
) -> None:
    environment.prepare()
    tools.calls.clear()
    (tmp_path / changed).write_text("second", encoding="utf-8")
    environment.prepare()
    assert [call for call in tools.calls if "pip" in call] == tools.calls
    assert any("constraints.txt" in call for call in tools.calls)


@pytest.mark.parametrize("step", ["venv", "constraints.txt", "--editable"])
def test_an_interrupted_installation_is_done_again(
    environment: VirtualEnvironment, tools: FakeTools, step: str
) -> None:
    tools.fails_at = step
    with pytest.raises(Refusal):
        environment.prepare()
    tools.fails_at = None
    tools.calls.clear()
    environment.prepare()
    assert any("constraints.txt" in call for call in tools.calls)
    tools.calls.clear()
    environment.prepare()
    assert tools.calls == []


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="only `make run` without a display installs it")
def test_each_virtual_display_is_its_own_and_goes_away() -> None:
    with virtual_display() as first, virtual_display() as second:
        numbers = {first["DISPLAY"], second["DISPLAY"]}
        sockets = [Path(f"/tmp/.X11-unix/X{number.lstrip(':')}") for number in numbers]
        assert len(numbers) == 2
        assert all(path.exists() for path in sockets)
    assert not any(path.exists() for path in sockets)


@pytest.mark.skipif(os.name == "nt", reason="there is no make on Windows")
def test_make_refuses_a_python_that_is_too_old_or_missing(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make is not None
    run = subprocess.run(
        [make, "-C", ROOT, "prepare"],
        env={"PATH": str(_fake_tools(tmp_path, {"python3": "exit 1"})), "SHELL": "/bin/sh"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode != 0
    assert "needs Python 3.11, 3.12 or 3.13" in run.stderr


_AS_ORDINARY_USER = """
import os, sys
os.geteuid = lambda: 1000
folder = sys.argv.pop(1)
sys.path.insert(0, folder)
import bootstrap
sys.exit(bootstrap.main())
"""


def _copy_of_the_setup(folder: Path) -> Path:
    target = folder / "project" / "packaging" / "setup"
    target.mkdir(parents=True)
    for source in (ROOT / "packaging" / "setup").glob("*.py"):
        (target / source.name).write_bytes(source.read_bytes())
    for name in virtual_environment.INGREDIENTS:
        (folder / "project" / name).write_bytes((ROOT / name).read_bytes())
    return folder / "project"


def _fake_tools(folder: Path, scripts: dict[str, str]) -> Path:
    tools = folder / "tools"
    tools.mkdir()
    for name, script in scripts.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    return tools

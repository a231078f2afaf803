"""Every package is pinned, and nothing says where packages come from: that is the machine's business."""

import re
import tomllib
from importlib.metadata import distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from making.sources import ROOT

CONSTRAINTS = ROOT / "constraints.txt"
SET_UP_FILES = (
    CONSTRAINTS,
    ROOT / "pyproject.toml",
    ROOT / "Makefile",
    ROOT / ".ci" / "run",
    *sorted((ROOT / "packaging").rglob("*.py")),
)
ADDRESS_OF_A_REGISTRY = re.compile(
    r"index[-_]url|find[-_]links|trusted[-_]host|[-_]i\s+https?:|deb \S*://|sources\.list", re.IGNORECASE
)


def test_every_line_pins_one_version() -> None:
    lines = [
        line for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    loose = [line for line in lines if not re.fullmatch(r"[\w.\-]+==[\w.]+( ; .+)?", line)]
    assert lines
    assert loose == []


def test_everything_the_program_and_its_tools_need_is_pinned_as_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
        "editables",  # hatchling asks for it only when it makes an editable installation
    ]
    pinned = _pins()
    unlike = {
        name: (version, pinned.get(name))
        for name, version in _closure(declared).items()
        if pinned.get(name) != version
    }
    assert unlike == {}


def test_no_file_of_the_set_up_names_a_registry() -> None:
    naming = [
        file.name for file in SET_UP_FILES if ADDRESS_OF_A_REGISTRY.search(file.read_text(encoding="utf-8"))
    ]
    assert naming == []
    assert "://" not in CONSTRAINTS.read_text(encoding="utf-8")


def _pins() -> dict[str, str]:
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ; ")[0].split("==") for line in lines if not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pairs}


def _closure(declared: list[str]) -> dict[str, str]:
    """Return the installed version of every package that the declared ones need, directly or not."""
    wanted = [Requirement(line) for line in declared]
    versions: dict[str, str] = {}
    while wanted:
        requirement = wanted.pop()
        name = canonicalize_name(requirement.name)
        if name in versions:
            continue
        package = distribution(name)
        versions[name] = package.version
        extras = requirement.extras or {""}
        needs = [Requirement(line) for line in package.requires or ()]
        wanted += [
            need
            for need in needs
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras)
        ]
    return versions

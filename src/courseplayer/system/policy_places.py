"""Where the rules for a computer lie on each system, and how they are read there."""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

from courseplayer.system.kit_file import find_kit
from courseplayer.system.paths import APP_NAME, HOME_VARIABLE, Paths, program_folder
from courseplayer.system.policy import MOST_BYTES, NO_POLICY, Found, Policy
from courseplayer.system.portable import places
from courseplayer.system.registry import MACHINE_RULES, SHELL_FOLDERS, machine_values

if TYPE_CHECKING:
    # Few programs belong to a kit, and the first paint waits for what is imported.
    from courseplayer.system.kit import Kit

POLICY_NAME = "policy.toml"
_log = logging.getLogger(__name__)

Registry = Callable[[str], Mapping[str, object]]
"""Gives the values of a key below HKEY_LOCAL_MACHINE."""


@dataclass(frozen=True, slots=True)
class Machine:
    """This computer: where things are, under the rules that hold, and the kit the program belongs to."""

    paths: Paths
    policy: Policy
    kit: "Kit | None" = None


def this_machine(environ: Mapping[str, str]) -> Machine:
    """Read the rules of this computer and return them with the places that they leave."""
    kit = find_kit(environ)
    policy = read_policy(policy_files(environ, kit=kit))
    for problem in policy.problems:
        _log.error("policy %s: %s", problem.place, problem.message)
    if kit is not None:
        for fault in kit.faults:
            _log.warning("kit %s: %s", kit.folder, fault)
    return Machine(places(environ, kit).under(policy), policy, kit)


def policy_files(
    environ: Mapping[str, str], registry: Registry = machine_values, kit: "Kit | None" = None
) -> tuple[Path, ...]:
    """Return the files that may hold rules; what an earlier one says holds.

    Those of the machine come first and are fixed: no variable that a person can set leads away from them.
    """
    folders = [*_site_folders(registry), program_folder(environ)]
    if kit is not None and kit.folder not in folders:
        folders.append(kit.folder)
    if environ.get(HOME_VARIABLE):
        folders.append(Path(environ[HOME_VARIABLE]).absolute())
    return tuple(folder / POLICY_NAME for folder in folders)


def read_policy(files: tuple[Path, ...], registry: Registry = machine_values) -> Policy:
    """Read the rules of the registry and of these files; never raises."""
    found = [*_in_registry(registry), *(one for file in files for one in _in_file(file))]
    if not found:
        return NO_POLICY
    # Most computers have no policy, and the first paint waits for this.
    from courseplayer.system.policy_rules import policy_of  # noqa: PLC0415

    return policy_of(found)


if sys.platform == "win32":

    def _site_folders(registry: Registry) -> tuple[Path, ...]:
        # Not from platformdirs alone: it lets a variable of the person's own lead elsewhere.
        try:
            everyone = registry(SHELL_FOLDERS).get("Common AppData")
        except OSError:
            everyone = None
        if isinstance(everyone, str):
            return (Path(everyone) / APP_NAME,)
        return (PlatformDirs(APP_NAME, appauthor=False).site_config_path,)
elif sys.platform == "darwin":

    def _site_folders(_registry: Registry) -> tuple[Path, ...]:
        return (PlatformDirs(APP_NAME, appauthor=False).site_config_path,)
else:

    def _site_folders(_registry: Registry) -> tuple[Path, ...]:
        # Not from platformdirs: XDG_CONFIG_DIRS is the person's own variable.
        return (Path("/etc") / APP_NAME, Path("/etc/xdg") / APP_NAME)


def _in_registry(registry: Registry) -> Iterator[Found]:
    place = f"HKLM\\{MACHINE_RULES}"
    try:
        values = registry(MACHINE_RULES)
    except OSError as refusal:
        yield place, refusal
        return
    if values:
        yield place, values


def _in_file(file: Path) -> Iterator[Found]:
    try:
        with file.open("rb") as opened:
            yield str(file), opened.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as refusal:
        yield str(file), refusal

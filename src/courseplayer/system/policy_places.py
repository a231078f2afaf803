"""Where the rules for a computer lie on each system, and how they are read there."""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from courseplayer.system.paths import APP_NAME, HOME_VARIABLE, Paths, program_folder, standard_paths
from courseplayer.system.policy import LIST_KEYS, Policy, PolicySource, combine, policy_keys
from courseplayer.system.registry import MACHINE_RULES, SHELL_FOLDERS, machine_values

POLICY_NAME = "policy.toml"
_MOST_BYTES = 1_000_000
_log = logging.getLogger(__name__)

Registry = Callable[[str], Mapping[str, object]]
"""Gives the values of a key below HKEY_LOCAL_MACHINE."""


@dataclass(frozen=True, slots=True)
class Machine:
    """This computer: where things are, under the rules that hold."""

    paths: Paths
    policy: Policy


def this_machine(environ: Mapping[str, str]) -> Machine:
    """Read the rules of this computer and return them with the places that they leave."""
    policy = read_policy(policy_files(environ))
    for problem in policy.problems:
        _log.error("policy %s: %s", problem.place, problem.message)
    return Machine(standard_paths(environ).under(policy), policy)


def policy_files(environ: Mapping[str, str], registry: Registry = machine_values) -> tuple[Path, ...]:
    """Return the files that may hold rules; what an earlier one says holds.

    Those of the machine come first and are fixed: no variable that a person can set leads away from them.
    """
    folders = [*_site_folders(registry), program_folder(environ)]
    if environ.get(HOME_VARIABLE):
        folders.append(Path(environ[HOME_VARIABLE]).absolute())
    return tuple(folder / POLICY_NAME for folder in folders)


def read_policy(files: tuple[Path, ...], registry: Registry = machine_values) -> Policy:
    """Read the rules of the registry and of these files; never raises."""
    return combine(
        [*_registry_source(registry), *(source for file in files for source in _file_source(file))]
    )


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


def _registry_source(registry: Registry) -> Iterator[PolicySource]:
    place = f"HKLM\\{MACHINE_RULES}"
    try:
        found = registry(MACHINE_RULES)
    except OSError as refusal:
        yield PolicySource(place, {}, f"cannot be read: {refusal.strerror}")
        return
    if found:
        yield PolicySource(place, dict(_rule(name, data) for name, data in sorted(found.items())))


def _rule(name: str, data: object) -> tuple[str, object]:
    """Return the rule that ``TextSizePercent`` stands for and its value; the registry knows no case."""
    names = {key.replace("_", ""): key for key in policy_keys()}
    # An administrative template cannot write an empty list: a disabled one writes ``SignersNone``, 1.
    names_of_empty = {f"{key.replace('_', '')}none": key for key in LIST_KEYS}
    if name.lower() in names_of_empty and data == 1:
        return names_of_empty[name.lower()], []
    rule = names.get(name.lower(), name)
    if rule in LIST_KEYS and isinstance(data, str | list):
        lines = [data] if isinstance(data, str) else data
        return rule, [line for line in lines if line != ""]
    return rule, data


def _file_source(file: Path) -> Iterator[PolicySource]:
    try:
        with file.open("rb") as opened:
            text = opened.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as refusal:
        yield PolicySource(str(file), {}, f"cannot be read: {refusal.strerror}")
        return
    # Most computers have no policy, and the first paint waits for this.
    import tomllib  # noqa: PLC0415

    if len(text) > _MOST_BYTES:
        yield PolicySource(str(file), {}, "is larger than any policy")
        return
    try:
        yield PolicySource(str(file), tomllib.loads(text.decode("utf-8-sig")))
    except UnicodeDecodeError:
        yield PolicySource(str(file), {}, "is not UTF-8 text; save it as UTF-8")
    except (ValueError, RecursionError) as wrong:
        yield PolicySource(str(file), {}, f"is not TOML: {wrong}")

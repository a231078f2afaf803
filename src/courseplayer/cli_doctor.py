"""The command ``doctor``: how this installation is, for the person who looks after the computer."""

import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from courseplayer import __version__
from courseplayer.learner.backups import Backups
from courseplayer.learner.health import GOOD_STATES, StoreState, store_health
from courseplayer.learner.places import StorePlaces
from courseplayer.system.frozen import words_that_start_again
from courseplayer.system.kit_file import find_kit
from courseplayer.system.paths import Paths, program_folder, resources_folder
from courseplayer.system.policy import Policy
from courseplayer.system.policy_places import policy_files, this_machine
from courseplayer.system.policy_rules import DEFAULT, SECURITY_KEYS, plain_values
from courseplayer.system.portable import places, refused_stick
from courseplayer.system.registry import MACHINE_RULES

FOUND_PROBLEMS = 3
"""The exit code when something needs attention."""
LOW_SPACE_BYTES = 500_000_000
_PATIENCE_SECONDS = 60

Report = dict[str, Any]


def doctor(as_json: bool) -> int:
    """Print how everything is; 0 when all is well, 3 when something needs attention."""
    report = diagnose()
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for line in _lines(report):
            print(line)
    return FOUND_PROBLEMS if report["problems"] else 0


def show_display() -> int:
    """Print what Qt finds here; runs in a process of its own, since Qt ends it where it finds no display."""
    from courseplayer.app import describe_this_display  # noqa: PLC0415 - Qt is not needed for the rest

    print(json.dumps(describe_this_display()))
    return 0


def diagnose() -> Report:
    """Return how everything is, as plain values; changes nothing."""
    machine = this_machine(os.environ)
    report: Report = {
        "program": _program(),
        "policy": _policy(machine.policy),
        "paths": _paths(machine.paths),
        "kit": _kit(machine.paths),
        "store": _store(machine.paths),
        "backups": _backups(machine.paths),
        "display": _display(),
        "space": _space(machine.paths),
    }
    report["problems"] = list(_problems(report))
    return report


def _program() -> Report:
    return {
        "version": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        "machine": platform.machine(),
        "folder": str(program_folder(os.environ)),
        "is_frozen": bool(getattr(sys, "frozen", False)),
    }


def _policy(policy: Policy) -> Report:
    looked_at = [str(file) for file in policy_files(os.environ, kit=find_kit(os.environ))]
    if sys.platform == "win32":
        looked_at.insert(0, f"HKLM\\{MACHINE_RULES}")
    return {
        "is_broken": policy.is_broken,
        "wants_signatures": policy.wants_signatures,
        "looked_at": looked_at,
        "values": {
            name: {"value": value, "from": policy.origins.get(name, DEFAULT)}
            for name, value in plain_values(policy).items()
        },
        "problems": [{"place": one.place, "message": one.message} for one in policy.problems],
    }


def _paths(paths: Paths) -> Report:
    return {
        "data": str(paths.data),
        "config": str(paths.config),
        "cache": str(paths.cache),
        "logs": str(paths.logs),
        "resources": str(resources_folder()),
        "user_courses": str(paths.user_courses),
        "shared_courses": str(paths.shared_courses),
        "course_folders": [str(folder) for folder in paths.course_folders()],
    }


def _kit(paths: Paths) -> Report | None:
    kit = paths.kit
    if kit is None:
        return None
    refused = refused_stick(paths)
    return {
        "folder": str(kit.folder),
        "is_portable": kit.settings.portable,
        "kept_on": paths.keeping.value,
        "refused": None if refused is None else str(refused),
        "faults": list(kit.faults),
    }


def _store(paths: Paths) -> Report:
    file = paths.learner_db
    health = store_health(file)
    elsewhere = places(os.environ, paths.kit).learner_db
    is_left = elsewhere != file and elsewhere.exists()
    return {
        "file": str(file),
        "state": health.state.value,
        "sentence": health.sentence,
        "version": health.version,
        "learners": health.learners,
        "texts": health.texts,
        "bytes": file.stat().st_size if health.state is not StoreState.NONE and file.exists() else 0,
        "left_behind": str(elsewhere) if is_left else None,
    }


def _backups(paths: Paths) -> Report:
    store = StorePlaces(paths.learner_db, paths.second_backups)
    made = Backups(store.backups, store.second_backups).listed()
    second = store.second_backups
    return {
        "folder": str(store.backups),
        "second_folder": None if second is None else str(second),
        "is_second_there": None if second is None else second.parent.is_dir(),
        "count": len(made),
        "newest": made[0].made_at.isoformat() if made else None,
    }


def _display() -> Report:
    try:
        run = subprocess.run(  # noqa: S603 - this very program
            [*words_that_start_again(), "doctor", "--display"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
        found: Report = json.loads(run.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return {"problem": "No window can be opened here: Qt found no display.", "media": None}
    return {"problem": None, **found}


def _space(paths: Paths) -> list[Report]:
    found = []
    for name, folder in (("data", paths.data), ("cache", paths.cache), ("courses", paths.shared_courses)):
        there = _nearest(folder)
        try:
            usage = shutil.disk_usage(there)
        except OSError:
            continue
        found.append({"place": name, "path": str(folder), "free": usage.free, "total": usage.total})
    return found


def _nearest(folder: Path) -> Path:
    return next((one for one in (folder, *folder.parents) if one.exists()), folder)


def _problems(report: Report) -> Iterator[str]:
    for fault in report["policy"]["problems"]:
        yield f"Policy {fault['place']}: {fault['message']}"
    rules = report["policy"]["values"]
    closed = [name for name in SECURITY_KEYS if rules[name]["value"] == []]
    if report["policy"]["is_broken"] and closed:
        yield f"While the policy has a fault, nobody is trusted and nothing may leave: {', '.join(closed)}."
    yield from _kit_problems(report["kit"])
    yield from _store_problems(report["store"])
    if report["backups"]["is_second_there"] is False:
        yield f"The second place for backups is not there: {report['backups']['second_folder']}."
    display = report["display"]
    if display["problem"] is not None:
        yield display["problem"]
    elif display["media"]["problem"] is not None:
        yield display["media"]["problem"]
    for space in report["space"]:
        if space["free"] < LOW_SPACE_BYTES:
            yield f"Only {space['free'] // 1_000_000} MB are free for {space['path']}."


def _kit_problems(kit: Report | None) -> Iterator[str]:
    if kit is not None:
        yield from (f"Kit {kit['folder']}: {fault}" for fault in kit["faults"])
        if kit["refused"] is not None:
            yield kit["refused"]


def _store_problems(store: Report) -> Iterator[str]:
    if StoreState(store["state"]) not in GOOD_STATES:
        yield store["sentence"]
    if store["left_behind"] is not None:
        yield (
            f"The policy moved the learners' data, and {store['left_behind']} was left behind with what was "
            "written before. Close the program and move that folder's content to the new place."
        )


def _lines(report: Report) -> Iterator[str]:
    program, policy, store, display = (report[name] for name in ("program", "policy", "store", "display"))
    yield f"Course Player {program['version']}, Python {program['python']}, SQLite {program['sqlite']}"
    yield f"{program['system']}, started from {program['folder']}"
    yield "\nPolicy"
    for name, rule in policy["values"].items():
        shown = json.dumps(rule["value"], ensure_ascii=False)
        yield f"  {name:<18} {shown:<24} {rule['from']}"
    yield "  looked for in: " + ", ".join(policy["looked_at"])
    yield "\nPlaces"
    for name, place in report["paths"].items():
        yield f"  {name:<18} {', '.join(place) if isinstance(place, list) else place}"
    if report["kit"] is not None:
        yield "\nKit"
        yield f"  {'folder':<18} {report['kit']['folder']}"
        yield f"  {'learners kept on':<18} {report['kit']['kept_on']}"
    yield "\nLearners' store"
    yield f"  {store['state']}: {store['sentence']}"
    if store["learners"] is not None:
        yield f"  {store['learners']} learners, {store['texts']} texts, {store['bytes'] // 1000} kB"
    backups = report["backups"]
    yield f"  {backups['count']} backups, newest: {backups['newest'] or 'none'}, in {backups['folder']}"
    if backups["second_folder"] is not None:
        yield f"  second place: {backups['second_folder']}"
    yield "\nDisplay, video and sound"
    yield from _display_lines(display)
    yield "\nFree space"
    for space in report["space"]:
        yield f"  {space['place']:<18} {space['free'] // 1_000_000} MB  {space['path']}"
    yield ""
    yield from report["problems"] or ["All is well."]


def _display_lines(display: Report) -> Iterator[str]:
    if display["problem"] is not None:
        yield f"  {display['problem']}"
        return
    yield f"  Qt {display['qt']} on {display['platform']}"
    for screen in display["screens"]:
        yield f"  {screen['name']}: {screen['width']} x {screen['height']}, scale {screen['scale']}"
    media = display["media"]
    if not media["available"]:
        yield f"  {media['problem']}"
        return
    there = (name for name, is_there in media["codecs"].items() if is_there)
    yield f"  decoders: {', '.join(there) or 'not known'}"

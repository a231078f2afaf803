"""The command ``kit``: what a trainer hands out, once or twenty times in a row."""

import errno
import json
import os
import sys
from argparse import Namespace
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from courseplayer.cli_drawing import pdf_without_display
from courseplayer.cli_progress import MB, watched_task
from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.kits.making import prepare_kit
from courseplayer.kits.measuring import KitMeasure, measure_kit
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.players import choose_players, find_players, player_folders, read_player
from courseplayer.kits.series import KitSeries, Outcome
from courseplayer.system.kit import KitLook, KitSettings

_MOST_LIST_BYTES = 100_000
_ONE_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "Only sticks and folders can be made several times in a row; nothing was written. "
    "Leave --count out and copy the file that is made.",
)
_NOT_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is no list of names in UTF-8 text; nothing was written. "
    "Save it as plain text, a name on each line.",
)


def make_kits(request: Namespace) -> int:
    """Measure, check and write the kits that were asked for, and say how each went."""
    target = Target(request.target)
    if request.count > 1 and target.is_file:
        raise BadInputError(_ONE_FILE)
    plan = _plan(request, target)
    measure = measure_kit(plan)
    if request.measure:
        return _tell_measure(measure, request.as_json)
    problem = measure.problem()
    if problem is not None:
        raise problem
    with ExitStack() as until_done:
        with watched_task(tells_end=True) as task:
            kit = until_done.enter_context(prepare_kit(plan, datetime.now(UTC), task, pdf_without_display))
        series = KitSeries(kit, request.count)
        _make_all(series, plan.destination)
    return _tell_series(series, request.as_json)


def _plan(request: Namespace, target: Target) -> KitPlan:
    return KitPlan(
        target=target,
        destination=request.output,
        courses=tuple(request.courses),
        players=_players(request, target),
        settings=KitSettings(
            portable=request.portable,
            language=request.language,
            learners=(*request.learner, *_listed_names(request.learners)),
            look=KitLook(request.title, request.accent),
        ),
        logo=request.logo,
        policy=request.policy,
        name=request.name,
    )


def _players(request: Namespace, target: Target) -> tuple[PlayerBuild, ...]:
    if target in {Target.COURSES, Target.DEB}:
        return ()
    with watched_task() as task:
        if request.player:
            return tuple(read_player(path, task) for path in request.player)
        for folder in request.players:
            if not folder.is_dir():
                raise storage_error(FileNotFoundError(errno.ENOENT, ""), folder)
        folders = (*request.players, *player_folders(os.environ))
        return choose_players(find_players(folders, task), target)


def _listed_names(file: Path | None) -> list[str]:
    if file is None:
        return []
    try:
        with file.open("rb") as opened:
            text = opened.read(_MOST_LIST_BYTES).decode("utf-8-sig")
    except OSError as refusal:
        raise storage_error(refusal, file) from refusal
    except UnicodeDecodeError as wrong:
        raise BadInputError(_NOT_TEXT, file=file) from wrong
    return [line.strip() for line in text.splitlines() if line.strip()]


def _tell_measure(measure: KitMeasure, as_json: bool) -> int:
    problem = measure.problem()
    if as_json:
        told = {
            "needed_bytes": measure.needed_bytes,
            "there_bytes": measure.there_bytes,
            "free_bytes": measure.free_bytes,
            "file_system": measure.file_system,
            "too_large": measure.too_large,
            "fits": measure.fits,
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        free = "?" if measure.free_bytes is None else f"{measure.free_bytes / MB:.0f}"
        needed, there = (f"{size / MB:.0f} MB" for size in (measure.needed_bytes, measure.there_bytes))
        print(f"needed {needed}, of which there already {there}")
        print(f"free   {free} MB on {measure.file_system or 'an unknown file system'}")
    if problem is not None:
        raise problem
    return 0


def _make_all(series: KitSeries, place: Path) -> None:
    """Write one kit after the other; the person changes sticks in between, or stops."""
    while not series.is_complete:
        obstacle = series.obstacle(place)
        if series.count > 1 and (series.outcomes or obstacle is not None):
            if obstacle is not None:
                print(obstacle, file=sys.stderr)
            if not _is_next_there(series, place):
                return
            if series.obstacle(place) is not None:
                continue
        with watched_task(tells_end=True) as task:
            outcome = series.make_next(place, task)
        if series.count > 1:
            print(_line(outcome), file=sys.stderr)
        elif outcome.problem is not None:
            return


def _is_next_there(series: KitSeries, place: Path) -> bool:
    number = series.made_count + 1
    print(f"Stick {number} of {series.count}: plug it in at {place} and press Enter; q and Enter ends: ",
          end="", file=sys.stderr, flush=True)  # fmt: skip
    answer = sys.stdin.readline() if sys.stdin is not None else ""
    if answer == "":
        print(file=sys.stderr)
    return answer != "" and answer.strip().lower() != "q"


def _tell_series(series: KitSeries, as_json: bool) -> int:
    if as_json:
        print(json.dumps(_summary(series), ensure_ascii=False, indent=2))
    else:
        for outcome in series.outcomes:
            if outcome.made is not None or series.count > 1:
                print(_line(outcome))
        if series.count > 1:
            print(f"{series.made_count} of {series.count} made")
    last = series.outcomes[-1] if series.outcomes else None
    if series.count == 1 and last is not None and last.problem is not None:
        raise last.problem
    return 0 if series.is_complete else 1


def _line(outcome: Outcome) -> str:
    made = outcome.made
    if made is None:
        return f"{outcome.number:3}  {outcome.destination}: FAILED: {outcome.problem}"
    speed = made.bytes_written / MB / made.seconds if made.seconds else 0.0
    kept = f", {made.files_kept} files were there already" if made.files_kept else ""
    return (
        f"{outcome.number:3}  {outcome.destination}: {made.bytes_written / MB:.1f} MB written and read back, "
        f"{speed:.0f} MB/s{kept}"
    )


def _summary(series: KitSeries) -> dict[str, object]:
    kit = series.kit
    return {
        "target": kit.plan.target,
        "destination": str(kit.plan.destination),
        "made_at": kit.made_at.isoformat(),
        "bytes": kit.size_bytes,
        "courses": [
            {"id": one.course_id, "title": one.title, "file": one.file_name, "manifest": one.manifest}
            for one in kit.courses
        ],
        "players": [{"system": one.system, "file": str(one.path)} for one in kit.plan.players],
        "wanted": series.count,
        "made": series.made_count,
        "kits": [_outcome(outcome) for outcome in series.outcomes],
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    made = outcome.made
    return {
        "number": outcome.number,
        "destination": str(outcome.destination),
        "problem": None if outcome.problem is None else str(outcome.problem),
        "files_written": None if made is None else made.files_written,
        "files_kept": None if made is None else made.files_kept,
        "bytes_written": None if made is None else made.bytes_written,
        "seconds": None if made is None else round(made.seconds, 1),
    }

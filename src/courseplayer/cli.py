"""Every command; with none, the window opens."""

import gc
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TextIO

from courseplayer.course.errors import BadInputError, PlainError, storage_error
from courseplayer.system.cancellation import Cancelled
from courseplayer.system.frozen import leave_environment_as_found
from courseplayer.system.kit_file import find_kit
from courseplayer.system.late_modules import put_off_unused_modules
from courseplayer.system.logs import start_logging
from courseplayer.system.policy import SWITCHED_OFF, Feature
from courseplayer.system.policy_places import this_machine
from courseplayer.system.portable import keep_off_computer, places

if TYPE_CHECKING:
    from argparse import Namespace

OK, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
_OBJECTS_BETWEEN_LOOKS = 50_000
_SOMEBODY = "the person who looks after this computer"


def main() -> int:
    """Run one command and return its exit code: docs/command-line.md lists them."""
    _speak_utf8()
    leave_environment_as_found(os.environ)
    try:
        request = _request(sys.argv[1:])
        paths = places(os.environ, find_kit(os.environ))
        keep_off_computer(os.environ, paths)
        start_logging(paths.logs, on_fault=_tell)
        code = _window(None) if request is None else _run(request)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BadInputError as refusal:
        _tell(refusal)
        return BAD_INPUT
    except PlainError as refusal:
        _tell(refusal)
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        _drop(sys.stdout)
        return FAILED
    except OSError as refusal:
        _tell(storage_error(refusal, refusal.filename or "a file or the output"))
        _drop(sys.stdout)
        return FAILED


def _request(words: Sequence[str]) -> "Namespace | None":
    """Read the command line; None for the bare window, which waits for this."""
    if not words:
        return None
    from courseplayer.cli_arguments import parse_arguments  # noqa: PLC0415

    return parse_arguments(words)


def _run(request: "Namespace") -> int:
    # Most of what a command imports lives to its end. Looking for garbage among it every 700 objects is time
    # lost (measured: 70 ms of 420), and so is what SQLAlchemy imports and no command uses (30 ms).
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
    put_off_unused_modules()
    return _command(request)(request)


def _command(request: "Namespace") -> "Callable[[Namespace], int]":
    if request.self_test:
        return _self_test
    return {
        None: _window,
        "play": _window,
        "screenshots": _screenshots,
        "build": _build,
        "inspect": _inspect,
        "verify": _verify,
        "keys": _keys,
        "export": _export,
        "kit": _kit,
        "learner": _learner,
        "install-course": _install,
        "remove-course": _remove,
        "inventory": _inventory,
        "check-stick": _check_stick,
        "doctor": _doctor,
        "logs": _logs,
    }[request.command]


# Each command imports what it needs and no more: the window must not wait for SQLAlchemy, the builder not
# for Qt. Measured: docs/command-line.md.


def _window(request: "Namespace | None") -> int:
    # What is made while starting lives on, so looking for garbage among it is time lost (measured: 5 ms). The
    # window collects by itself.
    gc.disable()
    from courseplayer.ui.qt_import import import_qt  # noqa: PLC0415

    import_qt()
    from courseplayer.app import WindowRequest, run_window  # noqa: PLC0415

    file = getattr(request, "file", None)
    if request is None or file is None:
        return run_window(WindowRequest(None, None, None))
    try:
        file.stat()
    except OSError as refusal:
        raise storage_error(refusal, file) from refusal
    return run_window(WindowRequest(file, request.step, request.at_ms))


def _self_test(_request: "Namespace") -> int:
    from courseplayer.app import self_test  # noqa: PLC0415

    return self_test()


def _screenshots(request: "Namespace") -> int:
    from courseplayer.app import take_screenshots  # noqa: PLC0415

    return take_screenshots(request.folder)


def _build(request: "Namespace") -> int:
    _refuse_switched_off(Feature.BUILD)
    from courseplayer.cli_courses import build  # noqa: PLC0415

    signer = None
    if request.sign is not None:
        from courseplayer.cli_keys import signer_from  # noqa: PLC0415

        signer = signer_from(request.sign, request.signer)
    return build(request.source, request.output, signer)


def _inspect(request: "Namespace") -> int:
    from courseplayer.cli_courses import inspect  # noqa: PLC0415

    return inspect(request.source, request.as_json)


def _verify(request: "Namespace") -> int:
    from courseplayer.cli_courses import verify  # noqa: PLC0415

    key = None
    if request.key is not None:
        from courseplayer.cli_keys import wanted_key  # noqa: PLC0415

        key = wanted_key(request.key)
    return verify(request.file, key)


def _keys(request: "Namespace") -> int:
    from courseplayer.cli_keys import make_key, show_key  # noqa: PLC0415

    if request.action == "new":
        return make_key(request.name, has_password=not request.no_password)
    return show_key(request.file)


def _kit(request: "Namespace") -> int:
    _refuse_switched_off(Feature.KITS)
    from courseplayer.cli_kit import make_kits  # noqa: PLC0415

    return make_kits(request)


def _install(request: "Namespace") -> int:
    from courseplayer.cli_install import install  # noqa: PLC0415

    return install(request.file, request.all_users)


def _remove(request: "Namespace") -> int:
    from courseplayer.cli_install import remove  # noqa: PLC0415

    return remove(request.course, request.all_users)


def _inventory(request: "Namespace") -> int:
    from courseplayer.cli_install import inventory  # noqa: PLC0415

    return inventory(request.as_json, request.verify)


def _check_stick(request: "Namespace") -> int:
    from courseplayer.cli_sticks import check_stick  # noqa: PLC0415

    return check_stick(request.folder, request.as_json)


def _doctor(request: "Namespace") -> int:
    from courseplayer.cli_doctor import doctor, show_display  # noqa: PLC0415

    return show_display() if request.display else doctor(request.as_json)


def _logs(request: "Namespace") -> int:
    from courseplayer.cli_logs import export  # noqa: PLC0415

    return export(request.export)


def _export(request: "Namespace") -> int:
    from courseplayer.cli_export import ExportRequest, export_draft  # noqa: PLC0415
    from courseplayer.submissions.formats import ExportFormat  # noqa: PLC0415

    named = ExportFormat.of_name(request.output.name)
    return export_draft(
        ExportRequest(
            learner=request.learner,
            step_number=request.step,
            course=request.course,
            format=ExportFormat(request.format) if request.format else named or ExportFormat.DOCX,
            destination=request.output,
            with_name=not request.without_name,
            pin_file=request.pin_file,
        )
    )


def _learner(request: "Namespace") -> int:
    from courseplayer.cli_learner import delete_learner, export_learner, show_learners  # noqa: PLC0415

    if request.action == "list":
        return show_learners(request.as_json)
    if request.action == "export":
        return export_learner(request.name, request.output, request.pin_file)
    return delete_learner(request.name, is_confirmed=request.yes)


def _refuse_switched_off(feature: Feature) -> None:
    policy = this_machine(os.environ).policy
    if not policy.allows(feature):
        raise PlainError(SWITCHED_OFF, who=policy.managed_by or _SOMEBODY)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop(stream: TextIO | None) -> None:
    """Let the interpreter's last flush go nowhere: it must not complain once more."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _tell(failure: PlainError) -> None:
    # Without stderr print would write among the results; with one that nobody reads there is nobody to tell.
    if sys.stderr is not None:
        try:
            print(failure, file=sys.stderr, flush=True)
        except OSError:
            # What is left in the buffer would fail again at the very end, and change the exit code to 120.
            _drop(sys.stderr)
    if failure.__cause__ is not None:
        logging.getLogger(__name__).info("told: %s", failure.sentence, exc_info=failure)

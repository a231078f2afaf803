"""Every command; with none, the window opens."""

import contextlib
import io
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable

from courseplayer.cli_arguments import parse_arguments
from courseplayer.course.errors import BadInputError, PlainError, storage_error
from courseplayer.system.cancellation import Cancelled
from courseplayer.system.logs import start_logging
from courseplayer.system.paths import standard_paths

OK, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def main() -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 bad input, 130 stopped by the person."""
    _speak_utf8()
    try:
        request = parse_arguments(sys.argv[1:])
        start_logging(standard_paths(os.environ).logs, on_fault=_tell)
        code = _command(request)(request)
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
        _drop_output()
        return FAILED
    except OSError as refusal:
        _tell(storage_error(refusal, refusal.filename or "a file or the output"))
        _drop_output()
        return FAILED


def _command(request: Namespace) -> Callable[[Namespace], int]:
    if request.self_test:
        return _self_test
    return {
        None: _window,
        "play": _window,
        "screenshots": _screenshots,
        "build": _build,
        "inspect": _inspect,
        "verify": _verify,
        "export": _export,
    }[request.command]


# Each command imports what it needs and no more: the window must not wait for SQLAlchemy, the builder not
# for Qt. Measured: docs/command-line.md.


def _window(request: Namespace) -> int:
    from courseplayer.app import WindowRequest, run_window  # noqa: PLC0415

    file = getattr(request, "file", None)
    if file is None:
        return run_window(WindowRequest(None, None, None))
    try:
        file.stat()
    except OSError as refusal:
        raise storage_error(refusal, file) from refusal
    return run_window(WindowRequest(file, request.step, request.at_ms))


def _self_test(_request: Namespace) -> int:
    from courseplayer.app import self_test  # noqa: PLC0415

    return self_test()


def _screenshots(request: Namespace) -> int:
    from courseplayer.app import take_screenshots  # noqa: PLC0415

    return take_screenshots(request.folder)


def _build(request: Namespace) -> int:
    from courseplayer.cli_courses import build  # noqa: PLC0415

    return build(request.source, request.output)


def _inspect(request: Namespace) -> int:
    from courseplayer.cli_courses import inspect  # noqa: PLC0415

    return inspect(request.source, request.as_json)


def _verify(request: Namespace) -> int:
    from courseplayer.cli_courses import verify  # noqa: PLC0415

    return verify(request.file)


def _export(request: Namespace) -> int:
    from courseplayer.cli_export import ExportRequest, export_draft  # noqa: PLC0415
    from courseplayer.submissions.formats import ExportFormat  # noqa: PLC0415

    return export_draft(
        ExportRequest(
            learner=request.learner,
            step_number=request.step,
            course=request.course,
            format=ExportFormat(request.format),
            destination=request.output,
            with_name=not request.without_name,
        )
    )


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Let the interpreter's last flush go nowhere: it must not complain once more."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(failure: PlainError) -> None:
    # Without stderr print would write among the results; with one that nobody reads there is nobody to tell.
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(failure, file=sys.stderr)
    if failure.__cause__ is not None:
        logging.getLogger(__name__).info("told: %s", failure.sentence, exc_info=failure)

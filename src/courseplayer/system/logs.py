"""The program's diary: faults go to a rotating file, never with what a learner wrote."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError

LOG_NAME = "courseplayer.log"
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MAX_LOG_BYTES = 1_000_000
OLDER_LOGS = 2
_FULL_BYTES = MAX_LOG_BYTES - 4_000
"""Leaves room for letters that take several bytes, and for the end of the line."""
_FAULT = QT_TRANSLATE_NOOP(
    "errors",
    "Something went wrong inside Course Player ({fault}); everything that was saved is safe. "
    "You can go on; if it happens again, close the program, open it anew and pass on the file {log}.",
)
# The interpreter writes these messages itself, from names in the code; others may quote a learner's words.
_MESSAGES_WITHOUT_DATA = (
    AttributeError,
    NameError,
    ImportError,
    IndexError,
    RecursionError,
    ZeroDivisionError,
)

FaultListener = Callable[[PlainError], None]
"""Takes the sentence to show; called on whatever thread the fault happened."""


class _QuietFormatter(logging.Formatter):
    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return "" if ei[1] is None else describe_fault(ei[1])


class _ShortFormatter(logging.Formatter):
    """Names a fault without its trace: a terminal is read by people."""

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return "" if ei[1] is None else describe_fault(ei[1]).rpartition("\n")[2]


class _RotatingFile(logging.FileHandler):
    """Begins a new file when one is full; logging.handlers would bring sockets and pickles to every start."""

    def emit(self, record: logging.LogRecord) -> None:
        stream = self.stream
        try:
            if stream is not None and stream.tell() + len(self.format(record)) >= _FULL_BYTES:
                stream.close()
                self._begin_new(Path(self.baseFilename))
        except OSError:
            self.handleError(record)
        super().emit(record)

    def _begin_new(self, path: Path) -> None:
        try:
            for number in range(OLDER_LOGS, 0, -1):
                newer = path if number == 1 else path.with_name(f"{path.name}.{number - 1}")
                if newer.exists():
                    newer.replace(path.with_name(f"{path.name}.{number}"))
        finally:
            self.stream = self._open()


def start_logging(folder: Path, on_fault: FaultListener | None = None) -> Path | None:
    """Log to ``folder`` (without traces to stderr where that cannot be written) and catch what nobody caught.

    An uncaught exception of any thread is logged and handed to ``on_fault`` as one sentence. Returns the
    log file, None when there is none.
    """
    path = folder / LOG_NAME
    # A diary that cannot be written, on a full disk say, is no reason to fill the terminal.
    logging.raiseExceptions = False
    handler, log_file = _open_handler(path)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logger = logging.getLogger("courseplayer")
    logger.setLevel(logging.INFO)
    _catch_faults(logger, path, on_fault)
    return log_file


def describe_fault(fault: BaseException) -> str:
    """Return where a fault came from: types and lines of code, without the data it may quote."""
    parts = []
    for error in reversed(tuple(_chain(fault))):
        parts += traceback.format_tb(error.__traceback__)
        parts.append(f"{type(error).__module__}.{type(error).__qualname__}{_safe_message(error)}\n")
    return "".join(parts).rstrip("\n")


def _open_handler(path: Path) -> tuple[logging.Handler, Path | None]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _RotatingFile(path, encoding="utf-8")
    except OSError:
        # A windowed program on Windows has no stderr at all.
        return (logging.NullHandler() if sys.stderr is None else _terminal_handler()), None
    handler.setFormatter(_QuietFormatter(_LINE))
    return handler, path


def _terminal_handler() -> logging.Handler:
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(_ShortFormatter(_LINE))
    return handler


def _catch_faults(logger: logging.Logger, path: Path, on_fault: FaultListener | None) -> None:
    def tell(fault: BaseException) -> None:
        logger.critical("Nobody caught this", exc_info=fault)
        if on_fault is not None:
            told = PlainError(_FAULT, fault=type(fault).__name__, log=path)
            on_fault(fault if isinstance(fault, PlainError) else told)

    def in_main(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
        else:
            tell(fault)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            tell(args.exc_value)

    sys.excepthook = in_main
    threading.excepthook = in_thread


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def _safe_message(error: BaseException) -> str:
    if isinstance(error, PlainError):
        return f": {error.sentence}"
    if isinstance(error, OSError):
        return f": {error.strerror} (errno {error.errno})"
    return f": {error}" if isinstance(error, _MESSAGES_WITHOUT_DATA) else ""

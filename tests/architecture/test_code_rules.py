"""Rules of the code that no linter checks, read off its syntax trees."""

import ast
from pathlib import PurePosixPath

from making.sources import PythonFile, python_files

PROGRAM = python_files("src")
EVERYTHING = python_files("src", "tests", "packaging", "resources")
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
TOOLKIT_TRAPS = {
    "processEvents",
    "QThread",
    "QRunnable",
    "QThreadPool",
    "QSettings",
    "QSqlTableModel",
    "DirectConnection",
    "__feature__",
    "takeAt",
}
TRAPS_ALLOWED = {
    # It keeps nothing of ours there: it tells Qt's own dialogs to remember folders on the stick.
    ("src/courseplayer/ui/off_computer.py", "QSettings"),
    # What takeAt gives is freed there.
    ("src/courseplayer/ui/empty_layout.py", "takeAt"),
}
POSIX_ONLY = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios"}
POSIX_ONLY_CALLS = {"fork", "geteuid", "getuid", "mkfifo", "setsid", "killpg"}
NETWORK = {
    "socket", "ssl", "http", "urllib.request", "urllib3", "ftplib", "smtplib", "poplib", "imaplib",
    "xmlrpc", "requests", "httpx", "aiohttp", "asyncio", "PySide6.QtNetwork",
}  # fmt: skip
# Where everything is caught: what runs jobs, and what Qt calls from its own threads.
MAY_CATCH_EVERYTHING = {"src/courseplayer/ui/jobs.py", "src/courseplayer/ui/player/device.py"}


def test_the_program_is_really_read() -> None:
    names = {file.name for file in PROGRAM}
    assert {"src/courseplayer/app.py", "src/courseplayer/cli.py"} <= names


def test_no_signal_is_connected_to_a_lambda() -> None:
    """Such a slot keeps its owner alive until the cyclic collector runs, perhaps on a worker thread."""
    offenders = [
        f"{file.name}:{call.lineno}"
        for file in PROGRAM
        for call in file.calls()
        if _called(call) == "connect" and any(isinstance(argument, ast.Lambda) for argument in call.args)
    ]
    assert offenders == []


def test_toolkit_traps_are_not_used() -> None:
    """Each of these crashed, blocked, leaked or lost data in the studies this design rests on."""
    offenders = [
        f"{file.name}:{line}: {name}"
        for file in PROGRAM
        for line, name in (*file.names(), *file.imported())
        for trap in TOOLKIT_TRAPS.intersection(name.split("."))
        if (file.name, trap) not in TRAPS_ALLOWED
    ]
    assert offenders == []


def test_nothing_is_imported_wholesale() -> None:
    offenders = [
        f"{file.name}:{line}" for file in EVERYTHING for line, name in file.imported() if name.endswith(".*")
    ]
    assert offenders == []


def test_everything_is_caught_in_two_places_only() -> None:
    catching = {
        file.name
        for file in PROGRAM
        for node in file.nodes
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node) and not _raises_again(node)
    }
    assert catching <= MAY_CATCH_EVERYTHING


def test_files_are_short() -> None:
    too_long = {file.name: lines for file in EVERYTHING if (lines := file.text.count("\n")) > MAX_FILE_LINES}
    assert too_long == {}


def test_functions_are_short() -> None:
    too_long = {
        f"{file.name}:{function.name}": lines
        for file in EVERYTHING
        for function in file.functions()
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > MAX_FUNCTION_LINES
    }
    assert too_long == {}


def test_functions_say_what_they_take_and_give() -> None:
    untyped = [
        f"{file.name}:{function.lineno} {function.name}"
        for file in EVERYTHING
        for function in file.functions()
        if not _is_fully_typed(function)
    ]
    assert untyped == []


def test_modules_have_names_that_say_something() -> None:
    empty = [
        file.name
        for file in EVERYTHING
        if EMPTY_NAMES.intersection((*PurePosixPath(file.name).parts[:-1], PurePosixPath(file.name).stem))
    ]
    assert empty == []


def test_every_module_opens_with_a_sentence() -> None:
    silent = [file.name for file in EVERYTHING if not _opens_with_a_sentence(file)]
    assert silent == []


def test_only_commands_print() -> None:
    printing = {
        file.name
        for file in PROGRAM
        for call in file.calls()
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    }
    rooms = {name for name in printing if not PurePosixPath(name).name.startswith("cli")}
    assert rooms <= {"src/courseplayer/ui/tour.py", "src/courseplayer/ui/self_test.py"}


def test_the_program_needs_no_posix() -> None:
    offenders = [
        f"{file.name}:{line}: {name}"
        for file in PROGRAM
        for line, name in file.imported()
        if name.split(".")[0] in POSIX_ONLY
    ]
    offenders += [
        f"{file.name}:{call.lineno}: os.{_called(call)}"
        for file in PROGRAM
        for call in file.calls()
        if _called(call) in POSIX_ONLY_CALLS and isinstance(call.func, ast.Attribute)
    ]
    assert offenders == []


def test_the_program_imports_nothing_that_reaches_a_network() -> None:
    offenders = [
        f"{file.name}:{line}: {name}"
        for file in PROGRAM
        for line, name in file.imported()
        if any(name == module or name.startswith(f"{module}.") for module in NETWORK)
    ]
    assert offenders == []


def _called(call: ast.Call) -> str | None:
    return call.func.attr if isinstance(call.func, ast.Attribute) else None


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    caught = [handler.type] if not isinstance(handler.type, ast.Tuple) else handler.type.elts
    return any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in caught
    )


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _is_fully_typed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    starred = [argument for argument in (arguments.vararg, arguments.kwarg) if argument is not None]
    untyped = [argument.arg for argument in (*named, *starred) if argument.annotation is None]
    is_constructor = function.name == "__init__"
    return set(untyped) <= {"self", "cls"} and (function.returns is not None or is_constructor)


def _opens_with_a_sentence(file: PythonFile) -> bool:
    module = file.nodes[0]
    assert isinstance(module, ast.Module)
    return bool(ast.get_docstring(module)) or not file.text.strip()

"""Imports PySide6 without what a running program has no use for (docs/decisions/late-imports.md)."""

import builtins
import sys
import threading
from typing import Any

_LATER = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("layout", "parser", "lib/enum_sig", "lib/pyi_generator")
)
"""They describe calls: in a TypeError, in ``help`` and in the stubs that only PySide6's makers write.

Not ``mapping`` and ``errorhandler``: without them the first wrong call ends the process (seen with 6.11.3).
"""
_AT_FIRST = """\
def __getattr__(name):
    from courseplayer.ui.qt_import import read_now
    return read_now(globals(), name)
"""
_compile: Any = builtins.compile
_unread: dict[str, Any] = {}
# Many threads may ask, and what is read asks for names of the others.
_reading = threading.RLock()


def import_qt() -> None:
    """Import PySide6; to be called before anything else imports it, or nothing is gained.

    Of its Python modules, which lie as sources in its library and are compiled at every start, those in
    ``_LATER`` are compiled when a name of them is asked for.
    """
    if "PySide6.QtCore" in sys.modules:
        return
    builtins.compile = _compiled  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - this is the moment
    finally:
        builtins.compile = _compile
    # PySide6 stands in each import statement, to serve `from __feature__ import snake_case`, and reads the
    # source of every module to see whether Qt is named there; Python keeps what was read (15 MB).
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _compiled(source: Any, file: Any, *more: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for compile
    if file not in _LATER:
        return _compile(source, file, *more, **named)
    _unread[file] = source
    return _compile(_AT_FIRST, file, "exec")


def read_now(module: dict[str, Any], name: str) -> object:
    """Return a name that a module does not have yet, once its source has run."""
    file = module["__file__"]
    if not name.startswith("__"):
        with _reading:
            if file in _unread:
                exec(_compile(_unread.pop(file), file, "exec"), module)  # noqa: S102 - PySide6's own source
        if name in module:
            return module[name]
    raise AttributeError(f"{file} has no {name}")

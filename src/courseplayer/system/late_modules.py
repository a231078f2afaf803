"""Modules of Python that are imported and seldom or never used: read when somebody asks for a name."""

import importlib.util
import sys
import threading
from importlib import import_module
from types import ModuleType

_LATE = ("asyncio", "importlib.metadata", "hashlib", "difflib")
_ALONE = {
    ("asyncio", "iscoroutine"): "asyncio.coroutines",
    ("asyncio", "CancelledError"): "asyncio.exceptions",
    ("asyncio", "TimeoutError"): "asyncio.exceptions",
}
"""What SQLAlchemy asks of asyncio although it runs none; these small modules need nothing of the others."""
# Many threads may ask, and the source that runs asks for names of its own module.
_reading = threading.RLock()


class _LateModule(ModuleType):
    """Stands for a module, and runs its source when somebody asks for a name that it does not have yet."""

    _is_read = False

    def __getattr__(self, name: str) -> object:
        # Python's own machinery looks for such names in every module.
        if not name.startswith("__"):
            small = _ALONE.get((self.__name__, name))
            if small is not None:
                return getattr(import_module(small), name)
            with _reading:
                self._read()
            if name in vars(self):
                return vars(self)[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    def _read(self) -> None:
        spec = self.__spec__
        if not self._is_read and spec is not None and spec.loader is not None:
            self._is_read = True
            spec.loader.exec_module(self)


def put_off_unused_modules() -> None:
    """Let the next import of these modules cost nothing; to be called before SQLAlchemy is imported.

    SQLAlchemy imports asyncio, and that ssl, though no database here is asked that way: 5 MB. To hash,
    Python loads OpenSSL, 3.5 MB; a shelf that did not change needs none (docs/decisions/late-imports.md).
    """
    for name in _LATE:
        spec = None if name in sys.modules else importlib.util.find_spec(name)
        if spec is None:
            continue
        module = _LateModule(name)
        for attribute, value in vars(importlib.util.module_from_spec(spec)).items():
            setattr(module, attribute, value)
        sys.modules[name] = module
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], child, module)

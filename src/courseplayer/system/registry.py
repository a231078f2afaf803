"""The part of the Windows registry that only administrators write; empty on every other system."""

import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Protocol, cast

MACHINE_RULES = r"Software\Policies\CoursePlayer"
"""Where group policies put what they say about this program, below HKEY_LOCAL_MACHINE."""
SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"


class RegistryKey(Protocol):
    """An open key."""

    def __enter__(self) -> "RegistryKey":
        """Open it."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""


class WindowsRegistry(Protocol):
    """What is used of Python's ``winreg``, so that a test can stand in for it on any system."""

    HKEY_LOCAL_MACHINE: int
    KEY_READ: int
    KEY_WOW64_64KEY: int
    REG_EXPAND_SZ: int

    def OpenKeyEx(self, key: int, sub_key: str, reserved: int, access: int) -> RegistryKey:  # noqa: N802
        """Open a key; raises FileNotFoundError where there is none."""

    def EnumValue(self, key: RegistryKey, index: int) -> tuple[str, object, int]:  # noqa: N802
        """Return name, data and type of a value; raises OSError after the last."""

    def QueryInfoKey(self, key: RegistryKey) -> tuple[int, int, int]:  # noqa: N802
        """Return how many keys and values there are inside, and when it was changed."""

    def ExpandEnvironmentStrings(self, text: str) -> str:  # noqa: N802
        """Fill ``%NAME%`` in."""


def machine_values(key: str, windows: WindowsRegistry | None = None) -> Mapping[str, object]:
    """Return the values of a key below HKEY_LOCAL_MACHINE by name, nothing where it is not there.

    Raises OSError where the key is there and may not be read.
    """
    registry = windows or _of_this_machine()
    if registry is None:
        return {}
    # A 32-bit Python would be led to a key of its own, which group policies do not write.
    access = registry.KEY_READ | registry.KEY_WOW64_64KEY
    try:
        opened = registry.OpenKeyEx(registry.HKEY_LOCAL_MACHINE, key, 0, access)
    except FileNotFoundError:
        return {}
    with opened:
        count = registry.QueryInfoKey(opened)[1]
        found = [registry.EnumValue(opened, index) for index in range(count)]
    return {
        name: registry.ExpandEnvironmentStrings(data)
        if kind == registry.REG_EXPAND_SZ and isinstance(data, str)
        else data
        for name, data, kind in found
    }


if sys.platform == "win32":
    import winreg

    def _of_this_machine() -> WindowsRegistry | None:
        return cast(WindowsRegistry, winreg)
else:

    def _of_this_machine() -> WindowsRegistry | None:
        return None

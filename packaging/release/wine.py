"""Wine with a Windows of its own in a folder, and what Wine 8 lacks of one."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from project import PackagingError
from windows_python import SOURCES, compile_program

_PLACES = ("wine64", "/usr/lib/wine/wine64")
_PATIENCE_SECONDS = 3_600
_IMPORTED = re.compile(r"^\s*[0-9a-f]+\s+(?:<none>|\d+)?\s*(\w+)\s*$", re.MULTILINE)
Finished = subprocess.CompletedProcess[str]


class Wine:
    """A Windows in a folder; nothing outside of it is changed."""

    def __init__(self, prefix: Path, display: str) -> None:
        self._prefix = prefix
        self._display = display
        self.drive = prefix / "drive_c"
        self._program = next((found for one in _PLACES if (found := shutil.which(one))), None)

    def prepare(self) -> str:
        """Make the Windows when it is not there yet; returns what Wine calls itself."""
        if self._program is None:
            raise PackagingError("Wine is missing: install wine64 (Debian's, 64 bit).")
        if not (self.drive / "windows" / "system32").is_dir():
            self._prefix.mkdir(parents=True, exist_ok=True)
            self.must("wineboot", "-i")
        system = self.drive / "windows" / "system32"
        if not (system / "bcryptprimitives.dll").exists():
            compile_program(
                SOURCES / "bcryptprimitives.c", system / "bcryptprimitives.dll", "-shared", "-ladvapi32"
            )
        told = subprocess.run([self._program, "--version"], capture_output=True, text=True, check=False)
        return told.stdout.strip()

    def pretend(self, version: str) -> None:
        """Let it be this version of Windows, ``win7`` or ``win10``; Wine 8 is a Windows 7 by itself."""
        self.must("winecfg", "-v", version)

    def add_empty_library(self, name: str, functions: tuple[str, ...]) -> None:
        """Give Windows a library whose functions answer nothing: Qt goes on with its own converters."""
        made = self.drive / "windows" / "system32" / name
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "empty.c"
            line = "__declspec(dllexport) long long {}(void) {{ return 0; }}\n"
            source.write_text("".join(line.format(one) for one in functions), encoding="ascii")
            compile_program(source, made, "-shared")

    def start(self, *words: str, variables: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """Start a program of Windows; it is given pipes, since Wine's Python wants no files."""
        if self._program is None:
            raise PackagingError("Wine is missing: install wine64.")
        return subprocess.Popen(
            [self._program, *words],
            env=self._environment() | dict(variables or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def run(self, *words: str, variables: Mapping[str, str] | None = None) -> Finished:
        """Run a program of Windows to its end."""
        process = self.start(*words, variables=variables)
        try:
            told, _nothing = process.communicate("", timeout=_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise PackagingError(f"{words[0]} did not end.") from None
        return Finished(words, process.returncode, told, "")

    def must(self, *words: str, variables: Mapping[str, str] | None = None) -> str:
        """Run a program that has to end with 0; raises PackagingError with its last words."""
        done = self.run(*words, variables=variables)
        if done.returncode != 0:
            last = "\n".join(done.stdout.strip().splitlines()[-12:])
            raise PackagingError(f"{' '.join(words)} ended with {done.returncode}:\n{last}")
        return done.stdout

    def registered(self, key: str, name: str) -> str | None:
        """Return a value of the registry."""
        done = self.run("reg", "query", key, "/v", name, "/reg:64")
        found = re.search(rf"^\s*{re.escape(name)}\s+REG_\w+\s+(.*?)\s*$", done.stdout, re.MULTILINE)
        return found[1] if found else None

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return {
            **kept,
            "WINEPREFIX": str(self._prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # No browser and no menu entries on the builder's own desktop.
            "WINEDLLOVERRIDES": "winemenubuilder.exe=d;mscoree=d;mshtml=d",
            "DISPLAY": self._display,
        }


def windows_path(path: Path) -> str:
    """Return how a program in Wine names this file of ours."""
    return str(PureWindowsPath("Z:", "\\", *path.absolute().parts[1:]))


def imported_names(told: str, library: str) -> tuple[str, ...]:
    """Read from what objdump tells of a library which names it takes from another one."""
    parts = told.split("DLL Name: ")[1:]
    mine = [part for part in parts if part.split()[0].lower() == library]
    return tuple(
        dict.fromkeys(name for part in mine for name in _IMPORTED.findall(part.partition("\n\n")[0]))
    )

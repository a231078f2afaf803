"""The Python environment in ``.venv``: made once, refreshed when what it is made from changes."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from refusal import Refusal

INGREDIENTS = ("constraints.txt", "pyproject.toml")


class VirtualEnvironment:
    """The environment below ``root``.

    A stamp with the fingerprint of everything it was made from is written last, so an interrupted
    installation, a changed list of packages or a moved folder is noticed and mended by the next call.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / ".venv"
        self._stamp = self._folder / "courseplayer-stamp"
        self.python = self._folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def prepare(self) -> None:
        """Make or refresh the environment when needed; raises Refusal when that fails."""
        fingerprint = self.fingerprint()
        if self._is_made_from(fingerprint):
            return
        self._stamp.unlink(missing_ok=True)
        if not self._has_working_pip():
            print("Making the Python environment .venv", flush=True)
            self._do((sys.executable, "-m", "venv", "--clear", str(self._folder)))
        print("Installing the pinned packages into .venv (about 200 MB the first time)", flush=True)
        self._pip("install", "-r", "constraints.txt")
        # Isolation would fetch the build tools again, unpinned; they are in the list.
        self._pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
        self._stamp.write_text(fingerprint, encoding="ascii")

    def fingerprint(self) -> str:
        """Return a hash of everything the environment is made from: lists, Python and the place itself."""
        parts = [(self._root / name).read_bytes() for name in INGREDIENTS]
        parts += [os.fsencode(self._root), os.fsencode(sys.base_prefix), sys.version.encode()]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def _is_made_from(self, fingerprint: str) -> bool:
        return (
            self.python.exists()
            and self._stamp.exists()
            and self._stamp.read_text(encoding="ascii") == fingerprint
        )

    def _has_working_pip(self) -> bool:
        question = "import pip, sys; print(sys.base_prefix, sys.version)"
        if not self.python.exists():
            return False
        answer = subprocess.run((self.python, "-c", question), capture_output=True, text=True, check=False)
        return answer.returncode == 0 and answer.stdout.strip() == f"{sys.base_prefix} {sys.version}"

    def _pip(self, *arguments: str) -> None:
        quiet = () if sys.stdout.isatty() else ("--quiet",)
        self._do(
            (str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input", *quiet, *arguments)
        )

    def _do(self, command: Sequence[str]) -> None:
        if subprocess.run(command, cwd=self._root, check=False).returncode != 0:
            raise Refusal(
                "The Python environment could not be finished; the message is above. "
                "Check the connection to the package index and run make again."
            )

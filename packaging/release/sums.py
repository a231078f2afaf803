"""Writes what shows that artefacts came whole, and from whom."""

import hashlib
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from project import PackagingError

SIGNING_KEY = "COURSEPLAYER_SIGNING_KEY"


def write_sums(made: Iterable[Path], folder: Path) -> Path:
    """Print size and SHA-256 of each file and write the sums beside them, signed when a key is named."""
    sums = []
    for path in sorted(made):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        sums.append(f"{digest}  {path.name}\n")
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {digest}  {path.name}")
    listed = folder / "SHA256SUMS"
    listed.write_text("".join(sums), encoding="ascii")
    sign(listed)
    return listed


def sign(sums: Path) -> None:
    """Sign the checksums with the key that the builder names; the key itself stays in the builder's GnuPG."""
    key = os.environ.get(SIGNING_KEY)
    if not key:
        print(f"SHA256SUMS is not signed: {SIGNING_KEY} names no key.")
        return
    command = ("gpg", "--batch", "--yes", "--armor", "--local-user", key, "--detach-sign", str(sums))
    if subprocess.run(command, check=False).returncode != 0:
        raise PackagingError(f"gpg could not sign with the key {key}; its message is above.")
    print(f"SHA256SUMS.asc: signed with {key}")

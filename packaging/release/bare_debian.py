"""Installs the Debian packages into bare systems and tries them: ``bare_debian.py FOLDER [bookworm trixie]``.

Needs root and debootstrap. FOLDER keeps the bare systems for the next time; each check works in a copy.
It prints a table and ends with 1 when anything is not as promised.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from courseplayer.kits.debian import Control, deb_bytes
from courseplayer.kits.tar_archive import Member
from project import ARTEFACTS, PackagingError, epoch

_RELEASES = ("bookworm", "trixie")
_LEARNER = "/root/.local/share/courseplayer/learner.db"
_SWITCH = "COURSEPLAYER_PURGE_LEARNERS"
_ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LC_ALL": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
    "QT_QPA_PLATFORM": "offscreen",
}
_OLDER = Control(
    package="courseplayer",
    version="0.0.1",
    architecture="amd64",
    maintainer="Course Player project <courseplayer@courseplayer.org>",
    section="education",
    description=("an older one, for the upgrade", "Made by the check itself."),
)


class BareSystem:
    """A Debian with nothing in it that it can do without."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command in it."""
        return subprocess.run(
            ["chroot", str(self.root), *words],
            env=_ENVIRONMENT,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    def start(self, *words: str, variables: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start a program in it, in a group of its own that can be ended as one."""
        return subprocess.Popen(
            ["chroot", str(self.root), *words],
            env=_ENVIRONMENT | dict(variables),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def must(self, *words: str) -> str:
        """Run a command that has to work; raises PackagingError with its last words."""
        done = self.run(*words)
        if done.returncode != 0:
            last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-12:])
            raise PackagingError(f"{' '.join(words)} ended with {done.returncode}:\n{last}")
        return done.stdout

    def install(self, *packages: str) -> str:
        """Let apt install these files with what they depend on, and nothing that is only recommended."""
        return self.must(
            "apt-get", "install", "-y", "-q", "--allow-downgrades", "--no-install-recommends", *packages
        )


def main() -> int:
    """Check the releases that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("releases", nargs="*", default=list(_RELEASES))
    request = parser.parse_args()
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("Checking in bare systems needs root and debootstrap; nothing was checked.", file=sys.stderr)
        return 1
    outcomes = {release: _check(request.folder, release) for release in request.releases}
    print(_table(outcomes))
    return int(any(len(told) < len(_STEPS) for told in outcomes.values()))


def _table(outcomes: dict[str, list[str]]) -> str:
    """Return what was told of each step in each release, in Markdown; a step without an answer failed."""
    lines = [f"| | {' | '.join(outcomes)} |", f"|---|{'---|' * len(outcomes)}"]
    for index, (name, _step) in enumerate(_STEPS):
        cells = [told[index] if index < len(told) else "**failed**" for told in outcomes.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _check(folder: Path, release: str) -> list[str]:
    """Take the steps until one fails; returns what each that held had to tell."""
    outcomes: list[str] = []
    with copied(bare_system(folder, release)) as system:
        (system.root / "tmp" / "older.deb").write_bytes(_older_package())
        for package in ARTEFACTS.glob("*.deb"):
            shutil.copyfile(package, system.root / "tmp" / package.name)
        for name, step in _STEPS:
            try:
                told = step(system)
            except PackagingError as failure:
                print(f"{release:10} FAILED  {name}: {failure}", flush=True)
                break
            print(f"{release:10} ok      {name}: {told}", flush=True)
            outcomes.append(told)
    return outcomes


def bare_system(folder: Path, release: str) -> Path:
    """Return the root of a bare Debian, made once; raises PackagingError when debootstrap fails."""
    root = folder / release
    if not (root / "usr" / "bin" / "apt-get").exists():
        folder.mkdir(parents=True, exist_ok=True)
        made = subprocess.run(("debootstrap", "--variant=minbase", release, str(root)), check=False)
        if made.returncode != 0:
            raise PackagingError(f"debootstrap could not make a bare {release}; its message is above.")
    return root


@contextmanager
def copied(bare: Path) -> Iterator[BareSystem]:
    """Yield a copy of the system that may be changed, and take it away afterwards."""
    with tempfile.TemporaryDirectory(prefix="courseplayer-bare-") as folder:
        root = Path(folder) / "root"
        subprocess.run(("cp", "-a", str(bare), str(root)), check=True)
        subprocess.run(("mount", "-t", "proc", "proc", str(root / "proc")), check=True)
        try:
            yield BareSystem(root)
        finally:
            subprocess.run(("umount", "-l", str(root / "proc")), check=False)


def _older_package() -> bytes:
    old = Member("usr/lib/courseplayer/_internal/gone-since.txt", data=b"an older version had this\n")
    return deb_bytes(replace(_OLDER), [old], epoch(), 0)


def _package(system: BareSystem, start: str) -> str:
    return f"/tmp/{next((system.root / 'tmp').glob(start)).name}"  # noqa: S108 - inside the bare system


def _install_older(system: BareSystem) -> str:
    system.must("apt-get", "update", "-q")
    system.install("/tmp/older.deb")  # noqa: S108 - inside the bare system
    return _version(system)


def _upgrade(system: BareSystem) -> str:
    before = set(system.must("dpkg-query", "--show").splitlines())
    system.install(_package(system, "courseplayer_*.deb"))
    if (system.root / "usr/lib/courseplayer/_internal/gone-since.txt").exists():
        raise PackagingError("a file of the older version is still there")
    added = set(system.must("dpkg-query", "--show").splitlines()) - before
    return f"{_version(system)}, with {len(added) - 1} more packages"


def _verify(system: BareSystem) -> str:
    if told := system.must("dpkg", "--verify", "courseplayer"):
        raise PackagingError(told)
    return "every file is as packed"


def _self_test(system: BareSystem) -> str:
    told = system.must("courseplayer", "--self-test")
    return f"{told.count('ok   ')} checks"


def _write_as_learner(system: BareSystem) -> str:
    learner = system.root / _LEARNER.lstrip("/")
    learner.parent.mkdir(parents=True)
    learner.write_bytes(b"what a learner wrote")
    return _LEARNER


def _make_a_course(system: BareSystem) -> str:
    refused = system.run("courseplayer", "build", "/tmp/words.vtt", "-o", "/tmp/made.course")  # noqa: S108
    if "courseplayer-tools" not in refused.stderr:
        raise PackagingError(f"the player alone did not name its tools: {refused.stderr}")
    (system.root / "tmp" / "words.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n")
    system.install(_package(system, "courseplayer-tools_*.deb"))
    system.must("courseplayer", "build", "/tmp/words.vtt", "-o", "/tmp/made.course")  # noqa: S108
    return system.must("courseplayer", "verify", "/tmp/made.course").strip()  # noqa: S108


def _hand_out_a_kit(system: BareSystem) -> str:
    course, package = "/tmp/made.course", "/tmp/kit.deb"  # noqa: S108 - inside the bare system
    system.must("courseplayer", "kit", "deb", course, "-o", package, "--learner", "Almaz")
    system.install(package)
    if "/usr/share/courseplayer/courses/made.course" not in system.must("courseplayer", "inventory"):
        raise PackagingError("the program does not find the course of the kit")
    if told := system.must("dpkg", "--verify", "courseplayer-kit-made"):
        raise PackagingError(told)
    system.must("courseplayer", "kit", "folder", course, "-o", "/tmp/stick")  # noqa: S108
    started = system.must("sh", "/tmp/stick/start-linux.sh", "--version").strip()  # noqa: S108
    system.must("apt-get", "purge", "-y", "-q", "courseplayer-kit-made")
    return f"package installed, found and purged; stick started as {started}"


def _remove(system: BareSystem) -> str:
    system.must("apt-get", "remove", "-y", "-q", "courseplayer", "courseplayer-tools")
    return _nothing_but_the_learners(system)


def _purge(system: BareSystem) -> str:
    system.install(_package(system, "courseplayer_*.deb"), _package(system, "courseplayer-tools_*.deb"))
    system.must("apt-get", "purge", "-y", "-q", "courseplayer", "courseplayer-tools")
    return _nothing_but_the_learners(system)


def _purge_the_learners_too(system: BareSystem) -> str:
    """Purge with the switch, for root and for somebody else, who has a link that leads out of the home."""
    system.must("useradd", "--create-home", "almaz")
    apart, linked = system.root / "srv/courseplayer", system.root / "home/almaz/.config"
    apart.mkdir()
    linked.symlink_to("/srv")
    hers = "/home/almaz/.local/share/courseplayer"
    system.must("runuser", "-u", "almaz", "--", "mkdir", "-p", hers)
    system.install(_package(system, "courseplayer_*.deb"))
    system.must("env", f"{_SWITCH}=yes", "apt-get", "purge", "-y", "-q", "courseplayer")
    left = [place for place in (_LEARNER, hers) if (system.root / place.lstrip("/")).exists()]
    if left:
        raise PackagingError(f"asked to, it did not remove {', '.join(left)}")
    if not apart.exists():
        raise PackagingError("it followed a link out of a home, as root")
    return f"with {_SWITCH}=yes what learners wrote is gone, and nothing behind a link"


def _nothing_but_the_learners(system: BareSystem) -> str:
    left = [
        place
        for place in ("usr/lib", "usr/share", "usr/share/doc")
        if list(system.root.glob(f"{place}/courseplayer*"))
    ]
    if left or (system.root / "usr/bin/courseplayer").is_symlink():
        raise PackagingError(f"something was left in {left or 'usr/bin'}")
    if (system.root / _LEARNER.lstrip("/")).read_bytes() != b"what a learner wrote":
        raise PackagingError("what the learner wrote is gone")
    return "nothing left but what the learner wrote"


def _version(system: BareSystem) -> str:
    return system.must("dpkg-query", "--show", "--showformat=${Version} ${db:Status-Status}", "courseplayer")


_STEPS: tuple[tuple[str, Callable[[BareSystem], str]], ...] = (
    ("install an older version", _install_older),
    ("upgrade it", _upgrade),
    ("compare the files", _verify),
    ("self-test", _self_test),
    ("write as a learner", _write_as_learner),
    ("make a course with the tools", _make_a_course),
    ("hand out a kit", _hand_out_a_kit),
    ("remove", _remove),
    ("install again and purge", _purge),
    ("purge with the explicit switch", _purge_the_learners_too),
)

if __name__ == "__main__":
    sys.exit(main())

"""Portable mode: what learners do and write is kept on the stick, and nothing is left on the computer."""

import errno
import os
from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from courseplayer.course.errors import QT_TRANSLATE_NOOP, PlainError
from courseplayer.system.paths import HOME_VARIABLE, Keeping, Paths, standard_paths
from courseplayer.system.settings import Settings

if TYPE_CHECKING:
    # Few programs belong to a kit, and the first paint waits for what is imported.
    from courseplayer.system.kit import Kit

DATA = "data"
"""The folder of a portable kit with everything that learners do, write and choose."""
READ_ONLY_STICK = QT_TRANSLATE_NOOP(
    "errors",
    "This stick cannot be written, so what you do and write is kept on this computer, in {folder}; "
    "what was written on the stick before is safe there. To keep it on the stick, allow writing to it "
    "and start Course Player again.",
)
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
# The graphics drivers' caches of programs for the graphics card, and the sound server's cookie and socket.
_DRIVERS = {"MESA_SHADER_CACHE_DISABLE": "true", "__GL_SHADER_DISK_CACHE": "0"}


def places(environ: Mapping[str, str], kit: "Kit | None") -> Paths:
    """Return where a program keeps what, before any policy; a home that somebody chose beats the kit.

    Where the kit is portable this tries to write to it.
    """
    paths = standard_paths(environ).in_kit(kit)
    if kit is None or not kit.settings.portable or environ.get(HOME_VARIABLE):
        return paths
    data = kit.folder / DATA
    if not _is_writable(data):
        return replace(paths, keeping=Keeping.REFUSED)
    return replace(
        paths,
        data=data,
        config=data / "config",
        cache=data / "cache",
        logs=data / "logs",
        keeping=Keeping.STICK,
    )


def first_settings(kit: "Kit | None") -> Settings:
    """Return the settings of somebody who has never chosen anything: a kit may speak another language."""
    return (
        Settings()
        if kit is None or kit.settings.language is None
        else Settings(language=kit.settings.language)
    )


def refused_stick(paths: Paths) -> PlainError | None:
    """Tell in one sentence that a stick cannot keep what learners write, None where it need not or can."""
    return PlainError(READ_ONLY_STICK, folder=paths.data) if paths.keeping is Keeping.REFUSED else None


def keep_off_computer(environ: MutableMapping[str, str], paths: Paths) -> None:
    """Let libraries keep caches and temporary files on the stick too, where learners' data is kept there.

    To be called before Qt is loaded and before anything temporary is made.
    """
    if paths.keeping is not Keeping.STICK:
        return
    temporary = paths.cache / "temporary"
    try:
        temporary.mkdir(parents=True, exist_ok=True)
    except OSError:
        # Full or just pulled; whoever saves something will be told.
        return
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"):
        environ[name] = str(temporary)
    environ["XDG_CACHE_HOME"] = str(paths.cache)
    environ.update(_DRIVERS)
    _keep_sound_off(environ, paths.cache)


def _keep_sound_off(environ: MutableMapping[str, str], cache: Path) -> None:
    """Where the sound server's client would make files of its own, let it make them on the stick."""
    config = Path(environ.get("XDG_CONFIG_HOME") or "~/.config")
    # Not by expanduser, which raises where an account has no home.
    config = Path(os.path.expanduser(config))  # noqa: PTH111
    if not (config / "pulse" / "cookie").exists():
        environ.setdefault("PULSE_COOKIE", str(cache / "sound-cookie"))
    if not environ.get("XDG_RUNTIME_DIR"):
        environ.setdefault("PULSE_RUNTIME_PATH", str(cache / "sound"))


def _is_writable(folder: Path) -> bool:
    """Try it: neither Windows nor a stick with a switch tells beforehand."""
    probe = folder / "is-writable"
    try:
        folder.mkdir(exist_ok=True)
        probe.open("ab").close()
        probe.unlink()
    except FileNotFoundError:
        # A second start has taken the same probe away: it was there.
        return folder.is_dir()
    except OSError as refusal:
        # A full stick is told where something is to be saved: its learners must not seem to be gone.
        return refusal.errno in _NO_ROOM
    return True

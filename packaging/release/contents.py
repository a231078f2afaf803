"""What of the things PyInstaller found goes into the program: a closure of what is used, and nothing else."""

import fnmatch
import importlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from elf import is_elf, read_elf

Entry = tuple[str, str, str]
"""PyInstaller's: the place below ``_internal``, the file it is copied from, and its kind."""

_IS_WINDOWS = sys.platform == "win32"
QT_PLUGINS = "PySide6/plugins/" if _IS_WINDOWS else "PySide6/Qt/plugins/"

# Each is used: two window systems and one without a screen (for the self-test), their input methods, the
# desktop's file dialog, the pictures a course may hold, and video. Everything else of Qt stays behind.
_LINUX_PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqgif.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "imageformats/libqwebp.so",
    "multimedia/libffmpegmediaplugin.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "platformthemes/libqxdgdesktopportal.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
    "xcbglintegrations/libqxcb-egl-integration.so",
    "xcbglintegrations/libqxcb-glx-integration.so",
)

_WINDOWS_PLUGINS = (
    "iconengines/qsvgicon.dll",
    "imageformats/qgif.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "imageformats/qwebp.dll",
    "multimedia/ffmpegmediaplugin.dll",
    "platforms/qoffscreen.dll",
    "platforms/qwindows.dll",
    "styles/qmodernwindowsstyle.dll",
)
KEPT_PLUGINS = _WINDOWS_PLUGINS if _IS_WINDOWS else _LINUX_PLUGINS

# Libraries of the build machine that go along: what differs from one distribution to the next (names of
# libffi and bz2, the abilities of SQLite), or is missing on many desktops (the small xcb ones). No driver of
# a graphics card uses any of them; bundling those that drivers do use (libstdc++) breaks newer systems.
KEPT_SYSTEM_LIBRARIES = (
    "libpython3.*.so.1.0",
    "libbz2.so.1.0",
    "libcrypto.so.3",
    "libffi.so.*",
    "libsqlite3.so.0",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-util.so.1",
)

# The trainer's tools: PyAV with an FFmpeg of its own, and Pillow: three quarters of the player's size again;
# and what reads the files of trainers, such as subtitles in the encodings of East Asia.
_TOOLS = (
    "av/*",
    "av.libs/*",
    "PIL/*",
    "pillow.libs/*",
    "charset_normalizer/*",
    "yaml/*",
    "python3*/lib-dynload/_codecs_*",
    "python3*/lib-dynload/_multibytecodec*",
)

_LINK = "SYMLINK"


def kept_entries(entries: Iterable[Entry], translations: Iterable[str]) -> list[Entry]:
    """Return the entries to ship: kept plugins, the program's own files, and what these need.

    Links are left out (FAT and exFAT have none, and the program runs without). ``translations`` are the
    languages whose Qt words go along.
    """
    found = {place: entry for entry in entries if entry[2] != _LINK for place in (_place(entry),)}
    wanted = {place for place in found if _is_wanted(place, tuple(translations))}
    if sys.platform == "darwin":
        return [found[place] for place in sorted(wanted)]
    roots = {place for place in wanted if not _is_shared_library(place)}
    reached = _closure(roots, {place: found[place] for place in wanted})
    return [found[place] for place in sorted(reached)]


def is_tool(place: str) -> bool:
    """The file at this place below ``_internal`` belongs to the trainer's tools, not to the player."""
    return any(fnmatch.fnmatch(place, pattern) for pattern in _TOOLS)


def _place(entry: Entry) -> str:
    return entry[0].replace("\\", "/")


def _is_wanted(place: str, translations: tuple[str, ...]) -> bool:
    path = PurePosixPath(place)
    if QT_PLUGINS in place:
        return sys.platform == "darwin" or place.split(QT_PLUGINS)[1] in KEPT_PLUGINS
    if path.suffix == ".qm" and "courseplayer" not in path.parts:
        return path.stem in {f"qtbase_{language}" for language in translations}
    if len(path.parts) == 1 and _is_shared_library(place):
        return any(fnmatch.fnmatch(path.name, pattern) for pattern in KEPT_SYSTEM_LIBRARIES)
    return not any(fnmatch.fnmatch(place, pattern) for pattern in _NOT_USED)


# Found by Python's hooks, never loaded by us.
_NOT_USED = (
    "PySide6/Qt/qml/*",
    "docx/templates/default-docx-template*",
    "lxml/isoschematron/*",
    "lxml/objectify.*",
    "lxml/builder.*",
    "lxml/sax.*",
    "lxml/html/*",
    "lxml/includes/*",
    "cryptography-*.dist-info/*",
    "odfdo-*.dist-info/[!M]*",
    "*/py.typed",
    "*.pxd",
    "*.pyx",
    "*.h",
)


def _is_shared_library(place: str) -> bool:
    """A library that others link to, as against an extension of Python or a plugin of Qt."""
    path = PurePosixPath(place)
    if _IS_WINDOWS:
        return path.suffix == ".dll" and path.parent.name == "PySide6"
    is_linked = path.name.startswith("lib") and ".so" in path.name
    return is_linked and QT_PLUGINS not in place


def _closure(roots: set[str], entries: Mapping[str, Entry]) -> set[str]:
    # PyAV and Pillow each bring a library of the same name, and each finds only its own.
    by_name: dict[str, list[str]] = defaultdict(list)
    for place in entries:
        by_name[_loaded_as(PurePosixPath(place).name)].append(place)
    reached: set[str] = set()
    # The program itself loads Python, which PyInstaller's small starter does by name.
    waiting = [*roots, *(place for place in entries if place.startswith("libpython"))]
    while waiting:
        place = waiting.pop()
        if place in reached:
            continue
        reached.add(place)
        needed = _needed(Path(entries[place][1]))
        waiting += [one for name in needed for one in by_name.get(_loaded_as(name), ())]
    return reached


def _loaded_as(name: str) -> str:
    return name.lower() if _IS_WINDOWS else name


def _needed(source: Path) -> tuple[str, ...]:
    """Return the names of the libraries that this file is linked to."""
    if source.is_file() and is_elf(source):
        return read_elf(source).needed
    if source.suffix.lower() not in {".dll", ".pyd", ".exe"}:
        return ()
    # PyInstaller brings it along on Windows only.
    pefile = importlib.import_module("pefile")
    with pefile.PE(str(source)) as program:
        kinds = ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")
        entries = [entry for kind in kinds for entry in getattr(program, kind, ())]
        return tuple(entry.dll.decode("ascii") for entry in entries)

"""What Qt finds on this computer: its screens, and whether video and sound can be played."""

import ctypes
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from courseplayer.ui.player.problems import backend_missing

PLAYED_CODECS = ("h264", "hevc", "vp8", "vp9", "aac", "mp3", "opus", "vorbis", "flac")
"""FFmpeg's names of what courses may hold."""


def describe_display(application: QApplication) -> dict[str, object]:
    """Return screens, Qt and codecs as plain values."""
    return {
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "style": application.style().name(),
        "screens": [
            {
                "name": screen.name(),
                "width": screen.size().width(),
                "height": screen.size().height(),
                "scale": screen.devicePixelRatio(),
            }
            for screen in QGuiApplication.screens()
        ],
        "media": _media(),
    }


def _media() -> dict[str, object]:
    # A machine without it must get this far and be told.
    try:
        from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415
    except ImportError:
        return _no_media()
    if not QMediaPlayer().isAvailable():
        return _no_media()
    decoders = _decoders()
    lacking = [name for name, is_there in decoders.items() if not is_there]
    problem = f"The decoders of this program lack {', '.join(lacking)}." if lacking else None
    return {"available": True, "problem": problem, "codecs": decoders}


def _decoders() -> dict[str, bool]:
    """Return which codecs Qt's own FFmpeg decodes; empty where it was not found.

    QMediaFormat names those it can also write, without H.264 and Opus.
    """
    folders = (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)), Path(PySide6.__file__).parent)
    for library in (file for folder in folders for file in sorted(folder.glob("*avcodec*"))):
        try:
            find = ctypes.CDLL(str(library)).avcodec_find_decoder_by_name
        except (OSError, AttributeError):
            continue
        find.restype = ctypes.c_void_p
        return {name: bool(find(name.encode("ascii"))) for name in PLAYED_CODECS}
    return {}


def _no_media() -> dict[str, object]:
    return {"available": False, "problem": str(backend_missing()), "codecs": {}}

"""What has to stand in the environment before Qt starts and QtMultimedia is loaded; free of Qt."""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

_GRAPHICS_DEVICES: Final = ("dri/renderD*", "nvidia[0-9]*", "dxg", "mali*", "kgsl*")
"""What programs draw with below ``/dev``: the kernel's render nodes (DRM), and drivers of their own."""


def prepare_environment(environ: MutableMapping[str, str]) -> None:
    """Keep FFmpeg from opening anything but the bytes it is given, and its chatter out of the log.

    Without graphics hardware Qt draws the picture itself, not through an OpenGL that only imitates it: that
    takes half the processor time and 75 MB less (docs/decisions/video-surface.md).
    """
    environ["QT_FFMPEG_PROTOCOL_WHITELIST"] = "none"
    environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    if sys.platform.startswith("linux") and not has_graphics_hardware(Path("/dev")):
        environ.setdefault("QT_XCB_GL_INTEGRATION", "none")


def has_graphics_hardware(devices: Path) -> bool:
    """Tell whether there is a device to draw with, open to this user; ``devices`` is Linux's ``/dev``."""
    return any(
        os.access(device, os.R_OK | os.W_OK)
        for pattern in _GRAPHICS_DEVICES
        for device in devices.glob(pattern)
    )

"""What has to stand in the process environment before QtMultimedia is loaded; free of Qt."""

from collections.abc import MutableMapping


def prepare_environment(environ: MutableMapping[str, str]) -> None:
    """Keep FFmpeg from opening anything but the bytes it is given, and its chatter out of the log."""
    environ["QT_FFMPEG_PROTOCOL_WHITELIST"] = "none"
    environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

"""Words of kits that several of its parts say."""

from PySide6.QtCore import QCoreApplication

from courseplayer.kits.plan import BuildKind, PlayerBuild, PlayerSystem, Target
from courseplayer.ui.kits.choices import Missing
from courseplayer.ui.words import isolated, size_words

_SECONDS_PER_MINUTE = 60
_FILE_SYSTEMS = {
    "vfat": "FAT32", "msdos": "FAT32", "exfat": "exFAT", "ntfs": "NTFS", "ntfs3": "NTFS", "fuseblk": ""
}  # fmt: skip


def target_words(target: Target) -> tuple[str, str]:
    """Return the name of a kind of kit, and what it is for."""
    translate = QCoreApplication.translate
    return {
        Target.FOLDER: (
            translate("kits", "USB stick or folder"),
            translate("kits", "Program and courses together: plug it in and start. Nothing is installed."),
        ),
        Target.COURSES: (
            translate("kits", "Courses only"),
            translate("kits", "For computers that have Course Player already."),
        ),
        Target.WINDOWS: (
            translate("kits", "Windows setup with courses"),
            translate("kits", "The setup program as it is; it copies the courses that lie beside it."),
        ),
        Target.DEB: (
            translate("kits", "Debian package (.deb)"),
            translate("kits", "The courses as one package, for Debian and Ubuntu with Course Player."),
        ),
        Target.RUN: (
            translate("kits", "One file for Linux (.run)"),
            translate("kits", "Program and courses in one file that unpacks itself."),
        ),
    }[target]


def player_words(build: PlayerBuild) -> str:
    """Return for which computers a ready program is, its file and its size."""
    translate = QCoreApplication.translate
    system = {PlayerSystem.LINUX: "Linux", PlayerSystem.WINDOWS: "Windows", PlayerSystem.MACOS: "macOS"}
    name = system[build.system]
    if build.kind is BuildKind.SETUP:
        name = translate("kits", "Windows, setup program")
    return f"{name}: {isolated(build.path.name)} ({size_words(build.size_bytes)})"


def missing_words(missing: Missing) -> str:
    """Return what is to be chosen next."""
    translate = QCoreApplication.translate
    return {
        Missing.COURSES: translate("kits", "Choose at least one course in step 1."),
        Missing.PLAYER: translate("kits", "Add a ready Course Player for this kind of kit in step 4."),
        Missing.PLACE: translate("kits", "Choose in step 5 where the kit is to be made."),
    }[missing]


def file_system_words(kind: str | None) -> str:
    """Return a kind of file system as people know it from formatting a stick, empty when nothing is known."""
    return _FILE_SYSTEMS.get(kind or "", kind or "")


def speed_words(bytes_per_second: float) -> str:
    """Return ``12.3 MB/s`` in the person's language."""
    return QCoreApplication.translate("kits", "{size}/s").format(size=size_words(int(bytes_per_second)))


def left_words(seconds: int) -> str:
    """Return about how long something takes yet, in words that do not jump with every second."""
    translate = QCoreApplication.translate
    if seconds < _SECONDS_PER_MINUTE:
        return translate("kits", "less than a minute left")
    minutes = round(seconds / _SECONDS_PER_MINUTE)
    return translate("kits", "about {minutes} min left").format(minutes=minutes)

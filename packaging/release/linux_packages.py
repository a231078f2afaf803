"""The artefacts for Linux: two archives to unpack anywhere and two Debian packages."""

import os
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from courseplayer.kits.debian import Control, deb_bytes, debian_version, gzipped
from courseplayer.kits.tar_archive import DEFAULT_PRESET, Member, members_of, tar_bytes, xz_bytes
from debian_depends import depends_of
from inspection import Needs
from project import ARTEFACTS, HERE, PLAYER, ROOT, TOOLS, epoch, version

LINUX = HERE / "linux"
_HOME = "usr/lib/courseplayer"
_SHARE = "usr/share"
_NAME, _TOOLS_NAME = "courseplayer", "courseplayer-tools"
_MAINTAINER = "Course Player project <courseplayer@courseplayer.org>"
_ABOUT = (
    "Course Player plays an online course from one file, for places that the internet does not reach: videos "
    "with a transcript whose time stamps are clicked, articles, practice questions and an assignment that is "
    "written here and exported."
)


def write_archives(needs: Needs, preset: int = DEFAULT_PRESET) -> tuple[Path, ...]:
    """Write the archives of player and tools; both unpack into the same folder."""
    top = f"{_NAME}-{version()}"
    start = Member(f"{top}/start-courseplayer.sh", (LINUX / "start-courseplayer.sh"), is_program=True)
    readme = Member(f"{top}/README.txt", data=_filled("README.txt", needs).encode())
    player = [*members_of(PLAYER, top), start, readme]
    return (
        _write(f"{top}-linux-x86_64.tar.xz", xz_bytes(tar_bytes(player, epoch()), preset)),
        _write(
            f"{_TOOLS_NAME}-{version()}-linux-x86_64.tar.xz",
            xz_bytes(tar_bytes(members_of(TOOLS, top), epoch()), preset),
        ),
    )


def write_player_deb(needs: Needs, preset: int = DEFAULT_PRESET) -> Path:
    """Write the Debian package of the player."""
    control = Control(
        package=_NAME,
        version=debian_version(version()),
        architecture="amd64",
        maintainer=os.environ.get("DEB_MAINTAINER", _MAINTAINER),
        section="education",
        description=(
            "plays a whole online course from one file",
            _ABOUT,
            "It opens no network connection. What learners write stays in their home folders, also when the "
            "package is removed or purged.",
        ),
        depends=depends_of(needs),
        recommends=("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme", "libgl1-mesa-dri",
                    "pipewire-pulse | pulseaudio", "xkb-data", "fonts-dejavu-core"),
        suggests=(_TOOLS_NAME, "fonts-noto-core", "fonts-sil-abyssinica"),
        scripts=(("postrm", (LINUX / "postrm").read_text(encoding="utf-8")),),
    )  # fmt: skip
    members = [*members_of(PLAYER, _HOME), *_desktop_members(), *_documentation(_NAME, needs)]
    return _write_deb(control, members, preset)


def write_tools_deb(needs: Needs, preset: int = DEFAULT_PRESET) -> Path:
    """Write the Debian package of what trainers need besides."""
    control = Control(
        package=_TOOLS_NAME,
        version=debian_version(version()),
        architecture="amd64",
        maintainer=os.environ.get("DEB_MAINTAINER", _MAINTAINER),
        section="education",
        description=(
            "makes courses for Course Player from folders of pages and media",
            "With it the command “courseplayer build” makes .course files. Learners do not need it.",
        ),
        depends=(f"{_NAME} (= {debian_version(version())})", *depends_of(needs)),
    )
    return _write_deb(control, [*members_of(TOOLS, _HOME), *_documentation(_TOOLS_NAME, needs)], preset)


def _write_deb(control: Control, members: list[Member], preset: int) -> Path:
    name = f"{control.package}_{control.version}_{control.architecture}.deb"
    return _write(name, deb_bytes(control, members, epoch(), preset))


def _write(name: str, data: bytes) -> Path:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    path = ARTEFACTS / name
    path.write_bytes(data)
    return path


def _desktop_members() -> list[Member]:
    icons = f"{_SHARE}/icons/hicolor/scalable"
    metainfo = "org.courseplayer.CoursePlayer.metainfo.xml"
    return [
        Member(f"usr/bin/{_NAME}", link="../lib/courseplayer/courseplayer"),
        Member(f"{_SHARE}/applications/courseplayer.desktop", LINUX / "courseplayer.desktop"),
        Member(f"{_SHARE}/mime/packages/courseplayer.xml", LINUX / "courseplayer.xml"),
        Member(f"{icons}/apps/courseplayer.svg", LINUX / "courseplayer.svg"),
        Member(
            f"{icons}/mimetypes/application-x-courseplayer-course.svg",
            LINUX / "application-x-courseplayer-course.svg",
        ),
        Member(f"{_SHARE}/metainfo/{metainfo}", data=_filled(metainfo).encode()),
        Member(f"{_SHARE}/man/man1/courseplayer.1.gz", data=gzipped(_filled("courseplayer.1"))),
    ]


def _documentation(package: str, needs: Needs) -> list[Member]:
    documents = f"{_SHARE}/doc/{package}"
    overrides = (LINUX / f"{package}.lintian-overrides").read_text(encoding="utf-8")
    part = "player" if package == _NAME else "tools"
    below = f"../../../lib/courseplayer/_internal/courseplayer/third-party/{part}"
    return [
        Member(f"{documents}/copyright", data=_filled("copyright", needs).encode()),
        Member(f"{documents}/changelog.gz", data=gzipped(_debian_changelog(package))),
        Member(f"{documents}/third-party-licences.txt", link=f"{below}/licences.txt"),
        Member(f"{documents}/sbom.cdx.json", link=f"{below}/sbom.cdx.json"),
        Member(f"{_SHARE}/lintian/overrides/{package}", data=overrides.encode()),
    ]


def _debian_changelog(package: str) -> str:
    """Return the present section of CHANGELOG.md in Debian's form."""
    changes: list[str] = []
    is_current = False
    for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            is_current = line == f"## {version()}"
        elif is_current and line.startswith("- "):
            changes.append(line[2:])
        elif is_current and line.startswith("  "):
            changes[-1] += f" {line.strip()}"
    moment = format_datetime(datetime.fromtimestamp(epoch(), UTC))
    told = "\n".join(
        textwrap.fill(change, 78, initial_indent="  * ", subsequent_indent="    ")
        for change in changes or ["See CHANGELOG.md."]
    )
    head = f"{package} ({debian_version(version())}) stable; urgency=medium"
    return f"{head}\n\n{told}\n\n -- {os.environ.get('DEB_MAINTAINER', _MAINTAINER)}  {moment}\n"


def _filled(name: str, needs: Needs | None = None) -> str:
    text = (LINUX / name).read_text(encoding="utf-8")
    date = datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d")
    glibc = ".".join(map(str, needs.newest["GLIBC"])) if needs else ""
    return text.replace("@VERSION@", version()).replace("@DATE@", date).replace("@GLIBC@", glibc)

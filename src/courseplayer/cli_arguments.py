"""What may be typed after ``courseplayer``."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from courseplayer import __version__
from courseplayer.course.timestamps import parse_time_code

EXPORT_FORMATS = ("docx", "odt", "pdf", "html", "markdown", "text", "packet")
KIT_TARGETS = ("folder", "courses", "deb", "windows", "run")
MOST_KITS = 1000
COURSE_SUFFIX = ".course"


class _Parser(argparse.ArgumentParser):
    """Tells what is wrong in one sentence, as every other failure is told."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2."""
        self.exit(2, f"{self.prog}: {message}; see “{self.prog} --help”.\n")


def parse_arguments(words: Sequence[str]) -> argparse.Namespace:
    """Read the command line; ``command`` is None for the bare window. Exits with 2 and a hint when wrong."""
    parser = _parser()
    return parser.parse_args(("play", *words) if _is_bare_file(words) else words)


def _is_bare_file(words: Sequence[str]) -> bool:
    """A double-click hands over nothing but the file."""
    if not words or words[0].startswith("-"):
        return False
    is_command = words[0] in _COMMANDS
    return not is_command and (words[0].lower().endswith(COURSE_SUFFIX) or _is_there(words[0]))


def _is_there(word: str) -> bool:
    try:
        return Path(word).exists()
    except OSError:  # a name too long for any file, a folder that may not be looked into
        return False


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="courseplayer",
        description="Plays a whole online course from one file, without a network. "
        "With no command the window opens; with only a FILE it opens with that course.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Course Player {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="check that this installation works, and say how"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (what, add_arguments) in _COMMANDS.items():
        add_arguments(commands.add_parser(name, help=what, description=what, allow_abbrev=False))
    return parser


def _add_play(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--step", metavar="6.1", help="open this step")
    parser.add_argument("--at", type=_time_code, metavar="0:51", dest="at_ms", help="start its medium here")


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", type=Path, metavar="SOURCE", help="a course folder, a step page or subtitles"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument("--sign", type=Path, metavar="KEY", help="sign the course with this secret key")
    parser.add_argument("--signer", metavar="NAME", help="whom learners see as the signer")


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="FILE_OR_SOURCE")
    parser.add_argument("--json", action="store_true", dest="as_json", help="for other programs")


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--key", metavar="PUB", help="a public key, or its file, that must have signed it")


def _add_keys(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    new = actions.add_parser("new", help="make NAME.key and NAME.pub")
    new.add_argument("name", type=Path, metavar="NAME")
    new.add_argument("--no-password", action="store_true", help="whoever has the file can sign")
    show = actions.add_parser("show", help="print the id and the text of a public key")
    show.add_argument("file", type=Path, metavar="PUB")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--learner", metavar="NAME", help="whose text; may be left out when there is only one"
    )
    parser.add_argument("--step", required=True, metavar="6.1")
    parser.add_argument("--course", metavar="FILE_OR_ID", help="may be left out when only one course fits")
    parser.add_argument(
        "--format",
        choices=EXPORT_FORMATS,
        help="may be left out where the name of OUT ends like one of them; else docx",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    parser.add_argument("--without-name", action="store_true", help="leave the learner's name out")
    _add_pin_file(parser)


def _add_pin_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pin-file",
        type=Path,
        metavar="FILE",
        help="a file with the PIN of a learner who has one; asked for where it is left out",
    )


def _add_learner(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = actions.add_parser("list", help="who learns here, and how much is kept about each")
    listed.add_argument("--json", action="store_true", dest="as_json", help="for other programs")
    export = actions.add_parser("export", help="everything about somebody in one zip file")
    export.add_argument("name", metavar="NAME")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip")
    _add_pin_file(export)
    delete = actions.add_parser("delete", help="delete everything about somebody, for good")
    delete.add_argument("name", metavar="NAME")
    delete.add_argument("--yes", action="store_true", help="do not ask for the name again")


def _add_install(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    _add_all_users(parser)


def _add_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("course", metavar="ID_OR_FILE")
    _add_all_users(parser)


def _add_all_users(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--all-users",
        action="store_true",
        help="for everyone who uses this computer; needs administrator rights",
    )


def _add_inventory(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", dest="as_json", help="for other programs")
    parser.add_argument("--verify", action="store_true", help="read every byte of every course")


def _add_check_stick(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--json", action="store_true", dest="as_json", help="for other programs")


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", dest="as_json", help="for other programs")
    # The part that needs Qt, which doctor runs in a process of its own.
    parser.add_argument("--display", action="store_true", help=argparse.SUPPRESS)


def _add_logs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--export", type=Path, required=True, metavar="FILE", help="a zip file without names or texts"
    )


def _add_kit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target",
        choices=KIT_TARGETS,
        metavar="KIND",
        help="folder (also a stick), courses (the same without a program), deb, windows or run",
    )
    parser.add_argument("courses", type=Path, nargs="+", metavar="COURSE")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="PLACE")
    parser.add_argument(
        "--player", type=Path, action="append", default=[], metavar="FILE", help="a ready Course Player"
    )
    parser.add_argument(
        "--players", type=Path, action="append", default=[], metavar="DIR", help="a folder with such"
    )
    parser.add_argument(
        "--learner", action="append", default=[], metavar="NAME", help="is there at the start"
    )
    parser.add_argument("--learners", type=Path, metavar="FILE", help="a text file with a name on each line")
    parser.add_argument("--language", metavar="fr", help="what the program speaks until somebody chooses")
    parser.add_argument("--policy", type=Path, metavar="FILE", help="the rules that go along: policy.toml")
    parser.add_argument("--title", metavar="NAME", help="what the window is called")
    parser.add_argument("--logo", type=Path, metavar="FILE", help="a PNG or JPEG picture for the window")
    parser.add_argument("--accent", metavar="#1a5fb4", help="the colour of buttons and marks")
    parser.add_argument("--portable", action="store_true", help="what learners write stays in the kit")
    parser.add_argument("--name", metavar="NAME", help="of the package or folder made; else of its courses")
    parser.add_argument("--count", type=_count, default=1, metavar="20", help="so many sticks in a row")
    parser.add_argument("--measure", action="store_true", help="only say what it needs and what is free")
    parser.add_argument("--json", action="store_true", dest="as_json", help="for other programs")


def _add_screenshots(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) <= MOST_KITS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {MOST_KITS}")
    return int(text)


def _time_code(text: str) -> int:
    try:
        return parse_time_code(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 0:51 or 1:02:03") from None


_COMMANDS = {
    "play": ("open the window with a course", _add_play),
    "build": ("make a .course file from a folder of pages and media", _add_build),
    "inspect": ("show what a course or a source holds", _add_inspect),
    "verify": ("check every byte of a .course file", _add_verify),
    "keys": ("make and show keys that sign courses", _add_keys),
    "export": ("write what a learner wrote to a file", _add_export),
    "learner": ("list, export or delete what is kept about learners", _add_learner),
    "install-course": ("put a course where the program finds it", _add_install),
    "remove-course": ("take an installed course away", _add_remove),
    "kit": ("put courses and programs together for handing out", _add_kit),
    "inventory": ("list the courses on this computer", _add_inventory),
    "check-stick": ("look over a stick for viruses' traces and broken courses", _add_check_stick),
    "doctor": ("say how this installation is", _add_doctor),
    "logs": ("pack the log for somebody who helps", _add_logs),
    "screenshots": ("take pictures of the main screens", _add_screenshots),
}

"""The command ``keys``, and the key that ``build --sign`` asks for."""

import getpass
import os
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError
from courseplayer.coursefile.keys import (
    PublicKey,
    is_locked,
    new_key,
    read_public,
    read_secret,
    write_public,
    write_secret,
)
from courseplayer.coursefile.signature import MOST_SIGNER_CHARACTERS, Signer

PASSWORD_VARIABLE = "COURSEPLAYER_KEY_PASSWORD"  # noqa: S105 - the name of a variable
_THERE = QT_TRANSLATE_NOOP(
    "errors", "{file} is there already and was left as it is. Choose another name for the new key."
)
_UNLIKE = QT_TRANSLATE_NOOP("errors", "The two passwords differ, so no key was made. Try again.")
_NO_TERMINAL = QT_TRANSLATE_NOOP(
    "errors",
    "Nobody could be asked for the password of the key, so nothing was done. Type the command in a terminal, "
    "or give the password in the variable {variable}.",
)
_NAME = QT_TRANSLATE_NOOP(
    "errors",
    "The name of the one who signs must have 1 to {most} characters on one line; nothing was signed. "
    "Give another one with --signer.",
)


def make_key(name: Path, *, has_password: bool) -> int:
    """Write ``NAME.key`` (to be kept secret) and ``NAME.pub`` (to be given to everybody)."""
    secret, public = name.with_name(name.name + ".key"), name.with_name(name.name + ".pub")
    for path in (secret, public):
        if path.exists():
            raise BadInputError(_THERE, file=path)
    password = _new_password() if has_password else ""
    key = new_key()
    write_secret(key, secret, password)
    write_public(key.public(), public)
    print(f"{secret}: keep this one to yourself, and a copy of it in a safe place")
    print(f"{public}: give this one to everybody; key {key.public().name}")
    return 0


def show_key(file: Path) -> int:
    """Print the id and the text of a public key."""
    key = read_public(file)
    print(f"key {key.name}\n{key.text()}")
    return 0


def signer_from(file: Path, name: str | None) -> Signer:
    """Return what to sign with; asks for the password where the key has one. Raises BadInputError."""
    password = ""
    if is_locked(file):
        password = os.environ.get(PASSWORD_VARIABLE) or _asked(f"Password of {file.name}: ")
    signer = (name or file.stem).strip()
    if not signer or len(signer) > MOST_SIGNER_CHARACTERS or not signer.isprintable():
        raise BadInputError(_NAME, most=MOST_SIGNER_CHARACTERS)
    return Signer(read_secret(file, password), signer)


def wanted_key(words: str) -> PublicKey:
    """Read a public key that was typed, or the file that holds it. Raises BadInputError."""
    try:
        return PublicKey.from_text(words)
    except ValueError:
        return read_public(Path(words))


def _new_password() -> str:
    given = os.environ.get(PASSWORD_VARIABLE)
    if given:
        return given
    password = _asked("New password (Enter for none): ")
    if password and _asked("The same again: ") != password:
        raise BadInputError(_UNLIKE)
    return password


def _asked(words: str) -> str:
    try:
        return getpass.getpass(words)
    except EOFError as nobody:
        raise BadInputError(_NO_TERMINAL, variable=PASSWORD_VARIABLE) from nobody

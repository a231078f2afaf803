"""Keys that sign courses: Ed25519 in the files of minisign, so that its tools can make and read them too.

The format: https://jedisct1.github.io/minisign/#signature-format.
`cryptography` is imported with the first use.
"""

import base64
import binascii
import hashlib
import os
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from courseplayer.course.errors import QT_TRANSLATE_NOOP, BadInputError, storage_error
from courseplayer.system.atomic import write_file

_ALGORITHM = b"Ed"
_SCRYPT, _NO_PASSWORD = b"Sc", b"\0\0"
_BLAKE2B = b"B2"
_ID_BYTES, _KEY_BYTES, _SALT_BYTES, _CHECKSUM_BYTES = 8, 32, 32, 32
_OPS_LIMIT, _MEMORY_LIMIT_BYTES = 4_194_304, 134_217_728
"""Of scrypt: 128 MB and a third of a second, what a trainer's PC can do and a thief's cannot do often."""
_MOST_OPS, _MOST_MEMORY_BYTES, _MOST_PARALLEL = 2**26, 2 * 1024**3, 16
"""Of a key from elsewhere: twice what minisign asks for, some seconds; scrypt would take years as well."""
_MOST_FILE_BYTES = 4_096
_PRIVATE = 0o600

_NOT_PUBLIC = QT_TRANSLATE_NOOP(
    "errors", "{file} holds no public key for courses; nothing was changed. Choose a file that ends in .pub."
)
_NOT_SECRET = QT_TRANSLATE_NOOP(
    "errors",
    "{file} holds no key to sign with; nothing was changed. Choose a file that ends in .key.",
)
_WRONG_PASSWORD = QT_TRANSLATE_NOOP(
    "errors", "The password does not open {file}; nothing was signed. Try again with the right password."
)


class WrongPasswordError(BadInputError):
    """The secret key is locked with another password, or with any at all."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Tells whether a signature is by the one who has the secret key; both fields are bytes."""

    key_id: bytes
    raw: bytes

    @property
    def name(self) -> str:
        """Return the id as minisign prints it: 16 hex digits."""
        return f"{int.from_bytes(self.key_id, 'little'):016X}"

    def text(self) -> str:
        """Return the line that names this key everywhere: files, policies, lists."""
        return base64.b64encode(_ALGORITHM + self.key_id + self.raw).decode("ascii")

    @classmethod
    def from_text(cls, text: str) -> "PublicKey":
        """Read :meth:`text`; raises ValueError when it is something else."""
        value = _decoded(text)
        if len(value) != len(_ALGORITHM) + _ID_BYTES + _KEY_BYTES or not value.startswith(_ALGORITHM):
            raise ValueError("not a public key of minisign")
        return cls(value[2 : 2 + _ID_BYTES], value[2 + _ID_BYTES :])

    def is_by_its_owner(self, signature: bytes, message: bytes) -> bool:
        """Check a signature."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - see the head of the module
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class SecretKey:
    """Signs; ``seed`` is the secret itself and is never shown."""

    key_id: bytes
    seed: bytes

    def __repr__(self) -> str:
        return f"SecretKey({self.public().name})"

    def public(self) -> PublicKey:
        """Return the key that others check with."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        return PublicKey(self.key_id, private.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, always the same."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def new_key() -> SecretKey:
    """Make a key that nobody else has."""
    return SecretKey(os.urandom(_ID_BYTES), os.urandom(_KEY_BYTES))


def write_public(key: PublicKey, path: Path) -> None:
    """Write the file that is given to everybody; raises PlainError when the disk refuses."""
    write_file(path, f"untrusted comment: minisign public key {key.name}\n{key.text()}\n".encode("ascii"))


def read_public(path: Path) -> PublicKey:
    """Read a public key; raises BadInputError."""
    try:
        return PublicKey.from_text(_second_line(path))
    except ValueError as wrong:
        raise BadInputError(_NOT_PUBLIC, file=path.name) from wrong


def write_secret(key: SecretKey, path: Path, password: str) -> None:
    """Write the secret key, locked with a password; an empty one leaves it open."""
    salt = os.urandom(_SALT_BYTES)
    pair = key.seed + key.public().raw
    secret = key.key_id + pair + _checksum(key.key_id, pair)
    if password:
        secret = _locked(secret, password, salt, _OPS_LIMIT, _MEMORY_LIMIT_BYTES)
    limits = struct.pack("<QQ", _OPS_LIMIT, _MEMORY_LIMIT_BYTES) if password else bytes(16)
    head = _ALGORITHM + (_SCRYPT if password else _NO_PASSWORD) + _BLAKE2B + salt + limits
    kind = "encrypted secret key" if password else "secret key"
    text = f"untrusted comment: minisign {kind}\n{base64.b64encode(head + secret).decode('ascii')}\n"
    write_file(path, text.encode("ascii"), check=_make_private)


def _make_private(written: Path) -> None:
    # A stick may know no rights, and refuse them.
    with suppress(OSError):
        written.chmod(_PRIVATE)


def read_secret(path: Path, password: str) -> SecretKey:
    """Read a secret key; raises WrongPasswordError, or BadInputError when the file holds none."""
    lock, salt, ops, memory_bytes, secret = _fields(path)
    if lock == _SCRYPT:
        try:
            secret = _locked(secret, password, salt, ops, memory_bytes)
        except ValueError as wrong:
            raise BadInputError(_NOT_SECRET, file=path.name) from wrong
    key_id, pair, seen = secret[:8], secret[8:72], secret[72:]
    if seen != _checksum(key_id, pair):
        raise WrongPasswordError(_WRONG_PASSWORD, file=path.name)
    return SecretKey(key_id, pair[:_KEY_BYTES])


def is_locked(path: Path) -> bool:
    """Tell whether a secret key needs a password; raises BadInputError when the file holds none."""
    return _fields(path)[0] == _SCRYPT


def _fields(path: Path) -> tuple[bytes, bytes, int, int, bytes]:
    """Return kind of lock, salt, the two limits of scrypt and what is locked."""
    try:
        value = _decoded(_second_line(path))
        algorithm, lock, checksum = value[:2], value[2:4], value[4:6]
        salt, (ops, memory_bytes), secret = value[6:38], struct.unpack("<QQ", value[38:54]), value[54:]
        is_known = (algorithm, checksum) == (_ALGORITHM, _BLAKE2B) and lock in {_SCRYPT, _NO_PASSWORD}
        if not is_known or len(secret) != _ID_BYTES + 2 * _KEY_BYTES + _CHECKSUM_BYTES:
            raise ValueError("not a secret key of minisign")
    except (ValueError, struct.error) as wrong:
        raise BadInputError(_NOT_SECRET, file=path.name) from wrong
    return lock, salt, ops, memory_bytes, secret


def _checksum(key_id: bytes, pair: bytes) -> bytes:
    return hashlib.blake2b(_ALGORITHM + key_id + pair, digest_size=_CHECKSUM_BYTES).digest()


def _locked(secret: bytes, password: str, salt: bytes, ops: int, memory_bytes: int) -> bytes:
    """Lock or unlock: both are the same exclusive or with a stream made of the password."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415

    if ops > _MOST_OPS or memory_bytes > _MOST_MEMORY_BYTES:
        raise ValueError("more time or memory than a key may ask for")
    n, r, p = _scrypt_costs(ops, memory_bytes)
    if p > _MOST_PARALLEL:
        raise ValueError("costs that minisign does not choose")
    stream = Scrypt(salt=salt, length=len(secret), n=n, r=r, p=p).derive(password.encode())
    return bytes(a ^ b for a, b in zip(secret, stream, strict=True))


def _scrypt_costs(ops: int, memory_bytes: int) -> tuple[int, int, int]:
    """Return N, r and p as libsodium's crypto_pwhash_scryptsalsa208sha256 chooses them."""
    r = 8
    ops = max(ops, 32_768)
    few_ops = ops < memory_bytes // 32
    most = ops // (r * 4) if few_ops else memory_bytes // (r * 128)
    exponent = 1
    while exponent < 63 and 2**exponent <= most // 2:
        exponent += 1
    p = 1 if few_ops else max(1, min(ops // 4 // 2**exponent, 0x3FFFFFFF) // r)
    return 2**exponent, r, p


def _second_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            lines = file.read(_MOST_FILE_BYTES).decode("utf-8", errors="replace").splitlines()
    except OSError as refusal:
        raise storage_error(refusal, path) from refusal
    return lines[1] if len(lines) > 1 else ""


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except binascii.Error as wrong:
        raise ValueError("not base64") from wrong

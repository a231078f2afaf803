"""Who signed a course: a signature over its manifest hash, and so over every text and byte."""

from dataclasses import dataclass

from courseplayer.coursefile.keys import PublicKey, SecretKey

MOST_SIGNER_CHARACTERS = 200
_PURPOSE = b"Course Player signed course 1\0"
"""Stands before what is signed, so that a signature made for anything else never fits a course."""


@dataclass(frozen=True, slots=True)
class Signer:
    """What a course is signed with; ``name`` is shown to learners."""

    key: SecretKey
    name: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as it stands in a course file; ``value`` are its 64 bytes."""

    key: PublicKey
    signer: str
    value: bytes

    def fits(self, manifest: bytes) -> bool:
        """Tell whether it was made over this very course by the owner of the key."""
        return self.key.is_by_its_owner(self.value, _message(manifest, self.key, self.signer))


def sign(manifest: bytes, signer: Signer) -> Signature:
    """Sign a course by its manifest hash."""
    public = signer.key.public()
    return Signature(public, signer.name, signer.key.sign(_message(manifest, public, signer.name)))


def _message(manifest: bytes, key: PublicKey, signer: str) -> bytes:
    return _PURPOSE + manifest + key.key_id + key.raw + signer.encode()

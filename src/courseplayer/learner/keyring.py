"""The keys of those who typed their PIN, in memory alone.

Made before the first paint and shared by the lanes, so it brings nothing else.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from courseplayer.learner.sealing import DataKey


class KeyRing:
    """Holds keys until they are dropped, and knows who has a PIN; nothing of it is ever written."""

    def __init__(self) -> None:
        self._keys: dict[str, DataKey] = {}
        self._with_pin: set[str] = set()

    def add(self, learner_uuid: str, key: "DataKey") -> None:
        """Keep a learner's key, in the place of one that was there."""
        self.drop(learner_uuid)
        self._keys[learner_uuid] = key
        self._with_pin.add(learner_uuid)

    def drop(self, learner_uuid: str) -> None:
        """Forget a learner's key, if there is one."""
        key = self._keys.pop(learner_uuid, None)
        if key is not None:
            key.forget()

    def clear(self) -> None:
        """Forget every key."""
        for learner_uuid in tuple(self._keys):
            self.drop(learner_uuid)

    def key(self, learner_uuid: str) -> "DataKey | None":
        """Return a learner's key, None when it is not here."""
        return self._keys.get(learner_uuid)

    def note_pin(self, learner_uuid: str, has_pin: bool) -> None:
        """Remember what the store says, for the moment in which it says nothing any more."""
        if has_pin:
            self._with_pin.add(learner_uuid)
        else:
            self._with_pin.discard(learner_uuid)

    def has_pin(self, learner_uuid: str) -> bool:
        """Tell whether the store knew of a PIN when it was asked last."""
        return learner_uuid in self._with_pin

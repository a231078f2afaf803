"""What a trainer laid down for the program that starts from a kit: plain values, nothing of them trusted."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from courseplayer.system.kit_names import COURSES

if TYPE_CHECKING:
    # The first paint has no use for it.
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class KitLook:
    """How the window looks; None is as ever.

    ``accent`` is ``#rrggbb`` of any brightness: whoever paints with it sees to the contrast. ``logo`` is the
    name of a PNG or JPEG file in the kit's folder: see :func:`courseplayer.system.kit_file.read_logo`.
    """

    name: str | None = None
    accent: str | None = None
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class KitSettings:
    """The content of ``kit.toml``.

    ``portable``: learners' data belongs into the kit where that can be written. ``language``: what the window
    speaks until a person chooses (a policy forces one). ``learners``: names to be there on the first start.
    ``players``: the folders of the kit that hold a program; empty where the kit lies beside its program.
    """

    portable: bool = False
    language: str | None = None
    learners: tuple[str, ...] = ()
    look: KitLook = field(default_factory=KitLook)
    players: tuple[str, ...] = ()
    made_at: "datetime | None" = None
    made_by: str | None = None


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit that was found: its folder, what could be used of its settings, and what could not.

    ``mark`` is the same for the same ``kit.toml``: remember it to create its learners once and not again.
    """

    folder: Path
    settings: KitSettings
    mark: str
    faults: tuple[str, ...] = ()

    @property
    def courses(self) -> Path:
        """The folder of the courses that came with the kit."""
        return self.folder / COURSES

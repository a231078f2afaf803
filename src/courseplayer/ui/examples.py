"""The courses that go with the program: ready made in a package, built when they are needed from source."""

from pathlib import Path

from courseplayer.system.cancellation import SilentTask
from courseplayer.system.paths import resources_folder


def example_course(name: str, folder: Path) -> Path:
    """Return the course of this name (``demo``, ``codecs``); ``folder`` is where it may be built."""
    packaged = resources_folder() / f"{name}.course"
    if packaged.exists():
        return packaged
    # A package of the player alone has no builder.
    from courseplayer.authoring.build import build_course  # noqa: PLC0415

    source = resources_folder() / f"{name}-course"
    return build_course(source, folder / packaged.name, SilentTask()).written.path

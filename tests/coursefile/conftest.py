"""One course of every kind of step, written once; tests that change it copy it."""

from pathlib import Path

import pytest

from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.plans import a_course_plan


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the course file of ``a_course_plan``; read it, never write to it."""
    path = tmp_path_factory.mktemp("written") / "improving.course"
    return write_course(a_course_plan(), path, SilentTask()).path

"""A session that remembers in a folder of the test."""

from pathlib import Path

from courseplayer.ui.jobs import Jobs
from courseplayer.ui.learner_access import LearnerAccess
from courseplayer.ui.session import CheckingRules, Session, SigningRules


def session_in(folder: Path, jobs: Jobs, access: LearnerAccess) -> Session:
    """Return a session without a window."""
    return Session(
        jobs, access, SigningRules(folder / "signers.json"), CheckingRules(folder / "checked.json")
    )

"""The command ``logs``: packs the log for somebody who helps from afar."""

import json
import os
from pathlib import Path

from courseplayer.cli_destinations import refuse_own_files
from courseplayer.cli_doctor import diagnose
from courseplayer.learner.health import learner_names
from courseplayer.system.log_export import export_logs
from courseplayer.system.policy_places import this_machine


def export(destination: Path) -> int:
    """Write the logs and what ``doctor`` says to a zip file, without text or names of learners."""
    paths = this_machine(os.environ).paths
    refuse_own_files(destination, paths.data)
    report = json.dumps(diagnose(), ensure_ascii=False, indent=2)
    count = export_logs(paths.logs, destination, learner_names(paths.learner_db), {"doctor.json": report})
    print(f"{destination}: {count} files")
    return 0

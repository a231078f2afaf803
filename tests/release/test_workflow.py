"""What the workflow for packages calls is there to be called."""

import re
from typing import Any

import yaml

from making.sources import ROOT

_WORKFLOW = ROOT / ".github" / "workflows" / "packages.yml"


def _commands() -> list[str]:
    jobs: dict[str, Any] = yaml.safe_load(_WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    return [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]


def test_every_script_and_target_that_it_names_exists() -> None:
    commands = "\n".join(_commands())
    scripts = set(re.findall(r"packaging/\S+\.py", commands))
    targets = set(re.findall(r"^make ([a-z-]+)", commands, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert scripts == {"packaging/release/package.py", "packaging/release/windows_installers.py"}
    assert [script for script in scripts if not (ROOT / script).is_file()] == []
    assert targets == {"release-check"}
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def test_every_system_tests_the_program_it_has_made() -> None:
    jobs: dict[str, Any] = yaml.safe_load(_WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    for name in ("windows", "windows-install", "macos"):
        told = "\n".join(step.get("run", "") for step in jobs[name]["steps"])
        assert "--self-test" in told, name
    assert "make release-check" in "\n".join(step.get("run", "") for step in jobs["linux"]["steps"])

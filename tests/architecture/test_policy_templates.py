"""The JSON Schema and the administrative templates know the same rules as the program."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from courseplayer.system.policy import Feature
from courseplayer.system.policy_rules import LIST_KEYS, policy_keys
from courseplayer.system.registry import MACHINE_RULES
from courseplayer.system.settings import IDLE_VEIL_MINUTES, LANGUAGE_TAG, TEXT_SIZES_PERCENT
from making.sources import ROOT

SCHEMA = json.loads((ROOT / "resources" / "policy.schema.json").read_text(encoding="utf-8"))
TEMPLATES = ROOT / "packaging" / "windows" / "policy"
GROUP_POLICY = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
LIMITS = {"text_size_percent": TEXT_SIZES_PERCENT, "idle_veil_minutes": IDLE_VEIL_MINUTES}


def _policies() -> dict[str, ET.Element]:
    found = ET.parse(TEMPLATES / "CoursePlayer.admx").iter(f"{GROUP_POLICY}policy")
    return {policy.get("name", "").lower(): policy for policy in found}


def _element(policy: ET.Element, tag: str) -> ET.Element | None:
    return policy.find(f"{GROUP_POLICY}elements/{GROUP_POLICY}{tag}")


def test_the_schema_has_every_rule_and_no_other() -> None:
    assert set(SCHEMA["properties"]) == set(policy_keys())
    assert SCHEMA["additionalProperties"] is False


def test_the_schema_has_the_limits_of_the_program() -> None:
    properties = SCHEMA["properties"]
    for rule, limits in LIMITS.items():
        assert (properties[rule]["minimum"], properties[rule]["maximum"]) == limits
    assert properties["features_off"]["items"]["enum"] == list(Feature)
    assert properties["language"]["pattern"] == f"^{LANGUAGE_TAG.pattern.replace('(?:', '(')}$"
    assert {rule for rule in properties if properties[rule].get("type") == "array"} == LIST_KEYS


def test_the_template_writes_every_rule_where_it_is_read() -> None:
    policies = _policies()
    assert set(policies) == {rule.replace("_", "") for rule in policy_keys()}
    assert {policy.get("key") for policy in policies.values()} == {MACHINE_RULES}
    assert {policy.get("class") for policy in policies.values()} == {"Machine"}
    for rule in policy_keys():
        policy = policies[rule.replace("_", "")]
        tag = "multiText" if rule in LIST_KEYS else "decimal" if rule in LIMITS else "text"
        element = _element(policy, tag)
        assert element is not None
        assert element.get("valueName") == policy.get("name")
        if rule in LIMITS:
            assert (int(element.get("minValue", "")), int(element.get("maxValue", ""))) == LIMITS[rule]


def test_a_list_of_nobody_can_be_written() -> None:
    for rule in ("signers", "uploadendpoints"):
        policy = _policies()[rule]
        item = policy.find(f"{GROUP_POLICY}disabledList/{GROUP_POLICY}item")
        assert item is not None
        assert item.get("valueName") == f"{policy.get('name')}None"


@pytest.mark.parametrize("language", ["en-US", "fr-FR"])
def test_every_word_of_the_template_is_there_in_each_language(language: str) -> None:
    words = ET.parse(TEMPLATES / language / "CoursePlayer.adml")
    strings = {one.get("id"): one.text for one in words.iter(f"{GROUP_POLICY}string")}
    presented = {one.get("id") for one in words.iter(f"{GROUP_POLICY}presentation")}
    template = (TEMPLATES / "CoursePlayer.admx").read_text(encoding="utf-8")
    for name, policy in _policies().items():
        assert strings[policy.get("name")]
        assert strings[f"{policy.get('name')}_Help"], name
        assert policy.get("name") in presented
    assert all(f"$(string.{name})" in template for name in strings)
    listed = {one.get("refId") for one in words.iter() if one.get("refId")}
    assert listed == {policy.get("name") for policy in _policies().values()}


def test_the_templates_are_where_the_page_for_it_says() -> None:
    page = (ROOT / "docs" / "deploying.md").read_text(encoding="utf-8")
    for place in (TEMPLATES, ROOT / "resources" / "policy.schema.json"):
        assert Path(place).relative_to(ROOT).as_posix() in page
    for rule in policy_keys():
        assert f"`{rule}`" in page

"""The glossary names things by the names they have in the code."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`([A-Z]\w*(?:\.\w+)?)`", GLOSSARY)))
MODULES = [f"domain.{path.stem}" for path in (ROOT / "domain").glob("[a-z]*.py")]


def resolved(name: str) -> bool:
    """Return whether a class of domain/ or plans/ has this name, and the field if one is named."""
    class_name, _, field = name.partition(".")
    for module in map(importlib.import_module, [*MODULES, "plans.anomalies"]):
        found = getattr(module, class_name, None)
        if found is not None:
            return not field or field in getattr(found, "model_fields", {}) or hasattr(found, field)
    return False


@pytest.mark.parametrize("name", NAMES)
def test_what_the_glossary_names_is_in_the_code(name: str) -> None:
    """A word looked up in the glossary leads to the code that means it."""
    assert resolved(name)


def test_the_glossary_explains_each_word_once() -> None:
    """A word has one meaning."""
    words = [line.split("|")[1].strip() for line in GLOSSARY.splitlines() if line.startswith("| ")]
    words = [word for word in words if word not in ("Vietnamese", "---")]
    assert len(words) == len(set(words))

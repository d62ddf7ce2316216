"""Holds the JSON Schemas of the content against a validator nobody here wrote.

    content_schemas.py NAKHON FOLDER

NAKHON is the program, FOLDER is for what it writes. Every schema is a schema of its dialect; every
file of the city and of the fixtures is valid; what is broken in the ways a schema can see is not.
"""

import json
import pathlib
import re
import subprocess
import sys

import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = {"partners": "partner", "spaces": "space", "events": "event"}
# Sites whose every file is good.
GOOD = [".", "tests/fixtures/city", "tests/fixtures/every-field", "tests/fixtures/events", "tests/bad/_base"]
# Rules of which a schema sees every case.
SEEN = [
    "bool-invalid", "consent-missing", "currency-invalid", "date-buddhist", "duration-invalid",
    "email-invalid", "exception-without-rule", "number-range", "postcode-invalid",
    "space-and-place", "unknown-field", "unknown-id", "unknown-reference", "unknown-word",
    "url-scheme", "wrong-shape",
]
# Cases of theirs that stand in prose, where no schema looks.
PROSE = ["unknown-reference/in-page", "unknown-reference/smart-link"]


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema: `yes` is a word and a date is a text, as editors read them."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def schemas(program, site, out):
    """The schemas of a site, by name, each held against its metaschema."""
    subprocess.run(
        [program, "schema", "--no-settings", "--root", ROOT / site, "--out", out, "--lang", "en"],
        check=True, stdout=subprocess.DEVNULL,
    )
    found = {}
    for path in sorted(out.glob("*.json")):
        schema = json.loads(path.read_text())
        Draft202012Validator.check_schema(schema)
        found[path.stem] = Draft202012Validator(schema)
    return found


def facts(folder):
    """Each YAML of a content folder: its path, the name of its schema, its value."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.suffix not in (".yaml", ".md") or any(part[0] in "_." for part in inner.parts):
            continue
        text = path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n")
        name = KINDS.get(inner.parts[0], inner.stem)
        if path.suffix == ".md":
            matter = re.match(r"---\n(.*?\n)?---\s*(\n|$)", text, re.S)
            if not matter:
                continue
            text = matter.group(1) or ""
            if inner.parts[0] == "pages":
                name = "page"
            elif re.search(r"\.[a-zA-Z-]+\.md$", path.name):
                name = "translation"
        try:
            yield inner, name, yaml.load(text, Loader)
        except yaml.YAMLError:
            continue


def main(program, out):
    program, out = pathlib.Path(program).resolve(), pathlib.Path(out).resolve()
    wrong, held = [], 0
    for site in GOOD:
        validators = schemas(program, site, out / site.replace("/", "-").strip("."))
        for path, name, value in facts(ROOT / site / "content"):
            held += 1
            for error in validators[name].iter_errors(value):
                wrong.append(f"{site}: {path}: {error.json_path}: {error.message[:200]}")
    base = schemas(program, "tests/bad/_base", out / "base")
    cases = 0
    for code in SEEN:
        for case in sorted((ROOT / "tests/bad" / code).iterdir()):
            read = list(facts(case / "content"))
            if read and f"{code}/{case.name}" not in PROSE:
                cases += 1
                if all(base[name].is_valid(value) for _, name, value in read if name in base):
                    wrong.append(f"tests/bad/{code}/{case.name} is valid")
    print("\n".join(wrong) or f"{held} files are valid, {cases} broken ones are not")
    return 1 if wrong or not cases else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

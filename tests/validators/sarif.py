"""Holds reports for code scanning against the schema of SARIF 2.1.0: sarif.py FILE..."""

import json
import pathlib
import sys

import jsonschema

schema = json.loads((pathlib.Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text())
validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())

failed = False
for name in sys.argv[1:]:
    text = pathlib.Path(name).read_text()
    # A snapshot has a head of its own.
    log = json.loads(text[text.index("{") :])
    results = log["runs"][0]["results"]
    assert results, f"{name} holds no result"
    for error in validator.iter_errors(log):
        failed = True
        print(f"{name}: {error.json_path}: {error.message}")
    print(f"{name}: {len(results)} results")
sys.exit(failed)

"""The open data of a site, read with parsers that nobody here wrote.

In: the folder of a built site. Checks every JSON file against its published JSON Schema, that CSV and
JSON tell the same entries, the Data Package with Frictionless, GeoJSON, and that references lead
somewhere. The Open Referral files have check_referral.py.
"""

import csv
import json
import sys

import geojson
from frictionless import Package, system
from jsonschema import Draft202012Validator, FormatChecker

from site_under_test import Findings, Site

KINDS = ("partners", "spaces", "events")
FORMULA = tuple("=+-@\t\r")


def read(site, name):
    return json.loads((site.folder / "data" / name).read_text("utf-8"))


def check_schema(document, schema, where, out):
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(document):
        out.add(where, f"{error.json_path}: {error.message[:200]}")


def check_json(site, out):
    """Every file against its schema; the records by name."""
    records = {}
    for name in (*KINDS, "vocabulary"):
        where = f"data/{name}.json"
        document = read(site, f"{name}.json")
        check_schema(document, read(site, f"schema/{name}.json"), where, out)
        records[name] = document[name]
        if "<script" in json.dumps(read(site, f"schema/{name}.json")):
            out.add(where, "markup in a schema")
    for name in KINDS:
        slugs = [record["slug"] for record in records[name]]
        if slugs != sorted(set(slugs)):
            out.add(f"data/{name}.json", "is not in the order of its slugs, each once")
    return records


def check_references(records, out):
    """What an entry names stands in the data too."""
    slugs = {name: {record["slug"] for record in records[name]} for name in KINDS}
    words = {}
    for term in records["vocabulary"]:
        words.setdefault(term["part"], set()).add(term["id"])
    for name in KINDS:
        for record in records[name]:
            where = f"data/{name}.json {record['slug']}"
            asked = [(slugs["partners"], record.get("partners", [])), (slugs["spaces"], [record.get("part_of")]),
                     (slugs["spaces"], [record.get("space")]), (words.get(f"{name[:-1]}_kinds"), [record["kind"]]),
                     (words.get("themes"), record.get("themes", [])), (words.get("districts"), [record.get("district")]),
                     (words.get("audiences"), record.get("audiences", [])), (words.get("amenities"), record.get("amenities", []))]
            for known, ids in asked:
                for one in filter(None, ids):
                    if one not in (known or ()):
                        out.add(where, f"names {one}, which is not in the data")


def check_csv(site, records, languages, out):
    """Tables that spreadsheets open, with the same entries and names as the JSON."""
    for name in KINDS:
        where = f"data/{name}.csv"
        raw = (site.folder / where).read_bytes()
        if not raw.startswith(b"\xef\xbb\xbf"):
            out.add(where, "has no byte-order mark")
        text = raw.decode("utf-8-sig")
        if text.count("\n") != text.count("\r\n"):
            out.add(where, "has lines that do not end in CR LF")
        rows = list(csv.DictReader(text.splitlines(keepends=True), strict=True))
        if [row["slug"] for row in rows] != [record["slug"] for record in records[name]]:
            out.add(where, "has not the entries of the JSON")
        for row, record in zip(rows, records[name]):
            if None in row or None in row.values():
                out.add(f"{where} {row['slug']}", "has not as many cells as the header")
            for language in languages:
                cell = row[f"name_{language.lower().replace('-', '_')}"]
                said = record["name"].get(language, "")
                if cell not in (said, f"'{said}"):
                    out.add(f"{where} {row['slug']}", f"is called {cell!r}, not {said!r}")
            for column, cell in row.items():
                if cell and cell.startswith(FORMULA) and column not in ("latitude", "longitude"):
                    out.add(f"{where} {row['slug']}", f"{column} would be run as a formula")


def check_package(site, out):
    """The Data Package: every table against the types of its columns and its keys."""
    system.trusted = True
    package = Package(str(site.folder / "data/datapackage.json"))
    report = package.validate()
    for error in report.flatten(["title", "rowNumber", "fieldName", "message"]):
        out.add("data/datapackage.json", " ".join(str(part) for part in error))
    return len(package.resources)


def check_geojson(site, records, out):
    where = "data/spaces.geojson"
    collection = geojson.loads((site.folder / where).read_text("utf-8"))
    if not (isinstance(collection, geojson.FeatureCollection) and collection.is_valid):
        out.add(where, f"is no valid GeoJSON: {collection.errors()}")
    if "crs" in collection:
        out.add(where, "names a reference system (RFC 7946 §4)")
    placed = {record["slug"]: record["location"] for record in records["spaces"] if "location" in record}
    told = {feature["id"]: feature["geometry"]["coordinates"] for feature in collection["features"]}
    expected = {slug: [at["longitude"], at["latitude"]] for slug, at in placed.items()}
    if told != expected:
        out.add(where, "has not the places of the JSON, longitude first")


def main():
    site = Site(sys.argv[1])
    out = Findings("open data")
    records = check_json(site, out)
    check_references(records, out)
    check_csv(site, records, site.languages, out)
    tables = check_package(site, out)
    check_geojson(site, records, out)
    entries = sum(len(records[name]) for name in KINDS)
    out.end(f"{entries} entries, {tables} tables")


main()

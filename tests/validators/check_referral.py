"""The Open Referral export of a site: Human Services Data Specification (HSDS) 3.0, as JSON.

In: the folder of a built site. Checks the objects against schemas/hsds.json, which tells in our own words
what the specification requires of the objects that we write: its schemas are in no package registry, and
are not ours to copy. Where HSDS_SCHEMAS names the folder `schema` of a checkout of
openreferral/specification (branch 3.0), the objects are held against those published schemas as well,
and so is our own telling of them. Checks also that ids are UUIDs made of names, each object's own, and
that every object one refers to is there.
"""

import json
import os
import sys
import uuid
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from site_under_test import Findings, Site

OURS = json.loads((Path(__file__).with_name("schemas") / "hsds.json").read_text("utf-8"))["$defs"]
PUBLISHED = os.environ.get("HSDS_SCHEMAS")
FILES = {"organizations": "organization", "services": "service", "locations": "location"}


def published():
    """The published schemas by name, and a registry in which they find each other; neither where not given."""
    if not PUBLISHED:
        return {}, Registry()
    schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(Path(PUBLISHED).glob("*.json"))}
    if missing := set(OURS) - set(schemas):
        sys.exit(f"HSDS_SCHEMAS={PUBLISHED} holds no schema of {', '.join(sorted(missing))}")
    resources = [(f"{name}.json", Resource(schema, DRAFT202012)) for name, schema in schemas.items()]
    return schemas, Registry().with_resources(resources)


def check_shape(document, schema, registry, where, out):
    validator = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
    for error in validator.iter_errors(document):
        out.add(where, f"{error.json_path}: {error.message[:200]}")


def check_own_words(schemas, out):
    """What we tell of the specification is what it says: no field it lacks, nothing it requires left out."""
    for name, ours in OURS.items():
        theirs = schemas[name]
        if missing := set(theirs.get("required", [])) - set(ours["required"]):
            out.add(name, f"requires {', '.join(sorted(missing))}, and our schema does not")
        for field, told in ours["properties"].items():
            said = theirs["properties"].get(field)
            if said is None:
                out.add(name, f"has no field {field}")
                continue
            if not set(told.get("enum", [])) <= set(said.get("enum", told.get("enum", []))):
                out.add(f"{name}.{field}", f"has only {', '.join(said['enum'])}")
            if said.get("format", told.get("format")) != told.get("format") and "enum" not in told and "pattern" not in told:
                out.add(f"{name}.{field}", f"has the format {said['format']}")


def objects(name, value):
    """Every object with its name, those inside others too."""
    yield name, value
    for field, inner in value.items():
        for one in inner if isinstance(inner, list) else [inner]:
            if isinstance(one, dict):
                kind = OURS[name]["properties"][field]
                yield from objects(kind.get("items", kind)["$ref"].rpartition("/")[2], one)


def check_ids(documents, out):
    """Ids are made of names (RFC 9562, 5.5). The same object may stand in two places, and is then the same."""
    told = {}
    for name, document in documents.items():
        where = f"data/hsds/{name}.json"
        for kind, one in (found for item in document for found in objects(FILES[name], item)):
            if uuid.UUID(one["id"]).version != 5:
                out.add(where, f"{one['id']} is no UUID of version 5")
            if told.setdefault(one["id"], (kind, one)) != (kind, one):
                out.add(where, f"{one['id']} is of two things: {kind} and {told[one['id']][0]}")
        own = [item["id"] for item in document]
        if len(own) != len(set(own)):
            out.add(where, "an id stands twice")


def check_references(site, documents, out):
    """Every service belongs to an organization, and what it offers at a space is offered at its location."""
    organizations = {item["id"] for item in documents["organizations"]}
    for service in documents["services"]:
        if service["organization_id"] not in organizations:
            out.add("data/hsds/services.json", f"{service['name']} belongs to no organization")
    told = {one["id"] for service in documents["services"] for kind, one in objects("service", service) if kind == "location"}
    for location in documents["locations"]:
        if location["location_type"] == "physical" and location["id"] not in told:
            out.add("data/hsds/locations.json", f"nothing is offered at {location.get('name')}")
    kinds = {name: json.loads((site.folder / f"data/{name}.json").read_text("utf-8"))[name] for name in ("partners", "spaces", "events")}
    expected = {
        "organizations": len(kinds["partners"]) + 1,  # The network itself.
        "services": len(kinds["spaces"]) + len(kinds["events"]),
        "locations": len(kinds["spaces"]),
    }
    for name, count in expected.items():
        if len(documents[name]) != count:
            out.add(f"data/hsds/{name}.json", f"holds {len(documents[name])}, not {count}")


def main():
    site = Site(sys.argv[1])
    out = Findings("Open Referral")
    schemas, registry = published()
    if schemas:
        check_own_words(schemas, out)
    documents = {}
    for name, kind in FILES.items():
        where = f"data/hsds/{name}.json"
        documents[name] = json.loads((site.folder / where).read_text("utf-8"))
        schema = {"$defs": OURS, "type": "array", "items": {"$ref": f"#/$defs/{kind}"}}
        check_shape(documents[name], schema, Registry(), where, out)
        if schemas:
            schema = {"type": "array", "items": {"$ref": f"{kind}.json"}}
            check_shape(documents[name], schema, registry, where, out)
    if not out.found:  # The rest reads what the schemas have found to be there.
        check_ids(documents, out)
        check_references(site, documents, out)
    held = "the published schemas" if schemas else "our own schema; HSDS_SCHEMAS names no published ones"
    out.end(f"{sum(map(len, documents.values()))} objects held against {held}")


main()

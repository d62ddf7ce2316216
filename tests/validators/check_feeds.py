"""Every Atom feed and sitemap of a site, read by a feed reader and held against RFC 4287.

In: the folder of a built site. Checks that each feed is what §4.1 asks for, that its entries lead to
pages of the site, and that no time in it lies after the day of the build.
"""

import sys
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

import feedparser
from lxml import etree

from site_under_test import Findings, Site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def when(text):
    """A time of RFC 3339."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def only(element, path, where, out):
    """The text of a child that must be there just once."""
    found = element.findall(path, ATOM)
    if len(found) != 1 or not (found[0].text or "").strip():
        out.add(where, f"has {len(found)} of {path}, or an empty one")
        return None
    return found[0].text


def check_times(element, where, latest, out):
    for text in element.xpath(".//a:updated/text() | .//a:published/text()", namespaces=ATOM):
        if when(text) > latest:
            out.add(where, f"{text} lies after the day of the build")


def check_feed(site, path, latest, out):
    name = site.name(path)
    feed = etree.parse(str(path)).getroot()
    if feed.tag != "{%s}feed" % ATOM["a"]:
        return out.add(name, f"is a {feed.tag}"), 0
    for required in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        only(feed, required, name, out)
    own = feed.xpath('string(a:link[@rel="self"]/@href)', namespaces=ATOM)
    if not own.endswith("/" + name):
        out.add(name, f"says it is {own}")
    root = own[: -len(name)]
    entries = feed.findall("a:entry", ATOM)
    updated = [when(only(entry, "a:updated", name, out)) for entry in entries]
    if len(entries) > 50:
        out.add(name, f"holds {len(entries)} entries")
    if updated != sorted(updated, reverse=True):
        out.add(name, "is not in order")
    if updated and when(feed.findtext("a:updated", namespaces=ATOM)) != updated[0]:
        out.add(name, "was not updated with its latest entry")
    ids = [only(entry, "a:id", name, out) for entry in entries]
    if len(set(ids)) != len(ids):
        out.add(name, "holds an id twice")
    for entry, identity in zip(entries, ids):
        only(entry, "a:title", identity, out)
        link = entry.xpath('string(a:link[@rel="alternate"]/@href)', namespaces=ATOM)
        page = link.removeprefix(root) + "index.html"
        if not link.startswith(root) or not (site.folder / page).is_file():
            out.add(name, f"leads to {link}, which is not there")
        if not urlsplit(identity).scheme:
            out.add(name, f"{identity} is no absolute address")
    check_times(feed, name, latest, out)
    read = feedparser.parse(path.read_bytes())
    if read.bozo:
        out.add(name, f"a feed reader stumbles: {read.bozo_exception!r}")
    if read.version != "atom10" or len(read.entries) != len(entries):
        out.add(name, f"a feed reader takes it for {read.version} with {len(read.entries)} entries")
    for entry in read.entries:
        if not entry.get("updated_parsed") or not entry.get("title"):
            out.add(name, f"a feed reader misses the time or title of {entry.get('id')}")
    return None, len(entries)


def check_sitemaps(site, latest, out):
    whole = etree.parse(str(site.folder / "sitemap.xml")).getroot()
    parts = whole.xpath("s:sitemap/s:loc/text()", namespaces=MAP)
    maps = [etree.parse(str(site.folder / part.rsplit("/", 1)[1])).getroot() for part in parts] or [whole]
    for one in maps:
        addresses = one.xpath("s:url/s:loc/text()", namespaces=MAP)
        if len(addresses) > 50_000 or not addresses:
            out.add("sitemap.xml", f"holds {len(addresses)} addresses")
        for text in one.xpath("//s:lastmod/text()", namespaces=MAP):
            if when(text) > latest:
                out.add("sitemap.xml", f"{text} lies after the day of the build")


def main():
    site = Site(sys.argv[1])
    out = Findings("feeds")
    # The day of the build may be fixed in the past of the repository that dates come from.
    end = datetime.combine(site.today + timedelta(days=1), datetime.min.time(), timezone.utc)
    latest = max(end, datetime.now(timezone.utc))
    count = 0
    files = site.files("**/feed.xml")
    if len(files) != 2 * len(site.languages):
        out.add(site.folder, f"holds {len(files)} feeds for {len(site.languages)} languages")
    for path in files:
        count += check_feed(site, path, latest, out)[1]
    check_sitemaps(site, latest, out)
    out.end(f"{len(files)} files, {count} entries")


main()

"""The network in numbers, counted again from the open data.

In: the folder of a built site. Every figure of `data/progress.json` is counted anew from
`data/{partners,spaces,events}.json` and, for the months, from the expanded calendar; the CSV and the
progress page of each language must tell the same figures under the same words. Only the period of
review is no open data: it is read from the site's own `site.yaml`.
"""

import csv
import json
import re
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import recurring_ical_events
import yaml
from dateutil.relativedelta import relativedelta
from lxml import html

from site_under_test import Findings, Site

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("partners", "spaces", "events")
AGES = {"ages-0-6": (0, 6), "ages-7-12": (7, 12), "ages-13-17": (13, 17), "ages-18-59": (18, 59), "ages-60": (60, 999)}
DAY = timedelta(days=1)
# What docs/reference/fields says of a site that names no period.
DEFAULT_REVIEW = "180 days"


def records(site, kind):
    return json.loads((site.folder / f"data/{kind}.json").read_text("utf-8"))[kind]


def review_period(site):
    """`review_after` of the content that the site was built from, known by its address."""
    address = json.loads((site.folder / "data/partners.json").read_text("utf-8"))["url"]
    for path in [ROOT / "content/site.yaml", *sorted(ROOT.glob("tests/fixtures/*/content/site.yaml"))]:
        settings = yaml.safe_load(path.read_text("utf-8"))
        if settings["base_url"].rstrip("/") == address.rstrip("/"):
            number, unit = settings.get("review_after", DEFAULT_REVIEW).split()
            return relativedelta(**{unit.rstrip("s") + "s": int(number)})
    sys.exit(f"no content of {address} is known")


def freshness(entry, period, today):
    if "verified" not in entry:
        return "unverified"
    due = date.fromisoformat(entry["verified"]["on"]) + period
    return "fresh" if today <= due else "ageing" if today <= due + period else "stale"


def standing(entry, language):
    parts = [(language in entry[part]) for part in ("name", "summary", "prose") if entry.get(part)]
    return "complete" if all(parts) else "partial" if any(parts) else "missing"


def each(entries, field):
    """How many entries have each value of a list."""
    return Counter(str(value) for entry in entries for value in set(entry.get(field, [])))


def months(site):
    """Occurrences that touch each of the months of which the calendar file holds all."""
    calendar = icalendar.Calendar.from_ical((site.folder / f"{site.languages[0]}/events.ics").read_bytes())
    first = (site.today.replace(year=site.today.year - 1, day=1) + 32 * DAY).replace(day=1)
    last = site.today + timedelta(days=360)
    count = Counter()
    for event in recurring_ical_events.of(calendar).between(first, last):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if isinstance(start, datetime):
            begins, ends = start.date(), end.date()
        else:
            begins, ends = start, end - DAY
        at = begins.replace(day=1)
        while at <= ends:
            count[f"{at:%Y-%m}"] += 1
            at = (at + 32 * DAY).replace(day=1)
    whole = [f"{first:%Y-%m}", f"{last.replace(day=1) - DAY:%Y-%m}"]
    return {month: number for month, number in count.items() if whole[0] <= month <= whole[1]}, whole


def expected(site):
    """Every chart but the months, as counts by key; a key that is absent counts nothing."""
    partners, spaces, events = ([it for it in records(site, kind) if it.get("status") != "closed"] for kind in KINDS)
    everyone, visited = partners + spaces + events, spaces + events
    period, today = review_period(site), site.today
    ages = Counter()
    for entry in visited:
        span = entry.get("ages")
        if span is None:
            ages["unknown"] += 1
        else:
            low, high = span.get("from", 0), span.get("to", 999)
            ages.update(key for key, (least, most) in AGES.items() if low <= most and high >= least)
    totals = dict(zip(KINDS, (len(partners), len(spaces), len(events)), strict=True))
    return totals, {
        "building-blocks": each(everyone, "building_blocks"),
        "goals": each(everyone, "sdgs"),
        "themes": each(everyone, "themes"),
        "districts": Counter(it["district"] for it in spaces if "district" in it),
        "kinds": Counter(it["kind"] for it in spaces),
        "roles": each(partners, "roles"),
        "ages": ages,
        "cost": Counter(it.get("fee", {}).get("kind", "unknown") for it in visited),
        "access": Counter(it.get("access", {}).get("wheelchair", "unknown") for it in spaces),
        "freshness": Counter(freshness(it, period, today) for it in everyone),
        "translation": Counter(f"{lang}-{standing(it, lang)}" for it in everyone for lang in site.languages),
    }


def check_figures(site, told, out):
    totals, charts = expected(site)
    for kind, number in totals.items():
        if told[kind] != number:
            out.add("data/progress.json", f"{kind}: says {told[kind]}, {number} are listed")
    if told["charts"].keys() != charts.keys() | {"events"}:
        out.add("data/progress.json", f"has the charts {sorted(told['charts'])}")
    for name, counts in charts.items():
        bars = {bar["key"]: bar["count"] for bar in told["charts"].get(name, [])}
        if {key: count for key, count in bars.items() if count} != dict(counts):
            out.add("data/progress.json", f"{name}: says {bars}, counted {dict(counts)}")
    by_month, (first, last) = months(site)
    bars = {bar["key"]: bar["count"] for bar in told["charts"]["events"] if first <= bar["key"] <= last and bar["count"]}
    if bars != by_month:
        out.add("data/progress.json", f"events: says {bars}, the calendar has {by_month}")


def check_csv(site, told, out):
    text = (site.folder / "data/progress.csv").read_bytes().decode("utf-8-sig")
    rows = [(row["chart"], row["key"], {lang: row[f"label_{lang}"] for lang in site.languages}, int(row["count"]))
            for row in csv.DictReader(text.splitlines())]
    bars = {(name, bar["key"]): (bar["label"], bar["count"]) for name, chart in told["charts"].items() for bar in chart}
    if {(name, key): (label, count) for name, key, label, count in rows} != bars or len(rows) != len(bars):
        out.add("data/progress.csv", "tells other figures than data/progress.json")


def check_page(site, language, told, out):
    """The tables that stand beside the charts, and the length of each bar of a chart."""
    name = f"{language}/progress/index.html"
    page = html.fromstring((site.folder / name).read_bytes())
    figures = sorted(int(re.sub(r"\D", "", it.text_content())) for it in page.xpath('//dl[@class="figures"]//dd'))
    if figures != sorted(told[kind] for kind in KINDS):
        out.add(name, f"begins with the figures {figures}")
    for chart, bars in told["charts"].items():
        rows = page.xpath(f'//section[h2[@id="{chart}"]]//tbody/tr')
        shown = [(row.xpath("string(th)").strip(), int(re.sub(r"\D", "", row.xpath('string(td[@class="n"])')))) for row in rows]
        if shown != [(bar["label"][language], bar["count"]) for bar in bars]:
            out.add(name, f"{chart}: shows {shown}")
        most = max((bar["count"] for bar in bars), default=0) or 1
        widths = [float(row.xpath("string(.//*[local-name()='rect']/@width)")) for row in rows]
        for width, bar in zip(widths, bars, strict=False):
            if abs(width - 100 * bar["count"] / most) > 0.1:
                out.add(name, f"{chart}: the bar of {bar['key']} is {width} long for {bar['count']} of {most}")


def main():
    site = Site(sys.argv[1])
    out = Findings("figures")
    told = json.loads((site.folder / "data/progress.json").read_text("utf-8"))
    check_figures(site, told, out)
    check_csv(site, told, out)
    for language in site.languages:
        check_page(site, language, told, out)
    out.end(f"{sum(len(chart) for chart in told['charts'].values())} counted again")


main()

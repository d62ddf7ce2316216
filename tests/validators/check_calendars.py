"""Every .ics of a site, read by two parsers and held against the site's own month pages.

In: the folder of a built site. Checks the bytes (RFC 5545 §3.1), what must be there, that a zone
gives its local times the instants of the system's database, and that expanding each language's
`events.ics` gives just what its month pages show, day by day.
"""

import sys
from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
import vobject
from lxml import html

from site_under_test import Findings, Site

DAY = timedelta(days=1)


def check_bytes(name, data, out):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return out.add(name, f"is no UTF-8: {error}")
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        out.add(name, "has lines that do not end in CRLF")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            out.add(f"{name}:{number}", f"has {len(line)} octets")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            out.add(f"{name}:{number}", "is folded inside a character")
    if any(ord(c) < 32 and c not in "\r\n\t" for c in text):
        out.add(name, "holds a control character")


def check_calendar(name, calendar, out):
    for required in ("VERSION", "PRODID", "CALSCALE"):
        if required not in calendar:
            out.add(name, f"lacks {required}")
    if not calendar.subcomponents:
        out.add(name, "holds no component")
    if not name.endswith("event.ics"):
        for required in ("NAME", "X-WR-CALNAME", "SOURCE", "REFRESH-INTERVAL"):
            if required not in calendar:
                out.add(name, f"lacks {required}")
        if "SOURCE" in calendar and not str(calendar["SOURCE"]).endswith("/" + name):
            out.add(name, f"says its source is {calendar['SOURCE']}")
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    events = calendar.walk("VEVENT")
    seen = Counter(str(event["UID"]) for event in events)
    for uid, count in seen.items():
        if count > 1:
            out.add(name, f"holds {uid} {count} times")
    for event in events:
        check_event(f"{name} {event['UID']}", event, zones, out)


def check_event(where, event, zones, out):
    for error in getattr(event, "errors", []):
        out.add(where, f"cannot be read: {error}")
    for required in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "STATUS", "SEQUENCE"):
        if required not in event:
            return out.add(where, f"lacks {required}")
    if event["STATUS"] not in ("CONFIRMED", "CANCELLED"):
        out.add(where, f"has the status {event['STATUS']}")
    if "METHOD" in event or event["UID"] == "":
        out.add(where, "has no UID")
    for name in ("DTSTART", "DTEND"):
        zone = event[name].params.get("TZID") if name in event else None
        if zone and zone not in zones:
            out.add(where, f"names {zone}, which the calendar does not define")
    start = event["DTSTART"].dt
    if "DTEND" in event:
        end = event["DTEND"].dt
        if isinstance(start, datetime) != isinstance(end, datetime):
            out.add(where, "ends in another type than it starts in")
        elif end <= start:
            out.add(where, "does not end after it starts")
    elif not isinstance(start, datetime):
        out.add(where, "is all day and has no end")
    return None


def check_zone(name, calendar, out):
    """Holds the VTIMEZONE alone, without the name that parsers know it by, against the database."""
    for component in calendar.walk("VTIMEZONE"):
        known = ZoneInfo(str(component["TZID"]))
        stated = component.to_tz(lookup_tzid=False)
        for event in calendar.walk("VEVENT"):
            start = event["DTSTART"].dt
            if not isinstance(start, datetime):
                continue
            local = start.replace(tzinfo=None)
            for at in (local + DAY * 30 * step for step in range(24)):
                if at.replace(tzinfo=stated).utcoffset() != at.replace(tzinfo=known).utcoffset():
                    out.add(name, f"its zone is wrong at {at}")


def shown_on_pages(site, language):
    """Names on each day of the month pages."""
    days = {}
    for path in site.files(f"{language}/calendar/[0-9]*/index.html"):
        page = html.fromstring(path.read_bytes())
        for cell in page.xpath('//table[contains(@class, "month")]//td[.//time]'):
            day = date.fromisoformat(cell.xpath(".//time/@datetime")[0])
            names = cell.xpath('.//*[contains(concat(" ", @class, " "), " what ")]')
            days[day] = Counter(" ".join(name.text_content().split()) for name in names)
    return days


def expanded(calendar, first, last):
    """Names on each day, as a program that subscribes would show them."""
    days = {}
    for event in recurring_ical_events.of(calendar).between(first, last + DAY):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if isinstance(start, datetime):
            begins, ends = start.date(), end.date()
        else:
            begins, ends = start, end - DAY
        while begins <= max(begins, ends) and begins <= ends:
            days.setdefault(begins, Counter())[" ".join(str(event["SUMMARY"]).split())] += 1
            begins += DAY
    return {day: names for day, names in days.items() if first <= day <= last}


def year_before(day):
    return day.replace(year=day.year - 1, day=min(day.day, 28))


def check_occurrences(site, language, out):
    name = f"{language}/events.ics"
    calendar = icalendar.Calendar.from_ical((site.folder / name).read_bytes())
    first, last = year_before(site.today) + 4 * DAY, site.today + timedelta(days=360)
    pages = shown_on_pages(site, language)
    subscribed = expanded(calendar, first, last)
    count = 0
    day = first
    while day <= last:
        on_page, in_calendar = pages.get(day, Counter()), subscribed.get(day, Counter())
        if on_page != in_calendar:
            out.add(name, f"{day}: the page shows {dict(on_page)}, the calendar {dict(in_calendar)}")
        count += sum(on_page.values())
        day += DAY
    return count


def main():
    site = Site(sys.argv[1])
    out = Findings("calendars")
    files = site.files("**/*.ics")
    if not files:
        out.add(site.folder, "holds no calendar")
    for path in files:
        name, data = site.name(path), path.read_bytes()
        check_bytes(name, data, out)
        try:
            calendar = icalendar.Calendar.from_ical(data)
            check_calendar(name, calendar, out)
            check_zone(name, calendar, out)
            other = vobject.readOne(data.decode("utf-8"))
            ours = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
            theirs = [event.summary.value for event in other.contents.get("vevent", [])]
            if ours != theirs:
                out.add(name, f"two parsers read it in two ways: {ours} and {theirs}")
        except Exception as error:  # A parser's own complaint, whatever its type, is the finding.
            out.add(name, f"cannot be read: {error!r}")
    shown = sum(check_occurrences(site, language, out) for language in site.languages)
    out.end(f"{len(files)} files, {shown} days of events")


main()

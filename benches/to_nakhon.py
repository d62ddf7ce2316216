#!/usr/bin/env python3
"""Writes the invented benchmark corpus as a site of `nakhon`.

usage: to_nakhon.py CORPUS_DIR SITE_DIR

CORPUS_DIR holds corpus.jsonl and meta.json (see benches/peers/README.md). All of it is invented.
"""
import json
import pathlib
import sys

DAYS = {"mo": "mon", "tu": "tue", "we": "wed", "th": "thu", "fr": "fri", "sa": "sat", "su": "sun"}
KINDS = {"partner": "partners", "space": "spaces", "event": "events"}


def both(text):
    return json.dumps(text, ensure_ascii=False)


def hours(rules):
    def days(word):
        return "-".join(DAYS[day] for day in word.split("-"))
    return {days(rule["days"]): f'{rule["opens"]}-{rule["closes"]}' for rule in rules}


def facts(entry):
    lines = [f"name: {both(entry['name'])}", f"summary: {both(entry['summary'])}", "kind: general",
             f"themes: [{', '.join(entry['themes'])}]"]
    if entry["kind"] == "space":
        lines.append(f"district: {entry['district']}")
    else:
        lines.append(f"address: {{district: {entry['district']}}}")
    if entry["kind"] != "event":
        lines.append(f"location: [{entry['lat']}, {entry['lon']}]")
    lines.append(f"contact: {{phone: {entry['phone']}}}")
    if entry["kind"] == "space" and entry["opening_hours"]:
        lines.append(f"hours: {json.dumps(hours(entry['opening_hours']))}")
    if entry["partner"]:
        lines.append(f"partners: [{entry['partner']}]")
    if entry["kind"] == "event":
        lines.append(f"starts: {entry['start'][:16]}")
        lines.append(f"ends: {entry['end'][:16]}")
        if entry["space"]:
            lines.append(f"space: {entry['space']}")
    lines.append(f"verified: {entry['updated'][:10]}")
    return "\n".join(lines) + "\n"


def main(corpus, site):
    corpus, content = pathlib.Path(corpus), pathlib.Path(site) / "content"
    meta = json.loads((corpus / "meta.json").read_text(encoding="utf-8"))
    for folder in KINDS.values():
        (content / folder).mkdir(parents=True, exist_ok=True)

    def terms(items):
        return {item["slug"]: {"th": item["th"], "en": item["en"]} for item in items}
    kind = {"general": {"th": "ทั่วไป", "en": "General"}}
    vocabulary = {"partner_kinds": kind, "space_kinds": kind, "event_kinds": kind,
                  "themes": terms(meta["themes"]), "districts": terms(meta["districts"])}
    (content / "vocabulary.yaml").write_text(json.dumps(vocabulary, ensure_ascii=False, indent=1), encoding="utf-8")
    (content / "site.yaml").write_text(
        "title: {th: เมืองสมมติ, en: An invented city}\nbase_url: https://bench.example/\nlanguages: [th, en]\n"
        "navigation: [spaces, events, partners, calendar]\n", encoding="utf-8")
    with (corpus / "corpus.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            folder = content / KINDS[entry["kind"]]
            (folder / f"{entry['slug']}.yaml").write_text(facts(entry), encoding="utf-8")
            for language, body in entry["body"].items():
                (folder / f"{entry['slug']}.{language}.md").write_text(body, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

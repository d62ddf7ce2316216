#!/usr/bin/env python3
"""A thousand saves in a row under `serve`: do its memory and its file handles stay flat?

usage: benches/thousand_saves.py SITE [--saves 1000] [--program target/release/nakhon]

SITE is a copy that may be written to, such as benches/to_nakhon.py makes. The prose and the facts of one
event are saved in turns, each save after the one before is on the page. Prints memory and handles on the
way (Linux only: they are read from /proc).
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import threading
import time
import urllib.request

PATIENCE = 60  # seconds for one save to be on the page; only a fault waits so long


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("site", type=pathlib.Path)
    arguments.add_argument("--saves", type=int, default=1000)
    arguments.add_argument("--program", default="target/release/nakhon")
    given = arguments.parse_args()

    facts = sorted((given.site / "content/events").glob("*.yaml"))[3]
    prose = facts.with_suffix(".en.md")
    command = [given.program, "serve", "--root", given.site, "--port", "0", "--lang", "en", "--today", "2026-11-24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        address = next(found[1] for line in program.stdout if (found := re.search(r"ready at (http:\S+)", line)))
        threading.Thread(target=lambda: [None for _ in program.stdout], daemon=True).start()
        page = f"{address}en/events/{facts.stem}/"
        try:
            for number in range(1, given.saves + 1):
                save(number, facts if number % 2 else prose)
                shown(page, f"Edited{number}")
                if number in (1, 10, 50) or number % 100 == 0:
                    print(f"{number} saves: {memory(program.pid)} MB, {handles(program.pid)} handles", flush=True)
        finally:
            program.terminate()
    return 0


def save(number: int, path: pathlib.Path) -> None:
    """Saves as many editors do: beside the file, then in its place."""
    text = path.read_text()
    if path.suffix == ".yaml":
        text = re.sub(r'("en": ")(?:Edited\d+ )?', rf"\1Edited{number} ", text, count=1)
    else:
        text = re.sub(r"\n*Edited\d+\.\n*$", "\n", text) + f"\nEdited{number}.\n"
    beside = path.with_name(path.name + ".tmp")
    beside.write_text(text)
    beside.replace(path)


def shown(page: str, words: str) -> None:
    """Waits until the page says so."""
    end = time.monotonic() + PATIENCE
    while words.encode() not in urllib.request.urlopen(page).read():
        if time.monotonic() > end:
            sys.exit(f"{words} is not on {page}")
        time.sleep(0.003)


def memory(process: int) -> int:
    pages = int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def handles(process: int) -> int:
    return len(os.listdir(f"/proc/{process}/fd"))


if __name__ == "__main__":
    sys.exit(main())

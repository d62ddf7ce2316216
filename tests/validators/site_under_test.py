"""A built site as its validators see it: its files, its languages, its day; and what they found wrong."""

import json
import sys
from datetime import date
from pathlib import Path


class Site:
    """The folder of a built site."""

    def __init__(self, folder):
        self.folder = Path(folder)
        if not (self.folder / "sitemap.xml").is_file():
            sys.exit(f"{folder} holds no built site")

    @property
    def languages(self):
        """The tags of the languages: folders with a home and a calendar."""
        return sorted(path.parent.parent.name for path in self.folder.glob("*/calendar/index.html"))

    @property
    def today(self):
        """The day of the build."""
        return date.fromisoformat(json.loads((self.folder / "data/progress.json").read_text("utf-8"))["date"])

    def files(self, pattern):
        """Files by pattern, in order."""
        return sorted(self.folder.glob(pattern))

    def name(self, path):
        """A file's path below the site's root."""
        return str(path.relative_to(self.folder))


class Findings:
    """What is wrong, each with the file it is wrong in."""

    def __init__(self, title):
        self.title = title
        self.found = []

    def add(self, where, message):
        self.found.append(f"{where}: {message}")

    def end(self, summary):
        """Prints what was found and ends the program."""
        for line in self.found[:50]:
            print(f"  {line}", file=sys.stderr)
        if len(self.found) > 50:
            print(f"  and {len(self.found) - 50} more", file=sys.stderr)
        print(f"{self.title}: {summary}, {len(self.found)} problems")
        sys.exit(1 if self.found else 0)

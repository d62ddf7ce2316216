"""Workbooks that `nakhon export` writes, in the hands of another program, and back.

In: the site of every field (other sites are passed over). openpyxl, which nobody here wrote, opens
the exported workbook, changes cells as people and programs do, and saves it; `nakhon import` must
understand what comes back and change that alone.
"""

import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("NAKHON", ROOT / "target/debug/nakhon")
LIBRARY = "content/spaces/example-library.yaml"


def run(site, *arguments):
    command = [PROGRAM, *arguments, "--root", site, "--lang", "en", "--today", "2026-11-24"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=site, check=False)
    return done.returncode, done.stdout + done.stderr


def texts(site):
    files = sorted(path for path in (site / "content").rglob("*") if path.is_file())
    return {str(path.relative_to(site)): path.read_bytes() for path in files}


def main(site):
    if pathlib.Path(site).name != "every-field":
        return
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        shutil.copytree(ROOT / "tests/fixtures/every-field", site)
        before = texts(site)
        status, told = run(site, "export", "--kind", "spaces", "out.xlsx")
        assert status == 0, told

        book = openpyxl.load_workbook(site / "out.xlsx")
        sheet = book.worksheets[0]
        columns = {cell.value: cell.column for cell in sheet[1]}
        rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2)}
        cell = lambda name: sheet.cell(rows["example-library"], columns[name])
        for row in sheet.iter_rows(min_row=2):
            for each in row:
                assert each.value is None or isinstance(each.value, str), each.coordinate
        assert cell("contact.phone").number_format == "@"
        assert cell("aliases").value.startswith("=SUM(A1)") and cell("aliases").data_type == "s", "no formula"
        assert sheet.freeze_panes == "B2"
        offered = [rule.sqref for rule in sheet.data_validations.dataValidation]
        letter = openpyxl.utils.get_column_letter(columns["kind"])
        assert any(f"{letter}2" in str(cells) for cells in offered), offered

        # Saved by another program as it is, it changes nothing.
        book.save(site / "same.xlsx")
        status, told = run(site, "import", "same.xlsx")
        assert status == 0 and texts(site) == before, told

        # A day, a yes and a number as that program keeps them; a text; a value that goes.
        cell("verified.on").value = datetime.date(2026, 11, 20)
        cell("verified.on").number_format = "yyyy-mm-dd"
        cell("booking.required").value = True
        cell("capacity").value = 150
        cell("name.th").value = "ห้องสมุดกลาง"
        cell("contact.website").value = None
        book.save(site / "changed.xlsx")
        status, told = run(site, "import", "changed.xlsx")
        assert status == 0, told
        after = texts(site)
        assert {path for path in after if after[path] != before.get(path)} == {LIBRARY}, told
        was, now = before[LIBRARY].decode().splitlines(), after[LIBRARY].decode().splitlines()
        changed = [line.split(":")[0] for old, line in zip(was, now, strict=True) if old != line]
        assert changed == ["name", "booking", "capacity", "contact", "verified"], changed
        for line in ["capacity: 150", "verified: 2026-11-20"]:
            assert line in now, now
        assert any("required: yes" in line for line in now), now

        # A phone number that the program took for a number is told at its cell, and nothing written.
        cell("contact.phone").value = 43222334
        book.save(site / "spoiled.xlsx")
        status, told = run(site, "import", "spoiled.xlsx")
        place = cell("contact.phone").coordinate
        assert status == 1 and "sheet-number-spoiled" in told and f"spoiled.xlsx {place}" in told, told
        assert texts(site) == after
    print("workbook: exported, changed by openpyxl, imported")


if __name__ == "__main__":
    main(sys.argv[1])

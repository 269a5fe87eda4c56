#!/usr/bin/env python3
"""Reads every real file beside the project with `prognos convert` and with an independent reader.

    make check-real            (needs python3; the files are in ../shared/data, not in the project)

For each file the number of figures and their sum must be the same. A file that must be refused has
the words that the error must hold. A file that is not in the list fails: none is passed over.
"""

import csv
import glob
import gzip
import io
import math
import os
import subprocess
import sys

import independent

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(os.path.dirname(ROOT), "shared", "data")
PROGNOS = os.path.join(ROOT, os.environ.get("BUILD", "build"), "prognos")

NO_FIGURE = {"", "..", ".", "*", "NA", "N/A"}


def number(text, decimal):
    """A figure as these files write it, or None. Anything else is an error here, too."""
    text = text.strip()
    if text in NO_FIGURE:
        return None
    return float(text.rstrip("%").replace(decimal, "."))


def rows_of(path, encoding, delimiter):
    data = independent.read_bytes(path).decode(encoding)
    return [row for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter) if any(row)]


def table(columns, delimiter=",", encoding="utf-8-sig", decimal="."):
    """A reader of a table whose figures stand in the columns that columns(heading) lists."""

    def read(path):
        heading, *rows = rows_of(path, encoding, delimiter)
        chosen = columns(heading)
        return independent.summary(
            number(row[c], decimal) if c < len(row) else None for row in rows for c in chosen
        )

    return read


def last(heading):
    return [len(heading) - 1]


def third(heading):
    return [2]


def years(heading):
    return [c for c, name in enumerate(heading) if name.strip().isdigit()]


def after(n):
    return lambda heading: [c for c, name in enumerate(heading) if c >= n and name.strip()]


def is_figure(text):
    try:
        return number(text, ",") is not None
    except ValueError:
        return False


def vaxjo(path):
    """One row a school: the columns that hold a figure in more than half of the cells filled."""
    heading, *rows = rows_of(path, "utf-8-sig", ";")
    cells = []
    for c in range(1, len(heading)):
        filled = [row[c] for row in rows if row[c].strip()]
        if 2 * sum(map(is_figure, filled)) > len(filled):
            cells += [number(text, ",") for text in filled]
    return independent.summary(cells)


LONG = table(third)

# path: (reader, options of convert), or (words of the error, options)
FILES = {
    "real/linkoping/Data_Diagram1.csv": (table(after(2), ";", "latin-1", ","), []),
    "real/linkoping/Data_Diagram2.csv": (table(after(2), ";", "latin-1", ","), []),
    "real/linkoping/Data_Diagram4.csv": (table(after(2), ";", "latin-1", ","), []),
    "real/norway/folketall.csv": (table(last, ";"), []),
    "real/sweden/ddf--datapoints--population_20xx_12_31--by--municipality--year.csv": (LONG, []),
    "real/sweden/processed_data_befolkningsförändringar.csv": (table(after(1)), []),
    "real/sweden/skolverket_vaxjo_database_school_data.csv": (
        vaxjo,
        ["--period", "2022", "--series-columns", "SchoolCode"],
    ),
    "real/usa/chapelhill_enrollment_history.csv": (table(years), []),
    "real/usa/Pupil enrollment.csv": (table(last), []),
    "real/derived/sweden_births_by_county_1968_2015.csv": (LONG, []),
    "real/derived/sweden_population_age0_19_by_county_1968_2015.csv": (table(last), []),
    "real/derived/skolverket_gr_statistik_latin1_semikolon.csv": (
        table(lambda heading: [5], ";", "latin-1", ","),
        [],
    ),
    "rdata/hyndman_books.csv": ("är år, men månad väntades", []),
    "rdata/r_datasets.csv": ("är månad, men år väntades", []),
}
for name in "real/px/*.px", "real/linkoping/*.px", "real/*/*.json", "real/sweden/skolverket_api/*.json":
    for path in glob.glob(os.path.join(DATA, name)):
        FILES[os.path.relpath(path, DATA)] = (independent.cube, [])
FILES["real/px/BE0101F1errorValues.px"] = ("komma eller semikolon väntades", [])  # broken on purpose
for name in "m1/*_t*.csv", "m3/*_t*.csv", "m4/*_train.csv.gz":
    for path in glob.glob(os.path.join(DATA, name)):
        FILES[os.path.relpath(path, DATA)] = (LONG, [])


def convert(path, options):
    """What prognos reads: a Summary and the error, one of them None."""
    done = subprocess.run([PROGNOS, "convert", *options, path], capture_output=True)
    if done.returncode != 0:
        return None, "exit %d: %s" % (done.returncode, done.stderr.decode().strip())
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    return independent.summary(float(r["value"]) if r["value"] else None for r in rows), None


def judge(path):
    """The result in words, and whether it is as it must be."""
    expected, options = FILES[path]
    read, error = convert(os.path.join(DATA, path), options)
    if isinstance(expected, str):
        right = error is not None and error.startswith("exit 3") and expected in error
        return "refused as expected: " + expected if right else "must be refused: " + expected, right
    if error is not None:
        return error, False
    known = expected(os.path.join(DATA, path))
    same = known.figures == read.figures and math.isclose(known.total, read.total, rel_tol=1e-12)
    words = "%d figures, sum %.10g" % (read.figures, read.total)
    return words if same else "%s; should be %d, %.10g" % (words, known.figures, known.total), same


def main():
    if not os.path.isdir(os.path.join(DATA, "real")):
        sys.exit("check-real: %s is not here; nothing was compared" % os.path.join(DATA, "real"))
    files = {os.path.relpath(p, DATA) for p in glob.glob(os.path.join(DATA, "real", "**"), recursive=True) if os.path.isfile(p)}
    failed = 0
    for path in sorted(files | FILES.keys()):
        words, right = judge(path) if path in FILES else ("is not in the list", False)
        print("%-6s %s: %s" % ("ok" if right else "FAILED", path, words))
        failed += not right
    total = len(files | FILES.keys())
    print("real: %d passed, %d failed" % (total - failed, failed))
    sys.exit(failed > 0)


main()

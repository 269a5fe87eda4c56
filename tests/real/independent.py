"""Independent readers of cubes, with nothing but Python's standard library and none of prognos's code.

Each function takes a path and returns a Summary of the cells that have a figure. They are slow and
simple on purpose: scripts compare their counts and sums with what `prognos convert` writes.
"""

import collections
import gzip
import json
import math
import re

# cells: all in the file; figures: how many have a number; total: their exact sum
Summary = collections.namedtuple("Summary", "cells figures total")


def summary(cells):
    """cells: an iterable of numbers, None where there is no figure."""
    cells = list(cells)
    figures = [c for c in cells if c is not None]
    return Summary(len(cells), len(figures), math.fsum(figures))


def read_bytes(path):
    with open(path, "rb") as file:
        data = file.read()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


# --- PX ---


def px_text(data):
    match = re.search(rb'^CODEPAGE="([^"]+)"', data, re.M)
    if match:
        return data.decode(match.group(1).decode("ascii"))
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig")
    return data.decode("windows-1252" if b'CHARSET="ANSI"' in data else "cp850")


def px_keyword(head, keyword, subkey=None):
    """The strings of one statement of the head, or None."""
    sub = r'\("%s"\)' % re.escape(subkey) if subkey is not None else ""
    string = r'(?:"[^"]*"\s*)+'
    match = re.search(r"^%s%s=\s*((?:%s[,\s]*)+),?\s*;" % (keyword, sub, string), head, re.M)
    if match is None:
        return None
    values = re.findall(r'((?:"[^"]*"\s*)+)', match.group(1))
    return ["".join(re.findall(r'"([^"]*)"', v)) for v in values]


def px_number(token):
    token = token.strip('"')
    if token == "-":
        return 0.0
    return None if set(token) == {"."} else float(token)


def px(path):
    text = px_text(read_bytes(path))
    head, data = re.split(r"^DATA=", text, maxsplit=1, flags=re.M)
    variables = (px_keyword(head, "STUB") or []) + (px_keyword(head, "HEADING") or [])
    keys = [v for v in variables if re.search(r'^KEYS\("%s"\)' % re.escape(v), head, re.M)]
    sizes = {v: len(px_keyword(head, "VALUES", v)) for v in variables}
    tokens = re.findall(r'"[^"]*"|[^\s,;"]+', data)
    if not keys:
        cells = [px_number(t) for t in tokens]
        assert len(cells) == math.prod(sizes.values()), path
        return summary(cells)
    width = math.prod(sizes[v] for v in variables if v not in keys)
    cells = []
    while tokens:
        row, tokens = tokens[: len(keys) + width], tokens[len(keys) + width :]
        cells += [px_number(t) for t in row[len(keys) :]]
    return summary(cells)


# --- JSON ---


def official_number(value):
    """A number, or a string as Swedish statistics write it."""
    if value is None or isinstance(value, (int, float)):
        return value
    text = re.sub(r"^(cirka\s+|ca\s+|drygt\s+|~)", "", value.strip()).replace("\u00a0", "").replace(" ", "")
    if text == "-":
        return 0.0
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def jsonstat(path):
    root = json.loads(read_bytes(path).decode("utf-8-sig"))
    if "value" not in root:
        root = next(v for v in root.values() if isinstance(v, dict) and "value" in v)
    sizes = root.get("size") or root["dimension"]["size"]
    values = root["value"]
    if isinstance(values, list):
        assert len(values) == math.prod(int(s) for s in sizes), path
    else:
        values = list(values.values())
    return summary(official_number(v) for v in values)


def pxweb_json(path):
    root = json.loads(read_bytes(path).decode("utf-8-sig"))
    return summary(official_number(v) for row in root["data"] for v in row["values"])


def records(path):
    """Kolada, Skolverket: every object with a value that is no list and a period at hand."""

    def walk(item, has_period):
        if isinstance(item, list):
            for part in item:
                yield from walk(part, has_period)
        elif isinstance(item, dict):
            names = ("period", "timePeriod", "year")
            has_period = has_period or any(item.get(name) is not None for name in names)
            if has_period and "value" in item and not isinstance(item["value"], (list, dict)):
                yield official_number(item["value"])
                return
            for part in item.values():
                yield from walk(part, has_period)

    return summary(walk(json.loads(read_bytes(path).decode("utf-8-sig")), False))


def cube(path):
    """Whichever of them the file is."""
    data = read_bytes(path).lstrip(b"\xef\xbb\xbf \t\r\n")
    if data[:1] not in b"{[":
        return px(path)
    root = json.loads(data)
    if isinstance(root, dict) and "columns" in root and "data" in root:
        return pxweb_json(path)
    if isinstance(root, dict) and (
        "dimension" in root or any(isinstance(v, dict) and "dimension" in v for v in root.values())
    ):
        return jsonstat(path)
    return records(path)

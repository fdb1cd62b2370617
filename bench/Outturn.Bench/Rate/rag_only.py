"""A plain script's share of `outturn rate`: the colour of each row by itself, and nothing else.

No year to date, no direction of travel, no ranges, no exact decimals, no check of the input.
"""
import csv
import sys


def rag(polarity, value, target, floor, tolerance):
    if polarity == "lower":
        shortfall, allowed = value - target, floor - target
    elif polarity == "higher":
        shortfall, allowed = target - value, target - floor
    else:
        shortfall, allowed = abs(target - value), abs(target - floor)
    return "Green" if shortfall <= tolerance else "Amber" if shortfall <= allowed else "Red"


with open(sys.argv[1], encoding="utf-8", newline="") as source, open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
    rows = csv.DictReader(source)
    written = csv.DictWriter(out, rows.fieldnames + ["rating"])
    written.writeheader()
    for row in rows:
        row["rating"] = "Not rated" if row["kind"] == "kpi" else ""
        if row["target"]:
            value = None
            if row["denominator"]:
                value = float(row["numerator"]) / float(row["denominator"]) * (1000 if row["unit"] == "per 1,000" else 100)
            elif row["value"] and row["value"][0] != "[":
                value = float(row["value"].split(" ")[0])
            if value is not None:
                row["rating"] = rag(row["polarity"], value, float(row["target"]), float(row["floor"]), float(row["tolerance"] or 0))
        written.writerow(row)

"""A plain script's share of a whole council's papers: its tables in HTML, Word and Excel, and nothing else.

Each indicator's last figure, its colour, target, floor and the year before. No year to date, no direction of travel, no charts, no
commentary, no proposals, no sentences, no exact decimals, no check of the input. Usage: tables_only.py FOLDER OUT
"""
import csv
import html
import pathlib
import sys

import docx
import openpyxl

HEADINGS = ["Ref", "Indicator", "Latest", "Rating", "Target", "Floor standard", "Previous year"]


def table(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def value(figure):
    return float(figure["value"]) if figure["value"] else 100 * float(figure["numerator"]) / float(figure["denominator"])


def row(indicator, figures, target):
    per_year = {"month": 12, "quarter": 4, "year": 1}[indicator["frequency"]]
    latest, before = value(figures[-1]), value(figures[-1 - per_year])
    rating = ""
    if target["target"]:
        rating = "Green" if latest >= float(target["target"]) else "Amber" if latest >= float(target["floor"]) else "Red"
    return [indicator["ref"], indicator["title"], round(latest), rating, target["target"], target["floor"], round(before)]


def write_word(path, title, services):
    word = docx.Document()
    word.add_heading(title, 1)
    for service, rows in services.items():
        word.add_heading(service, 2)
        drawn = word.add_table(rows=0, cols=len(HEADINGS))
        for cells in [HEADINGS, *rows]:
            for cell, text in zip(drawn.add_row().cells, cells):
                cell.text = str(text)
    word.save(path)


def write_excel(path, services):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for service, rows in services.items():
        sheet = book.create_sheet(service)
        for cells in [HEADINGS, *rows]:
            sheet.append(cells)
    book.save(path)


def write_html(path, title, services):
    parts = [f"<!doctype html><html lang=en><title>{html.escape(title)}</title><h1>{html.escape(title)}</h1>"]
    for service, rows in services.items():
        parts.append(f"<h2>{html.escape(service)}</h2><table>")
        parts += ["<tr>" + "".join(f"<td>{html.escape(str(text))}</td>" for text in cells) + "</tr>" for cells in [HEADINGS, *rows]]
        parts.append("</table>")
    path.write_text("".join(parts), encoding="utf-8")


folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
out.mkdir(exist_ok=True)
figures, targets, committees = {}, {}, {}
for figure in table(folder, "observations.csv"):
    figures.setdefault(figure["ref"], []).append(figure)
for target in table(folder, "targets.csv"):
    targets[target["ref"]] = target
for indicator in table(folder, "indicators.csv"):
    made = row(indicator, figures[indicator["ref"]], targets[indicator["ref"]])
    committees.setdefault(indicator["committees"], {}).setdefault(indicator["service"], []).append(made)
for title, services in committees.items():
    name = title.lower().replace(" ", "-")
    write_word(out / f"{name}.docx", title, services)
    write_excel(out / f"{name}.xlsx", services)
    write_html(out / f"{name}.html", title, services)

#!/usr/bin/env python3
"""Reads PostgreSQL's log of one request and writes it as two pgbench scripts.

The benchmark compares the service with pgbench running the same statements. They are taken from what the server
received, not from a copy that would drift. Usage: statements.py LOG LOKUS_ID FOLDER
"""
import re
import sys

log, lokus, folder = open(sys.argv[1], encoding="utf-8").read(), sys.argv[2], sys.argv[3]
entry = re.compile(
    r"^\S+ \S+ \S+ \[\d+\] LOG:  execute [^:]*: (?P<sql>.*?)\n(?=\d{4}-|\Z)"
    r"(?:^\S+ \S+ \S+ \[\d+\] DETAIL:  parameters: (?P<values>.*?)\n(?=\d{4}-|\Z))?", re.S | re.M)
statements = []
for match in entry.finditer(log):
    sql = " ".join(match["sql"].split())
    values = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", match["values"] or ""))
    if "selaras.enter" in sql:
        statements = []
    for number, value in sorted(values.items(), key=lambda item: -int(item[0])):
        # A literal of unknown type is cast as the bind was, and a lokus is drawn anew each time.
        literal = ":'lokus'" if value == f"'{lokus}'" else value
        sql = re.sub(rf"\${number}(?!\d)", lambda _: literal, sql)
    statements.append(sql)
if not statements:
    sys.exit("no statements in the log")
drawn = r"('00000000-0000-7000-8000-' || lpad(:n, 12, '0'))::uuid"
body = [statement.replace(":'lokus'", drawn) + ";" for statement in statements]
draw = "\\set n random(1, 20000)\n"
with open(f"{folder}/pipeline.pgbench", "w", encoding="utf-8") as script:
    script.write(draw + "\\startpipeline\n" + "\n".join(body) + "\n\\endpipeline\n")
with open(f"{folder}/trips.pgbench", "w", encoding="utf-8") as script:
    script.write(draw + "begin;\n" + "\n".join(body) + "\ncommit;\n")
print(len(statements))

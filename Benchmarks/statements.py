#!/usr/bin/env python3
"""Reads PostgreSQL's log of one request and writes it as two pgbench scripts.

The benchmark compares the service with pgbench running the same statements. They are taken from what the server
received, not from a copy that would drift. Usage: statements.py LOG FOLDER BEFORE VALUE=EXPRESSION…

BEFORE stands before each transaction. Wherever the request had VALUE, the scripts have EXPRESSION, which is a text.
"""
import re
import sys

log, folder, before = open(sys.argv[1], encoding="utf-8").read(), sys.argv[2], sys.argv[3]
drawn = dict(pair.split("=", 1) for pair in sys.argv[4:])
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
        # A literal of unknown type is cast as the bind was; what is drawn anew is a text, and cast where it is no key.
        expression = drawn.get(value.strip("'"))
        if expression and "idempotency_key" not in sql:
            expression += "::uuid"
        literal = expression or value
        sql = re.sub(rf"\${number}(?!\d)", lambda _: literal, sql)
    statements.append(sql)
if not statements:
    sys.exit("no statements in the log")
body = [statement + ";" for statement in statements]
with open(f"{folder}/pipeline.pgbench", "w", encoding="utf-8") as script:
    script.write(before + "\n\\startpipeline\n" + "\n".join(body) + "\n\\endpipeline\n")
with open(f"{folder}/trips.pgbench", "w", encoding="utf-8") as script:
    script.write(before + "\nbegin;\n" + "\n".join(body) + "\ncommit;\n")
print(len(statements))

"""Groups the samples that `perf script` prints by what the server was doing; a sample counts once."""

import collections
import re
import sys

# A sample belongs to the first of these that any of its frames is of.
KINDS = [
    ("menulis JSON", r"JSONWriter|JSONRepresent|ListRepresentation|\$s4Wire"),
    ("membaca baris", r"\$s5LibPQ3Row|RowReading|PQget|pqParseInput|pqGet|getAnotherTuple|getRowDesc"),
    ("menyusun pernyataan", r"\$s5LibPQ9Statement|ListSQL|ComparisonSQL"),
    ("sambungan HTTP", r"NIO|HTTP|Hummingbird"),
    ("sambungan PostgreSQL", r"\$s5LibPQ|pqsecure|PQ[a-z]"),
    ("selebihnya dari Selaras", r"\$s(5Store|3API|8Planning|11Measurement)"),
]


def samples(lines):
    stack = []
    for line in lines:
        if line.strip():
            stack.append(line)
        elif stack:
            # The first line names the thread.
            yield " ".join(stack[1:])
            stack = []


counts = collections.Counter(
    next((name for name, pattern in KINDS if re.search(pattern, stack)), "inti sistem dan pustaka Swift")
    for stack in samples(sys.stdin)
)
total = sum(counts.values())
for name, count in counts.most_common():
    print(f"    {name:32} {100 * count / max(total, 1):5.1f} %")
print(f"    {total} sampel")

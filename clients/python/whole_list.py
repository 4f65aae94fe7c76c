"""Seluruh daftar, satu baris JSON untuk setiap butir.    whole_list.py DAFTAR, misalnya interventions"""

import json
import os

from selaras import arguments, get

[daftar] = arguments("DAFTAR")
query = {"page_size": os.environ.get("SELARAS_PAGE_SIZE", "1000")}
while True:
    page = get(f"/api/v1/{daftar}", query)
    for item in page["items"]:
        print(json.dumps(item, ensure_ascii=False))
    if not page["next_page_token"]:
        break
    query["page_token"] = page["next_page_token"]

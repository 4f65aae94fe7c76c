"""Siapa pemilik token ini, dan di kabupaten mana ia boleh bertindak."""

from selaras import get

me = get("/api/v1/me")
print(me["name"], me["role"], ", ".join(me["areas"]), sep="\t")

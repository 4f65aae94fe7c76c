package import Planning

extension Region: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("name", name)
            json.member("level", level)
            json.member("within", within)
            json.member("bps_code", bpsCode)
        }
    }
}

extension Agency: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kabupaten_code", kabupatenCode)
            json.member("code", code)
            json.member("short_name", shortName)
            json.member("name", name)
            json.member("kind", kind)
            json.member("parent_code", parentCode)
            json.member("region_code", regionCode)
            json.member("role", role)
            json.member("urusan", urusan)
            json.member("indicators", indicators)
        }
    }
}

extension CatalogueItem: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("title", title)
            json.member("unit", unit)
            json.member("indicators", indicators)
            json.member("agencies", agencies)
        }
    }
}

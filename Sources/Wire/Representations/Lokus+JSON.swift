package import Planning

extension Lokus: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("kabupaten_code", place.kabupatenCode)
            json.member("kabupaten_name", place.kabupatenName)
            json.member("desa_code", place.desaCode)
            json.member("desa_name", place.desaName)
            json.member("desa_level", place.desaLevel)
            json.member("kecamatan_name", place.kecamatanName)
            json.member("year", place.year)
            json.member("decree_number", decree?.number)
            json.member("decree_on", decree?.on)
            json.member("rounds", rounds)
            json.member("plan_id", planID)
            json.members(of: stamp)
            if let may { json.member("may", may) }
        }
    }
}

extension Lokus.RoundSummary: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("purpose", purpose)
            json.member("state", state)
            json.member("ikk", ikk)
            json.member("category", category)
            json.member("weak_count", weakCount)
        }
    }
}

extension JSONWriter {
    mutating func members(of stamp: Stamp) {
        member("version", stamp.version)
        member("created_at", stamp.createdAt)
        member("updated_at", stamp.updatedAt)
    }

    /// The lokus that something is about.
    mutating func lokus(_ id: Lokus.ID, _ place: Place) {
        member("lokus") { json in
            json.member("id", id)
            json.members(of: place)
        }
    }

    /// What identifies the place of something that belongs to a lokus.
    mutating func members(of place: Place) {
        member("kabupaten_code", place.kabupatenCode)
        member("desa_code", place.desaCode)
        member("desa_name", place.desaName)
        member("year", place.year)
    }
}

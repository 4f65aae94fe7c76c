internal import Measurement
package import Planning

extension OpenStatus: JSONRepresentable {}
extension OpenStatus: CSVCell {}
extension OpenIndex.Level: JSONRepresentable {}
extension OpenIndex.Level: CSVCell {}
extension Framework.Indicator.Unit: CSVCell {}

extension OpenIndex: ListItem {
    package static let columns: [CSVColumn<OpenIndex>] =
        CSVColumn.of { $0.round } + [
            CSVColumn("level") { $0.level }, CSVColumn("code") { $0.code }, CSVColumn("name") { $0.name },
            CSVColumn("value") { $0.value }, CSVColumn("status") { $0.status },
            CSVColumn("category") { $0.whole.category }, CSVColumn("weak_count") { $0.whole.weakCount },
            CSVColumn("indicators_used") { $0.whole.indicatorsUsed },
            CSVColumn("families_counted") { $0.whole.familiesCounted },
            CSVColumn("families_represented") { $0.whole.familiesRepresented },
        ]

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.members(of: round)
            json.member("level", level)
            json.member("code", code)
            json.member("name", name)
            json.member("value", value)
            json.member("status", status)
            json.member("category", whole.category)
            json.member("weak_count", whole.weakCount)
            json.member("indicators_used", whole.indicatorsUsed)
            json.member("families_counted", whole.familiesCounted)
            json.member("families_represented", whole.familiesRepresented)
        }
    }
}

extension OpenIndicator: ListItem {
    package static let columns: [CSVColumn<OpenIndicator>] =
        CSVColumn.of { $0.round } + [
            CSVColumn("dimension_code") { $0.dimension }, CSVColumn("indicator_code") { $0.code },
            CSVColumn("indicator_name") { $0.name }, CSVColumn("unit") { $0.unit }, CSVColumn("value") { $0.value },
            CSVColumn("is_weak") { $0.isWeak }, CSVColumn("status") { $0.status },
        ]

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.members(of: round)
            json.member("dimension_code", dimension)
            json.member("indicator_code", code)
            json.member("indicator_name", name)
            json.member("unit", unit)
            json.member("value", value)
            json.member("is_weak", isWeak)
            json.member("status", status)
        }
    }
}

extension OpenIntervention: ListItem {
    package static let columns: [CSVColumn<OpenIntervention>] =
        CSVColumn.of { $0.place } + [
            CSVColumn("agency_code") { $0.agencyCode }, CSVColumn("agency_name") { $0.agencyName },
            CSVColumn("agency_kind") { $0.agencyKind }, CSVColumn("interventions") { $0.interventions },
            CSVColumn("accepted") { $0.accepted }, CSVColumn("reporting") { $0.reporting },
            CSVColumn("budget_idr") { $0.budget }, CSVColumn("spent_idr") { $0.spent },
            CSVColumn("last_budget_year") { $0.lastPeriod?.budgetYear },
            CSVColumn("last_quarter") { $0.lastPeriod?.quarter },
        ]

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.members(of: place)
            json.member("agency_code", agencyCode)
            json.member("agency_name", agencyName)
            json.member("agency_kind", agencyKind)
            json.member("interventions", interventions)
            json.member("accepted", accepted)
            json.member("reporting", reporting)
            json.member("budget_idr", budget)
            json.member("spent_idr", spent)
            json.member("last_budget_year", lastPeriod?.budgetYear)
            json.member("last_quarter", lastPeriod?.quarter)
        }
    }
}

extension CSVColumn {
    fileprivate static func of(_ place: @escaping @Sendable (Item) -> OpenPlace) -> [CSVColumn] {
        [
            CSVColumn("kabupaten_code") { place($0).kabupaten.code },
            CSVColumn("kabupaten_bps_code") { place($0).kabupaten.bpsCode },
            CSVColumn("kabupaten_name") { place($0).kabupaten.name },
            CSVColumn("kecamatan_code") { place($0).kecamatan.code },
            CSVColumn("kecamatan_bps_code") { place($0).kecamatan.bpsCode },
            CSVColumn("kecamatan_name") { place($0).kecamatan.name },
            CSVColumn("desa_code") { place($0).desa.code }, CSVColumn("desa_bps_code") { place($0).desa.bpsCode },
            CSVColumn("desa_name") { place($0).desa.name }, CSVColumn("year") { place($0).year },
        ]
    }

    fileprivate static func of(_ round: @escaping @Sendable (Item) -> OpenRound) -> [CSVColumn] {
        CSVColumn.of { round($0).place } + [
            CSVColumn("purpose") { round($0).purpose }, CSVColumn("surveyed_from") { round($0).surveyedFrom },
            CSVColumn("surveyed_until") { round($0).surveyedUntil }, CSVColumn("closed_on") { round($0).closedOn },
            CSVColumn("framework_code") { round($0).framework.code },
            CSVColumn("framework_version") { round($0).framework.version },
        ]
    }
}

extension JSONWriter {
    fileprivate mutating func members(of place: OpenPlace) {
        member("kabupaten_code", place.kabupaten.code)
        member("kabupaten_bps_code", place.kabupaten.bpsCode)
        member("kabupaten_name", place.kabupaten.name)
        member("kecamatan_code", place.kecamatan.code)
        member("kecamatan_bps_code", place.kecamatan.bpsCode)
        member("kecamatan_name", place.kecamatan.name)
        member("desa_code", place.desa.code)
        member("desa_bps_code", place.desa.bpsCode)
        member("desa_name", place.desa.name)
        member("year", place.year)
    }

    fileprivate mutating func members(of round: OpenRound) {
        members(of: round.place)
        member("purpose", round.purpose)
        member("surveyed_from", round.surveyedFrom)
        member("surveyed_until", round.surveyedUntil)
        member("closed_on", round.closedOn)
        member("framework_code", round.framework.code)
        member("framework_version", round.framework.version)
    }
}

internal import Measurement
package import Planning

extension Region: ListItem {
    package static let columns: [CSVColumn<Region>] = [
        CSVColumn("code") { $0.code }, CSVColumn("name") { $0.name }, CSVColumn("level") { $0.level },
        CSVColumn("within") { $0.within }, CSVColumn("bps_code") { $0.bpsCode },
    ]
}

extension FrameworkSummary: ListItem {
    package static let columns: [CSVColumn<FrameworkSummary>] = [
        CSVColumn("code") { $0.id.code }, CSVColumn("version") { $0.id.version }, CSVColumn("title") { $0.title },
        CSVColumn("status") { $0.status }, CSVColumn("aggregation") { $0.aggregation },
        CSVColumn("weak_below") { $0.weakBelow }, CSVColumn("rounding_digits") { $0.roundingDigits },
        CSVColumn("indicators") { $0.indicators }, CSVColumn("dimensions") { $0.dimensions },
    ]
}

extension Agency: ListItem {
    package static let columns: [CSVColumn<Agency>] = [
        CSVColumn("kabupaten_code") { $0.kabupatenCode }, CSVColumn("code") { $0.code },
        CSVColumn("short_name") { $0.shortName }, CSVColumn("name") { $0.name }, CSVColumn("kind") { $0.kind },
        CSVColumn("parent_code") { $0.parentCode },
        CSVColumn("region_code") { $0.regionCode }, CSVColumn("role") { $0.role }, CSVColumn("urusan") { $0.urusan },
        CSVColumn("indicators") { $0.indicators },
    ]
}

extension CatalogueItem: ListItem {
    package static let columns: [CSVColumn<CatalogueItem>] = [
        CSVColumn("code") { $0.code }, CSVColumn("title") { $0.title }, CSVColumn("unit") { $0.unit },
        CSVColumn("indicators") { $0.indicators }, CSVColumn("agencies") { $0.agencies },
    ]
}

extension Lokus: ListItem {
    package static let columns: [CSVColumn<Lokus>] =
        [
            CSVColumn("id") { $0.id }, CSVColumn("kabupaten_code") { $0.place.kabupatenCode },
            CSVColumn("kabupaten_name") { $0.place.kabupatenName }, CSVColumn("desa_code") { $0.place.desaCode },
            CSVColumn("desa_name") { $0.place.desaName }, CSVColumn("desa_level") { $0.place.desaLevel },
            CSVColumn("kecamatan_name") { $0.place.kecamatanName }, CSVColumn("year") { $0.place.year },
            CSVColumn("decree_number") { $0.decree?.number }, CSVColumn("decree_on") { $0.decree?.on },
        ] + SurveyRound.Purpose.allCases.flatMap(columns) + [CSVColumn("plan_id") { $0.planID }]
        + CSVColumn.stamp { $0.stamp }

    /// A lokus has at most one round of each purpose, which therefore has columns of its own.
    private static func columns(of purpose: SurveyRound.Purpose) -> [CSVColumn<Lokus>] {
        let columns: [CSVColumn<Lokus.RoundSummary>] = [
            CSVColumn("id") { $0.id }, CSVColumn("state") { $0.state }, CSVColumn("ikk") { $0.ikk },
            CSVColumn("category") { $0.category }, CSVColumn("weak_count") { $0.weakCount },
        ]
        return columns.map { column in
            column.within("rounds.\(purpose.rawValue)") { lokus in lokus.rounds.first { $0.purpose == purpose } }
        }
    }
}

extension SurveyRound: ListItem {
    package static let columns: [CSVColumn<SurveyRound>] =
        [CSVColumn("id") { $0.id }, CSVColumn("lokus_id") { $0.lokusID }] + CSVColumn.place { $0.place }
        + setting + outcome + CSVColumn.stamp { $0.stamp }

    private static let setting: [CSVColumn<SurveyRound>] = [
        CSVColumn("framework_code") { $0.framework.code }, CSVColumn("framework_version") { $0.framework.version },
        CSVColumn("purpose") { $0.purpose }, CSVColumn("basis") { $0.basis }, CSVColumn("design") { $0.knownDesign },
        CSVColumn("families_in_village") { $0.familiesInVillage }, CSVColumn("panel_of") { $0.panelOf },
        CSVColumn("surveyed_from") { $0.surveyedFrom }, CSVColumn("surveyed_until") { $0.surveyedUntil },
        CSVColumn("state") { $0.state }, CSVColumn("closed_at") { $0.closedAt },
    ]

    private static let outcome: [CSVColumn<SurveyRound>] = [
        CSVColumn("result.families_listed") { $0.result?.families?.listed },
        CSVColumn("result.families_counted") { $0.result?.families?.counted },
        CSVColumn("result.families_represented") { $0.result?.familiesRepresented },
        CSVColumn("result.indicators_used") { $0.result?.indicatorsUsed },
        CSVColumn("result.weak_count") { $0.result?.weakCount }, CSVColumn("result.ikk") { $0.result?.ikk },
        CSVColumn("result.category") { $0.result?.category },
    ]
}

extension ActionPlan: ListItem {
    package static let columns: [CSVColumn<ActionPlan>] =
        [CSVColumn("id") { $0.id }, CSVColumn("lokus_id") { $0.lokusID }] + CSVColumn.place { $0.place } + [
            CSVColumn("title") { $0.title }, CSVColumn("state") { $0.status.state },
            CSVColumn("state_changed_at") { $0.status.since }, CSVColumn("state_by") { $0.status.by },
            CSVColumn("state_reason") { $0.status.reason }, CSVColumn("agreed_on") { $0.agreedOn },
            CSVColumn("framework_code") { $0.framework.code }, CSVColumn("framework_version") { $0.framework.version },
            CSVColumn("target_ikk") { $0.targetIKK }, CSVColumn("totals.interventions") { $0.totals.interventions },
            CSVColumn("totals.assigned") { $0.totals.assigned }, CSVColumn("totals.accepted") { $0.totals.accepted },
            CSVColumn("totals.budget_idr") { $0.totals.budget }, CSVColumn("totals.spent_idr") { $0.totals.spent },
            CSVColumn("totals.reporting") { $0.totals.said.reporting },
            CSVColumn("totals.unverified") { $0.totals.said.unverified },
            CSVColumn("totals.reported_idr") { $0.totals.said.spent },
        ] + CSVColumn.stamp { $0.stamp }
}

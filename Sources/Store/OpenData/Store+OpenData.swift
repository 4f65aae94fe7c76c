internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func openDataState(_ access: Access) async throws -> OpenDataState {
        let publishers: Statement = """
            select k.kabupaten_code, k.bps_code, k.name, k.rounds, k.last_closed_at, k.license from open_kabupaten k
            order by k.kabupaten_code
            """
        let protection: Statement = "select threshold, source from protection where rule = 'fewest_families'"
        let (_, found, rule) = try await run(
            enter(access, .read, .openData),
            publishers.rows { row in
                OpenDataState.Publisher(
                    kabupaten: try OpenPlace.Part(&row), rounds: try row.count(),
                    lastClosedAt: try row.optionalMoment(),
                    license: try row.next())
            },
            protection.first { row in
                OpenDataState.Protection(fewestFamilies: try row.count(), source: try row.next())
            })
        return OpenDataState(publishers: found, protection: rule)
    }

    package func openIndices(_ access: Access, _ listing: Listing<OpenIndexField>) -> Reading<OpenIndex> {
        reading(Self.openIndexList, listing, access)
    }

    package func openIndicators(
        _ access: Access, _ listing: Listing<OpenIndicatorField>
    ) -> Reading<OpenIndicator> {
        reading(Self.openIndicatorList, listing, access)
    }

    package func openInterventions(
        _ access: Access, _ listing: Listing<OpenInterventionField>
    ) -> Reading<OpenIntervention> {
        reading(Self.openInterventionList, listing, access)
    }

    private static let openIndexList = ListSource<OpenIndexField, OpenIndex>(
        resource: .openData, rows: "open_index o", alias: "o",
        columns: """
            \(OpenRound.columns), o.level, o.code, o.name, o.value::text, o.status, o.category, o.weak_count,
            o.indicators_used, o.families_counted, o.families_represented
            """,
        joins: "",
        fields: { field in
            switch field {
            case .value, .category, .weakCount: .nullable("o.\(field.rawValue)")
            case .kabupatenCode, .desaCode, .year, .purpose, .closedOn, .level, .code, .status:
                .column("o.\(field.rawValue)")
            }
        },
        decode: { row in
            OpenIndex(
                round: try OpenRound(&row), level: try row.word(), code: try row.next(), name: try row.next(),
                value: try row.shown(), status: try row.word(),
                whole: OpenIndex.Whole(
                    category: try row.next(), weakCount: try row.optionalCount(),
                    indicatorsUsed: try row.optionalCount(), familiesCounted: try row.optionalCount(),
                    familiesRepresented: try row.optionalCount()))
        })

    private static let openIndicatorList = ListSource<OpenIndicatorField, OpenIndicator>(
        resource: .openData, rows: "open_indicator o", alias: "o",
        columns: """
            \(OpenRound.columns), o.dimension_code, o.indicator_code, o.indicator_name, o.unit, o.value::text, o.is_weak,
            o.status
            """,
        joins: "",
        fields: { field in
            switch field {
            case .value, .isWeak: .nullable("o.\(field.rawValue)")
            case .kabupatenCode, .desaCode, .year, .purpose, .closedOn, .dimensionCode, .indicatorCode, .unit, .status:
                .column("o.\(field.rawValue)")
            }
        },
        decode: { row in
            OpenIndicator(
                round: try OpenRound(&row), dimension: try row.next(), code: try row.next(), name: try row.next(),
                unit: try row.word(), value: try row.shown(), isWeak: try row.next(), status: try row.word())
        })

    private static let openInterventionList = ListSource<OpenInterventionField, OpenIntervention>(
        resource: .openData, rows: "open_intervention o", alias: "o",
        columns: """
            \(OpenPlace.columns), o.agency_code, o.agency_name, o.agency_kind, o.interventions, o.accepted, o.reporting,
            o.budget_idr, o.spent_idr, o.last_period
            """,
        joins: "",
        fields: { field in
            switch field {
            case .spent: .nullable("o.spent_idr")
            case .kabupatenCode, .desaCode, .year, .agencyCode, .agencyKind, .interventions, .accepted, .reporting,
                .budget:
                .column("o.\(field.rawValue)")
            }
        },
        decode: { row in
            OpenIntervention(
                place: try OpenPlace(&row), agencyCode: try row.next(), agencyName: try row.next(),
                agencyKind: try row.next(), interventions: try row.count(), accepted: try row.count(),
                reporting: try row.count(), budget: try row.rupiah(), spent: try row.next(Int64?.self).map(Rupiah.init),
                lastPeriod: try row.optionalCount().flatMap {
                    ReportPeriod(budgetYear: $0 / 4, quarter: $0 % 4 + 1)
                })
        })
}

extension OpenPlace {
    fileprivate static let columns = """
        o.kabupaten_code, o.kabupaten_bps_code, o.kabupaten_name, o.kecamatan_code, o.kecamatan_bps_code,
        o.kecamatan_name, o.desa_code, o.desa_bps_code, o.desa_name, o.year
        """

    fileprivate init(_ row: inout Row) throws {
        self.init(kabupaten: try Part(&row), kecamatan: try Part(&row), desa: try Part(&row), year: try row.count())
    }
}

extension OpenPlace.Part {
    fileprivate init(_ row: inout Row) throws {
        self.init(code: try row.next(), bpsCode: try row.next(), name: try row.next())
    }
}

extension OpenRound {
    fileprivate static let columns = """
        \(OpenPlace.columns), o.purpose, o.surveyed_from, o.surveyed_until, o.closed_on, o.framework_code,
        o.framework_version
        """

    fileprivate init(_ row: inout Row) throws {
        self.init(
            place: try OpenPlace(&row), purpose: try row.word(), surveyedFrom: try row.optionalDay(),
            surveyedUntil: try row.optionalDay(), closedOn: try row.day(),
            framework: Framework.ID(code: try row.next(), version: try row.count()))
    }
}

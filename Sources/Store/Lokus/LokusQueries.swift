internal import LibPQ
internal import Measurement
internal import Planning

internal import struct FoundationEssentials.UUID

/// How a lokus `l` is read.
enum LokusQueries {
    static let columns = """
        l.id, \(PlaceSQL.columns), l.decree_number, l.decree_on, l.version, l.created_at, l.updated_at,
        plan.id, rounds.ids, rounds.purposes, rounds.states, rounds.ikks, rounds.categories, rounds.weak_counts
        """

    static let joins = """
        \(PlaceSQL.joins)
        left join action_plan plan on plan.kabupaten_code = l.kabupaten_code and plan.lokus_id = l.id
        cross join lateral (
            select coalesce(array_agg(r.id order by r.created_at, r.id), '{}') as ids,
                coalesce(array_agg(r.purpose order by r.created_at, r.id), '{}') as purposes,
                coalesce(array_agg(r.state order by r.created_at, r.id), '{}') as states,
                coalesce(array_agg(coalesce(r.ikk::text, '') order by r.created_at, r.id), '{}') as ikks,
                coalesce(array_agg(coalesce(r.category, '') order by r.created_at, r.id), '{}') as categories,
                coalesce(array_agg(coalesce(r.weak_count, -1) order by r.created_at, r.id)::integer[], '{}') as weak_counts
            from survey_round r where r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id
        ) rounds
        """

    static let lokus: @Sendable (inout Row) throws -> Lokus = { row in
        let id = try row.id(Lokus.ID.self)
        let place = try Place(&row)
        let number: String? = try row.next()
        let day = try row.optionalDay()
        let stamp = try row.stamp()
        let planID: ActionPlan.ID? = try row.optionalID()
        let ids: [UUID] = try row.next()
        let purposes: [String] = try row.next()
        let states: [String] = try row.next()
        let ikks: [String] = try row.next()
        let categories: [String] = try row.next()
        let weakCounts: [Int32] = try row.next()
        let rounds = try ids.indices.map { index in
            Lokus.RoundSummary(
                id: SurveyRound.ID(ids[index]), purpose: try Row.word(purposes[index]),
                state: try Row.word(states[index]), ikk: ShownValue(decimal: ikks[index]),
                category: categories[index].isEmpty ? nil : categories[index],
                weakCount: weakCounts[index] < 0 ? nil : Int(weakCounts[index]))
        }
        var decree: Lokus.Decree?
        if let number, let day { decree = Lokus.Decree(number: number, on: day) }
        return Lokus(id: id, place: place, decree: decree, rounds: rounds, planID: planID, stamp: stamp)
    }

    static func one(_ id: Lokus.ID) -> Query<Lokus?> {
        let statement: Statement = """
            select \(unescaped: columns) from lokus l \(unescaped: joins) where l.id = \(id.uuid)
            """
        return statement.first(lokus)
    }

    static let list = ListSource<LokusField, Lokus>(
        resource: .lokus, rows: "lokus l", alias: "l", columns: columns, joins: joins,
        fields: { field in
            switch field {
            case .desaName: .column("(select named.name from region named where named.code = l.desa_code)")
            case .decreeNumber, .decreeOn: .nullable("l.\(field.rawValue)")
            case .id, .kabupatenCode, .desaCode, .year, .createdAt, .updatedAt: .column("l.\(field.rawValue)")
            }
        }, decode: lokus)
}

internal import LibPQ
internal import Measurement
package import Planning

internal import struct FoundationEssentials.UUID

extension Store {
    package func lokus(_ access: Access, matching filter: LokusFilter, page: PageRequest) async throws -> Page<Lokus> {
        // Cut to the page before anything is joined to it.
        let statement: Statement = """
            select \(unescaped: Self.lokusColumns)
            from (select * from lokus l
            where (\(filter.year.map(Int32.init))::integer is null or l.year = \(filter.year.map(Int32.init))::integer)
                and (\(filter.desaCode)::text is null or l.desa_code = \(filter.desaCode)::text)
                and (\(filter.kabupatenCode)::text is null or l.kabupaten_code = \(filter.kabupatenCode)::text)
                and (\(page.key(0))::text is null or (-l.year, l.desa_code) > (-\(page.key(0))::integer, \(page.key(1))::text))
            order by -l.year, l.desa_code limit \(page.limit)) l
            \(unescaped: Self.lokusJoins)
            order by -l.year, l.desa_code
            """
        let (_, rows) = try await run(enter(access, .read, .lokus), statement.rows(Self.lokus))
        return Page(reading: rows, for: page) { [String($0.place.year), $0.place.desaCode] }
    }

    package func lokus(_ access: Access, id: Lokus.ID) async throws -> Lokus {
        let (_, found) = try await run(enter(access, .read, .lokus), one(id))
        guard let found else { throw Refusal.notFound }
        return found
    }

    package func register(_ access: Access, _ draft: LokusDraft, as id: Lokus.ID) async throws -> Lokus {
        let insert: Statement = """
            insert into lokus (kabupaten_code, id, desa_code, year, decree_number, decree_on)
            values (\(draft.desaCode.kabupaten?.description), \(id.uuid), \(draft.desaCode.description),
                \(Int32(draft.year)), \(draft.decree?.number), \(draft.decree.map { PostgresDate($0.on) }))
            """
        let (_, _, _, made) = try await write(
            access, enter(access, .create, .lokus), claim(access, location: "/api/v1/lokus/\(id)"), insert.void, one(id)
        )
        guard let made else { throw Refusal.notFound }
        return made
    }

    package func setDecree(
        _ access: Access, of id: Lokus.ID, at version: Int, to decree: Lokus.Decree?
    ) async throws -> Lokus {
        let update: Statement = """
            update lokus set decree_number = \(decree?.number), decree_on = \(decree.map { PostgresDate($0.on) })
            where id = \(id.uuid) and version = \(Int32(version))
            """
        let (_, changed, found) = try await write(access, enter(access, .update, .lokus), update.affected, one(id))
        return try found.changed(changed) { $0.stamp.version }
    }

    private func one(_ id: Lokus.ID) -> Query<Lokus?> {
        let statement: Statement = """
            select \(unescaped: Self.lokusColumns) from lokus l \(unescaped: Self.lokusJoins) where l.id = \(id.uuid)
            """
        return statement.first(Self.lokus)
    }

    private static let lokusColumns = """
        l.id, \(PlaceSQL.columns), l.decree_number, l.decree_on, l.version, l.created_at, l.updated_at,
        plan.id, rounds.ids, rounds.purposes, rounds.states, rounds.ikks, rounds.categories, rounds.weak_counts
        """

    private static let lokusJoins = """
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

    private static let lokus: @Sendable (inout Row) throws -> Lokus = { row in
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
}

extension Optional {
    /// After an update that names a version: the changed thing, or why it was not changed.
    func changed(_ rows: Int, version: (Wrapped) -> Int) throws -> Wrapped {
        guard let self else { throw Refusal.notFound }
        guard rows > 0 else { throw Refusal.stale(currentVersion: version(self)) }
        return self
    }
}

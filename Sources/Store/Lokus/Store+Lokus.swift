internal import LibPQ
package import Planning

extension Store {
    package func lokus(_ access: Access, _ listing: Listing<LokusField>) -> Reading<Lokus> {
        reading(LokusQueries.list, listing, access)
    }

    package func lokus(_ access: Access, id: Lokus.ID) async throws -> Lokus {
        let (_, found, standing) = try await run(
            enter(access, .read, .lokus), LokusQueries.one(id), StandingQueries.own)
        guard let found else { throw Refusal.notFound }
        return found.judged(by: standing)
    }

    package func register(_ access: Access, _ draft: LokusDraft, as id: Lokus.ID) async throws -> Lokus {
        let insert: Statement = """
            insert into lokus (kabupaten_code, id, desa_code, year, decree_number, decree_on)
            values (\(draft.desaCode.kabupaten?.description), \(id.uuid), \(draft.desaCode.description),
                \(Int32(draft.year)), \(draft.decree?.number), \(draft.decree.map { PostgresDate($0.on) }))
            """
        let (_, _, _, made, standing) = try await write(
            access, enter(access, .create, .lokus), claim(access, location: "\(id)"), insert.void,
            LokusQueries.one(id), StandingQueries.own)
        guard let made else { throw Refusal.notFound }
        return made.judged(by: standing)
    }

    package func setDecree(
        _ access: Access, of id: Lokus.ID, at version: Int, to decree: Lokus.Decree?
    ) async throws -> Lokus {
        let (number, day) = (decree?.number, decree.map { PostgresDate($0.on) })
        let update: Statement = """
            update lokus set decree_number = \(number), decree_on = \(day)
            where id = \(id.uuid) and version = \(Int32(clamping: version))
                and (decree_number, decree_on) is distinct from (\(number)::text, \(day)::date)
            """
        let (_, changed, found, standing) = try await write(
            access, enter(access, .update, .lokus), update.affected, LokusQueries.one(id), StandingQueries.own)
        if let found { try standing.expect(Permission(.update, .lokus), on: found.subject) }
        return try found.changed(changed, at: version) { $0.stamp.version }.judged(by: standing)
    }
}

extension Optional {
    /// After an update that names a version: the changed thing, or why it was not changed.
    func changed(_ rows: Int, version: (Wrapped) -> Int) throws -> Wrapped {
        guard let self else { throw Refusal.notFound }
        guard rows > 0 else { throw Refusal.stale(currentVersion: version(self)) }
        return self
    }

    /// The same after an update that leaves alone what is already as it is to be: nothing was changed, and nobody else
    /// finds another version.
    func changed(_ rows: Int, at wanted: Int, version: (Wrapped) -> Int) throws -> Wrapped {
        if let self, rows == 0, version(self) == wanted { return self }
        return try changed(rows, version: version)
    }
}

internal import LibPQ
package import Planning

extension Store {
    package func operations(_ access: Access, _ listing: Listing<OperationField>) -> Reading<Operation> {
        reading(OperationQueries.list, listing, access)
    }

    package func operation(_ access: Access, id: Operation.ID) async throws -> Operation {
        let (_, found) = try await run(enter(access, .read, .operation), OperationQueries.one(id))
        guard let found else { throw Refusal.notFound }
        return found
    }

    package func queue(
        _ access: Access, _ draft: OperationDraft, as id: Operation.ID
    ) async throws -> Operation {
        let (lokus, round): (Lokus.ID?, SurveyRound.ID?) =
            switch draft.subject {
            case .lokus(let id): (id, nil)
            case .round(let id): (nil, id)
            }
        let action: Permission.Action = draft.kind == .surveyImport ? .import : .close
        let statement: Statement = """
            select queue_operation(\(id.uuid), \(draft.kind.rawValue),
                (select kabupaten_code from lokus where id = \(lokus?.uuid)
                union all select kabupaten_code from survey_round where id = \(round?.uuid)),
                \(access.tokenHash), \(draft.target), \(draft.version.map(Int32.init)), \(draft.language),
                \(draft.spool), \(Int64(draft.bytesTotal)))
            """
        let (_, _, _, made) = try await write(
            access, enter(access, action, .surveyRound), claim(access, location: "\(id)"),
            statement.void, OperationQueries.one(id))
        guard let made else { throw Refusal.notFound }
        return made
    }

    package func cancel(_ access: Access, operation id: Operation.ID) async throws -> Operation {
        let statement: Statement = "select cancel_operation(\(id.uuid))"
        let (_, _, found) = try await write(
            access, enter(access, .cancel, .operation), statement.void, OperationQueries.one(id))
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// Where the work is an operation, its end: in the transaction of the effect.
    func finish(_ access: Access, at location: String) -> Query<Void> {
        guard let operation = access.operation else { return .nothing }
        let statement: Statement = "select succeed_operation(\(operation.uuid), \(location))"
        return statement.void
    }
}

internal import LibPQ
package import Planning

internal import struct FoundationEssentials.UUID

extension Store {
    package func note(_ access: Access, _ deed: Deed) async throws {
        _ = try await run(
            enter(access.at(nil), deed.permission.action, deed.permission.resource, isReadOnly: false), noting(deed))
    }

    /// The last statement of a transaction that may write.
    func noting(_ deed: Deed) -> Query<Void> {
        let (names, values) = (deed.details.keys.sorted(), deed.details.sorted { $0.key < $1.key }.map(\.value))
        let statement: Statement = """
            select note_deed(\(deed.kind.rawValue), \(deed.permission.resource.rawValue), \(deed.subjectID),
                json_object(\(names), \(values)))
            """
        return statement.void
    }

    package func note(_ denial: Denial) async throws {
        let (method, route, rule, untold) = (denial.method, denial.route, denial.rule, Int32(denial.untold))
        let statement: Statement = """
            select note_denial(\(denial.tokenHash), \(denial.requestID), \(route),
                json_strip_nulls(json_build_object(
                    'method', \(method)::text, 'rule', \(rule)::text, 'untold', nullif(\(untold), 0))))
            """
        try await run(statement.void)
    }

    package func events(_ access: Access, _ listing: Listing<EventField>) -> Reading<Event> {
        reading(Self.eventList, listing, access)
    }

    static let eventColumns = """
        e.area_code, e.number, e.occurred_at, e.action, e.subject, e.subject_id, e.principal_id::text, who.name,
        e.account_id::text, e.session_id::text, e.request_id, e.before, e.after, e.hash
        """
    static let eventJoins = "left join principal who on who.id = e.principal_id"

    private static let eventList = ListSource<EventField, Event>(
        resource: .event, rows: "event e", alias: "e", columns: eventColumns, joins: eventJoins,
        fields: { field in
            switch field {
            case .principalID, .requestID: .nullable("e.\(field.rawValue)")
            case .areaCode, .number, .occurredAt, .action, .subject, .subjectID: .column("e.\(field.rawValue)")
            }
        }, decode: event)

    static let event: @Sendable (inout Row) throws -> Event = { row in
        let (area, number): (String, Int) = (try row.next(), try row.next())
        let (moment, action): (Moment, Event.Action) = (try row.moment(), try row.word())
        return Event(
            areaCode: area, number: number, occurredAt: moment, action: action, subject: try row.next(),
            subjectID: try row.next(), principalID: try row.next(), principalName: try row.next(),
            accountID: try row.next(), sessionID: try row.next(), requestID: try row.next(), before: try row.next(),
            after: try row.next(), hash: try row.next())
    }
}

internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// What a request's caller may do, read by whoever `enter` made of it, in the same pipeline.
enum StandingQueries {
    static let own: Query<Standing> = {
        // Nearly every answer waits for this: so the matrix comes as one text, and settings are read once, not for each cell.
        let statement: Statement = """
            select coalesce(current_setting('selaras.as_of', true), '') <> '',
                coalesce(current_setting('selaras.agency', true), ''),
                coalesce(string_to_array(current_setting('selaras.lokus', true), ',')::uuid[], '{}'),
                coalesce(string_agg(concat_ws('|', p.resource, p.action, array_to_string(p.states, ';'),
                    array_to_string(p.conditions, ';')), ' '), '')
            from permission p
            where p.role = (select substr(current_user, 9)) and (
                (select coalesce(current_setting('selaras.scope', true), '')) = '' or p.resource || ':' || p.action
                    = any (string_to_array(current_setting('selaras.scope', true), ' ')))
            """
        return statement.one { row in
            let isOfThePast: Bool = try row.next()
            let agency: String = try row.next()
            let lokus: [UUID] = try row.next()
            let cells: String = try row.next()
            return Standing(
                cells: cells.split(separator: " ").compactMap(PermissionCell.init),
                agency: agency.isEmpty ? nil : agency, lokus: Set(lokus.map { Lokus.ID($0) }),
                isOfThePast: isOfThePast)
        }
    }()
}

extension PermissionCell {
    /// `resource|action|states|conditions`. What a later program has words for is nothing that can be done with this one.
    fileprivate init?(_ cell: Substring) {
        let parts = cell.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let named = parts[3].split(separator: ";").map { Condition(rawValue: String($0)) }
        guard let resource = Permission.Resource(rawValue: String(parts[0])),
            let action = Permission.Action(rawValue: String(parts[1])), !named.contains(nil)
        else { return nil }
        self.init(
            Permission(action, resource), in: parts[2].split(separator: ";").map(String.init),
            under: named.compactMap { $0 })
    }
}

extension Standing {
    /// After an update that touched nothing: row-level security hides from it what is not the caller's own, and not
    /// from reading.
    func expect(_ permission: Permission, on subject: Subject) throws {
        if case .condition = refusal(of: permission, on: subject) { throw Refusal.forbidden }
    }
}

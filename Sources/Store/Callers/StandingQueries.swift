internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// What a request's caller may do, read by whoever `enter` made of it, in the same pipeline.
enum StandingQueries {
    static let own: Query<Standing> = {
        let statement: Statement = """
            select coalesce(current_setting('selaras.as_of', true), '') <> '',
                coalesce(current_setting('selaras.agency', true), ''),
                coalesce(string_to_array(current_setting('selaras.lokus', true), ',')::uuid[], '{}'),
                coalesce(array_agg(p.resource), '{}'), coalesce(array_agg(p.action), '{}'),
                coalesce(array_agg(array_to_string(p.states, ';')), '{}'),
                coalesce(array_agg(array_to_string(p.conditions, ';')), '{}')
            from permission p
            where p.role = substr(current_user, 9) and (
                coalesce(current_setting('selaras.scope', true), '') = '' or p.resource || ':' || p.action
                    = any (string_to_array(current_setting('selaras.scope', true), ' ')))
            """
        return statement.one { row in
            let isOfThePast: Bool = try row.next()
            let agency: String = try row.next()
            let lokus: [UUID] = try row.next()
            let resources: [String] = try row.next()
            let actions: [String] = try row.next()
            let states: [String] = try row.next()
            let conditions: [String] = try row.next()
            // What a later program has words for is nothing that can be done with this one.
            let cells = resources.indices.compactMap { index in
                PermissionCell(
                    resource: resources[index], action: actions[index], states: states[index],
                    conditions: conditions[index])
            }
            return Standing(
                cells: cells, agency: agency.isEmpty ? nil : agency, lokus: Set(lokus.map { Lokus.ID($0) }),
                isOfThePast: isOfThePast)
        }
    }()
}

extension PermissionCell {
    fileprivate init?(resource: String, action: String, states: String, conditions: String) {
        let named = conditions.split(separator: ";").map { Condition(rawValue: String($0)) }
        guard let resource = Permission.Resource(rawValue: resource), let action = Permission.Action(rawValue: action),
            !named.contains(nil)
        else { return nil }
        self.init(
            Permission(action, resource), in: states.split(separator: ";").map(String.init),
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

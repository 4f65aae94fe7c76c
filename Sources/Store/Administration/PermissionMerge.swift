internal import LibPQ
internal import Planning

/// Brings the matrix to what the configuration says, and what the database enforces to the matrix, in one transaction.
struct PermissionMerge {
    let grants: [Configuration.Grant]

    func merge(_ transaction: Transaction) async throws -> MergeCount {
        let (removed, merged) = try await transaction.pipeline(remove.affected, put.merged(of: grants.count))
        let count = merged + MergeCount(removed: removed)
        // Not for nothing: policies cannot change while anybody reads.
        if count.added + count.changed + count.removed > 0 {
            try await transaction.simple("select enforce_permissions(); select remake_past()")
        }
        return count
    }

    private var roles: [String] { grants.map(\.role.rawValue) }
    private var resources: [String] { grants.map(\.cell.permission.resource.rawValue) }
    private var actions: [String] { grants.map(\.cell.permission.action.rawValue) }

    private var remove: Statement {
        """
        delete from permission where (role, resource, action) not in (
            select * from unnest(\(roles), \(resources), \(actions)))
        """
    }

    private var put: Statement {
        """
        insert into permission (role, resource, action, states, conditions)
        select role, resource, action, string_to_array(states, ';'), string_to_array(conditions, ';')
        from unnest(\(roles), \(resources), \(actions), \(grants.map { $0.cell.states.joined(separator: ";") }),
            \(grants.map { $0.cell.conditions.map(\.rawValue).joined(separator: ";") }))
            cell (role, resource, action, states, conditions)
        on conflict (role, resource, action) do update set states = excluded.states, conditions = excluded.conditions
        where (permission.states, permission.conditions) is distinct from (excluded.states, excluded.conditions)
        returning xmax = 0
        """
    }
}

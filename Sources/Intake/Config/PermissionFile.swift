package import Planning

/// What some roles may do to one resource.
package struct PermissionRow: Hashable, Sendable {
    package let line: Int
    package let permission: Permission
    package let roles: [Caller.Role]
}

package typealias PermissionFile = TableReader<PermissionRow>

extension PermissionFile {
    package init() {
        let resources = CellFormat<Permission.Resource>.word
        let actions = CellFormat<Permission.Action>.word
        let roles = CellFormat.set(of: CellFormat<Caller.Role>.word)
        self.init(columns: ["resource", "action", "roles"].map(TableColumn.required)) { cells in
            let resource = cells.required("resource", resources)
            let action = cells.required("action", actions)
            let roles = cells.required("roles", roles)
            guard let resource, let action, let roles else { return nil }
            return PermissionRow(line: cells.line, permission: Permission(action, resource), roles: roles)
        }
    }
}

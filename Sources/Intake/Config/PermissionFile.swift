package import Planning

/// What some roles may do to one resource: the same cell for each of them.
package struct PermissionRow: Hashable, Sendable {
    package let line: Int
    package let cell: PermissionCell
    package let roles: [Caller.Role]

    package var permission: Permission { cell.permission }
}

package typealias PermissionFile = TableReader<PermissionRow>

extension PermissionFile {
    package init() {
        let resources = CellFormat<Permission.Resource>.word
        let actions = CellFormat<Permission.Action>.word
        let roles = CellFormat.set(of: CellFormat<Caller.Role>.word)
        let states = CellFormat.set(of: CellFormat.text(most: 40))
        let conditions = CellFormat.set(of: CellFormat<PermissionCell.Condition>.word)
        let names = ["resource", "action", "roles", "states", "conditions"]
        self.init(columns: names.map(TableColumn.required)) { cells in
            let resource = cells.required("resource", resources)
            let action = cells.required("action", actions)
            let roles = cells.required("roles", roles)
            let states = cells.optional("states", states)
            let conditions = cells.optional("conditions", conditions)
            guard let resource, let action, let roles else { return nil }
            return PermissionRow(
                line: cells.line,
                cell: PermissionCell(Permission(action, resource), in: states ?? [], under: conditions ?? []),
                roles: roles)
        }
    }
}

internal import Phrasing
internal import Planning

/// Whether the matrix means what it says: what cannot be enforced is refused, and not left out.
extension ConfigReading {
    mutating func check(_ table: ConfigTable<PermissionRow>) {
        var lines: [Grant: Int] = [:]
        for row in table.rows {
            refuseUnsayable(row, table.file)
            for role in row.roles {
                let grant = Grant(role: role, permission: row.permission)
                if (role == .anybody) != row.permission.isForAnybody {
                    refuse(
                        row, table.file, column: "roles", value: role.rawValue,
                        Wording(
                            id: "peran public hanya untuk open_data, dan open_data hanya untuk peran public",
                            en: "the role public is only for open_data, and open_data only for the role public"))
                }
                if let line = lines[grant] {
                    refuse(
                        row, table.file, column: "roles", value: role.rawValue,
                        Wording(
                            id: "peran ini sudah disebut untuk tindakan yang sama pada baris \(line)",
                            en: "line \(line) names this role for the same action already"))
                }
                lines[grant] = row.line
            }
        }
        guard table.isComplete else { return }
        for row in table.rows {
            for (role, needed) in row.roles.flatMap({ role in row.permission.needs.map { (role, $0) } })
            where lines[Grant(role: role, permission: needed)] == nil {
                let cell = "\(needed.resource.rawValue),\(needed.action.rawValue)"
                refuse(
                    row, table.file, column: "roles", value: role.rawValue,
                    Wording(
                        id: "peran ini tidak dapat melakukannya tanpa hak \(cell)",
                        en: "this role cannot do it without \(cell)"))
            }
        }
    }

    private mutating func refuseUnsayable(_ row: PermissionRow, _ file: String) {
        let (states, conditions) = (row.permission.states, row.permission.conditions)
        for state in row.cell.states where !states.contains(state) {
            let possible = states.joined(separator: ", ")
            refuse(
                row, file, column: "states", value: state,
                possible.isEmpty
                    ? Wording(
                        id: "tindakan ini tidak bergantung pada keadaan; kosongkan",
                        en: "this action does not depend on a state; leave it empty")
                    : Wording(
                        id: "keadaan yang dapat disebut untuk tindakan ini: \(possible)",
                        en: "states that can be named for this action: \(possible)"))
        }
        for condition in row.cell.conditions where !conditions.contains(condition) {
            let possible = conditions.map(\.rawValue).joined(separator: ", ")
            refuse(
                row, file, column: "conditions", value: condition.rawValue,
                possible.isEmpty
                    ? Wording(
                        id: "tindakan ini tidak mengenal syarat; kosongkan",
                        en: "this action knows no condition; leave it empty")
                    : Wording(
                        id: "syarat yang dapat dipakai untuk tindakan ini: \(possible)",
                        en: "conditions that can be used for this action: \(possible)"))
        }
    }

    private mutating func refuse(
        _ row: PermissionRow, _ file: String, column: String, value: String, _ explanation: Wording
    ) {
        add(ConfigFault(file, line: row.line, column: column, value: value, explanation))
    }
}

private struct Grant: Hashable {
    let role: Caller.Role
    let permission: Permission
}

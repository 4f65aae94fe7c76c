internal import Wire

/// Rows and what is shown of them.
struct Table: Sendable {
    let columns: [Column]
    let rows: [JSONValue]

    /// The columns that a person sees without asking.
    var forPeople: Table { Table(columns: columns.filter { $0.audience != .machines }, rows: rows) }

    /// The columns that hold values of the service.
    var forMachines: Table { Table(columns: columns.filter { $0.audience != .people }, rows: rows) }

    /// The columns of these names, in this order.
    func selecting(_ names: String) throws(Failure) -> Table {
        var chosen: [Column] = []
        for name in names.split(separator: ",").map(\.trimmed) {
            guard let column = columns.first(where: { $0.name == name }) else {
                throw .usage(.noSuchColumn(name, known: columns.map(\.name)))
            }
            chosen.append(column)
        }
        guard !chosen.isEmpty else { throw .usage(.noSuchColumn(names, known: columns.map(\.name))) }
        return Table(columns: chosen, rows: rows)
    }
}

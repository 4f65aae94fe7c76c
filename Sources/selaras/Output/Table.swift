internal import Wire

/// Rows and what is shown of them.
struct Table: Sendable {
    /// What a row is called where another command takes it, for `-o name`.
    enum Name: Sendable {
        case member(String)
        /// `63.02.12.2005/2025`, of a lokus or of what says in a member `lokus` to which it belongs.
        case desaAndYear
        /// `ikk-29/1`.
        case codeAndVersion
        /// What the command was given, where its answer does not say it.
        case given(String)

        /// Nil where the row has none, as what a dry run did not make.
        func text(of row: JSONValue) -> String? {
            switch self {
            case .member(let name): row[name].text ?? row[name].number?.text
            case .desaAndYear:
                row["lokus"].isNull ? Self.pair(row, "desa_code", "year") : Self.pair(row["lokus"], "desa_code", "year")
            case .codeAndVersion: Self.pair(row, "code", "version")
            case .given(let name): name
            }
        }

        private static func pair(_ row: JSONValue, _ name: String, _ number: String) -> String? {
            guard let name = row[name].text, let number = row[number].number?.text else { return nil }
            return "\(name)/\(number)"
        }
    }

    let columns: [Column]
    let rows: [JSONValue]
    var name = Name.member("id")

    /// The columns that a person sees without asking.
    var forPeople: Table { showing { $0.audience != .machines } }

    /// The columns that hold values of the service.
    var forMachines: Table { showing { $0.audience != .people } }

    private func showing(_ isShown: (Column) -> Bool) -> Table {
        Table(columns: columns.filter(isShown), rows: rows, name: name)
    }

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
        return Table(columns: chosen, rows: rows, name: name)
    }
}

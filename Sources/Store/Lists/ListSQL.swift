internal import LibPQ
internal import Planning

/// The statements of one listing. All that comes from outside is bound; names come from the source alone.
struct ListSQL<Field: ListField, Item: Sendable> {
    private let source: ListSource<Field, Item>
    private let listing: Listing<Field>
    /// In an order of their own, by which their columns are read again.
    let expansions: [Expansion]

    init(_ source: ListSource<Field, Item>, _ listing: Listing<Field>) {
        self.source = source
        self.listing = listing
        expansions = Expansion.allCases.filter { listing.expansions.contains($0) }
    }

    /// The rows as they are shown, each with its key as a last column.
    func rows(limit: Int?) -> Statement {
        let keys = listing.order.enumerated().map { SortSQL($1, source.fields($1.field), number: $0 + 1) }
        let alias = source.alias
        let order = "order by " + keys.map { "\(alias).\($0.name)\($0.direction)" }.joined(separator: ", ")
        var sql = Statement.StringInterpolation(literalCapacity: 3000, interpolationCount: 16)
        sql.appendLiteral("select \(source.columns), ")
        for expansion in expansions { sql.appendLiteral("\(ExpansionSQL.columns(expansion)), ") }
        sql.appendLiteral("array[\(keys.map { "\(alias).\($0.name)::text" }.joined(separator: ", "))] from (")
        appendPage(keys, order, limit, to: &sql)
        sql.appendLiteral(") \(alias) \(source.joins) ")
        for expansion in expansions {
            sql.appendLiteral("\(ExpansionSQL.join(expansion, of: alias, id: source.links[expansion] ?? "null")) ")
        }
        sql.appendLiteral(order)
        return Statement(stringInterpolation: sql)
    }

    /// The rows of the page, before anything is joined to show them.
    ///
    /// Those behind a row are first the ones that differ from it in the last key alone, then those that differ in the
    /// last but one, and so on: each part is a range of an index that has the keys' order, whatever their directions.
    /// A comparison of whole rows would not do: row-level security compares the first key with a list, and then no
    /// index begins at the wanted row.
    private func appendPage(
        _ keys: [SortSQL], _ order: String, _ limit: Int?, to sql: inout Statement.StringInterpolation
    ) {
        guard let after = listing.after else { return appendPart(keys, behind: [], limit, to: &sql) }
        sql.appendLiteral("select * from (")
        for count in (1...keys.count).reversed() {
            if count < keys.count { sql.appendLiteral(" union all ") }
            sql.appendLiteral("(")
            appendPart(keys, behind: after.prefix(count), limit, to: &sql)
            sql.appendLiteral(")")
        }
        sql.appendLiteral(") \(source.alias) \(order)")
        append(limit, to: &sql)
    }

    /// Rows that are alike in all of these values but the last, and lie behind it.
    private func appendPart(
        _ keys: [SortSQL], behind values: ArraySlice<String>, _ limit: Int?,
        to sql: inout Statement.StringInterpolation
    ) {
        sql.appendLiteral("select \(source.alias).*, ")
        sql.appendLiteral(keys.map { "\($0.expression) as \($0.name)" }.joined(separator: ", "))
        appendRows(to: &sql, sortedBy: listing.order.map(\.field))
        for (index, (key, value)) in zip(keys, values).enumerated() {
            let comparison = index < values.count - 1 ? "=" : key.isDescending ? "<" : ">"
            sql.appendLiteral(" and \(key.expression) \(comparison) ")
            sql.appendInterpolation(value)
            sql.appendLiteral("::\(key.type)")
        }
        let order = keys.map { "\($0.expression)\($0.direction)" }.joined(separator: ", ")
        sql.appendLiteral(" order by \(order)")
        append(limit, to: &sql)
    }

    private func append(_ limit: Int?, to sql: inout Statement.StringInterpolation) {
        guard let limit else { return }
        // In the text: of a limit that is bound, a plan to be used again would have to expect a tenth of the table, so
        // PostgreSQL would plan each request anew, which takes as long as the page itself.
        sql.appendLiteral(" limit \(limit)")
    }

    /// How many rows all pages have together.
    var count: Statement {
        var sql = Statement.StringInterpolation(literalCapacity: 500, interpolationCount: 8)
        sql.appendLiteral("select count(*)")
        appendRows(to: &sql, sortedBy: [])
        return Statement(stringInterpolation: sql)
    }

    private func appendRows(to sql: inout Statement.StringInterpolation, sortedBy keys: [Field]) {
        let fields = Field.allCases.filter { listing.condition.mentions($0) || keys.contains($0) }
        sql.appendLiteral(" from \(source.rows) \(joins(for: Array(fields))) where \(source.always ?? "true")")
        guard listing.condition != .everything else { return }
        sql.appendLiteral(" and ")
        append(listing.condition, to: &sql)
    }

    /// What the fields need joined, each once.
    private func joins(for fields: [Field]) -> String {
        var joins: [String] = []
        for join in fields.compactMap({ source.fields($0).join }) where !joins.contains(join) { joins.append(join) }
        return joins.joined(separator: " ")
    }

    private func append(_ condition: Condition<Field>, to sql: inout Statement.StringInterpolation) {
        switch condition {
        case .all(let parts): append(parts, joinedBy: " and ", orElse: "true", to: &sql)
        case .any(let parts): append(parts, joinedBy: " or ", orElse: "false", to: &sql)
        case .test(let field, let comparison):
            ComparisonSQL(source.fields(field).expression, field.kind).append(comparison, to: &sql)
        }
    }

    private func append(
        _ parts: [Condition<Field>], joinedBy word: String, orElse nothing: String,
        to sql: inout Statement.StringInterpolation
    ) {
        guard !parts.isEmpty else { return sql.appendLiteral(nothing) }
        sql.appendLiteral("(")
        for (index, part) in parts.enumerated() {
            if index > 0 { sql.appendLiteral(word) }
            append(part, to: &sql)
        }
        sql.appendLiteral(")")
    }
}

/// One key of an order, never null.
private struct SortSQL {
    let expression: String
    /// What the key is called once it has been read.
    let name: String
    let type: String
    let isDescending: Bool

    init<Field: ListField>(_ key: SortKey<Field>, _ field: FieldSQL, number: Int) {
        let kind = key.field.kind
        let whole = field.isNullable ? "coalesce(\(field.expression), \(kind.lowest))" : field.expression
        // A page token holds the keys of a row, and an address has to hold the token. What the list is sorted by of
        // itself stays whole, for its index and as it names the row.
        let isOwn = Field.order.contains { $0.field == key.field }
        expression = kind == .text && !isOwn ? "left(\(whole), \(ListPage.sortedCharacters))" : whole
        name = "sort_key_\(number)"
        type = kind.sqlType
        isDescending = key.isDescending
    }

    var direction: String { isDescending ? " desc" : "" }
}

extension FieldKind {
    var sqlType: String {
        switch self {
        case .text, .word, .region, .texts, .search, .subActivity: "text"
        case .integer: "integer"
        case .decimal: "numeric"
        case .flag: "boolean"
        case .day: "date"
        case .moment: "timestamptz"
        case .id: "uuid"
        }
    }

    /// Stands for an absent value in an order.
    fileprivate var lowest: String {
        switch self {
        case .text, .word, .region, .texts, .search, .subActivity: "''"
        case .integer: "-2147483647"
        case .decimal: "'-Infinity'::numeric"
        case .flag: "false"
        case .day: "'-infinity'::date"
        case .moment: "'-infinity'::timestamptz"
        case .id: "'00000000-0000-0000-0000-000000000000'::uuid"
        }
    }
}

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
        let keys = listing.order.map { key in SortSQL(key, source.fields(key.field)) }
        let order = "order by " + keys.map(\.term).joined(separator: ", ")
        var sql = Statement.StringInterpolation(literalCapacity: 2000, interpolationCount: 8)
        sql.appendLiteral("select \(source.columns)")
        for expansion in expansions { sql.appendLiteral(", \(ExpansionSQL.columns(expansion))") }
        sql.appendLiteral(", \(source.alias).page_key from (")
        appendPage(keys, order, limit, to: &sql)
        sql.appendLiteral(") \(source.alias) \(source.joins)")
        for expansion in expansions {
            sql.appendLiteral(
                " \(ExpansionSQL.join(expansion, of: source.alias, id: source.links[expansion] ?? "null"))")
        }
        sql.appendLiteral(" \(joins(for: listing.order.map(\.field), except: source.joins)) \(order)")
        return Statement(stringInterpolation: sql)
    }

    /// The rows of the page, before anything is joined to show them.
    private func appendPage(
        _ keys: [SortSQL], _ order: String, _ limit: Int?, to sql: inout Statement.StringInterpolation
    ) {
        guard let after = listing.after else {
            return appendPart(keys, order, limit, to: &sql) { _ in }
        }
        guard beginsWithTheKabupaten(keys) else {
            return appendPart(keys, order, limit, to: &sql) { sql in append(after, keys, to: &sql) }
        }
        // First the rest of the kabupaten, then those behind it: an index begins at the wanted row only where the
        // kabupaten, which row-level security compares with a list, is also compared with one.
        sql.appendLiteral("select * from ((")
        appendPart(keys, order, limit, to: &sql) { sql in
            sql.appendLiteral(" and \(keys[0].expression) = ")
            keys[0].append(after[0], to: &sql)
            append(Array(after.dropFirst()), Array(keys.dropFirst()), to: &sql)
        }
        sql.appendLiteral(") union all (")
        appendPart(keys, order, limit, to: &sql) { sql in append([after[0]], [keys[0]], to: &sql) }
        sql.appendLiteral(")) \(source.alias) \(order)")
        append(limit, to: &sql)
    }

    /// Whether the keys are those of an index as every table of a kabupaten has it.
    private func beginsWithTheKabupaten(_ keys: [SortSQL]) -> Bool {
        listing.order[0].field.rawValue == "kabupaten_code" && keys.count > 1 && !keys.contains(where: \.falls)
            && listing.order.allSatisfy { source.fields($0.field).join == nil }
    }

    private func appendPart(
        _ keys: [SortSQL], _ order: String, _ limit: Int?, to sql: inout Statement.StringInterpolation,
        after: (inout Statement.StringInterpolation) -> Void
    ) {
        sql.appendLiteral("select \(source.alias).*, array[")
        sql.appendLiteral(keys.map { "(\($0.expression))::text" }.joined(separator: ", "))
        sql.appendLiteral("] as page_key ")
        appendRows(to: &sql, sortedBy: listing.order.map(\.field))
        after(&sql)
        sql.appendLiteral(" \(order)")
        append(limit, to: &sql)
    }

    private func append(_ limit: Int?, to sql: inout Statement.StringInterpolation) {
        guard let limit else { return }
        sql.appendLiteral(" limit ")
        sql.appendInterpolation(limit)
    }

    /// How many rows all pages have together.
    var count: Statement {
        var sql = Statement.StringInterpolation(literalCapacity: 500, interpolationCount: 8)
        sql.appendLiteral("select count(*) ")
        appendRows(to: &sql, sortedBy: [])
        return Statement(stringInterpolation: sql)
    }

    private func appendRows(to sql: inout Statement.StringInterpolation, sortedBy keys: [Field]) {
        let fields = Field.allCases.filter { listing.condition.mentions($0) || keys.contains($0) }
        sql.appendLiteral(
            "from \(source.rows) \(joins(for: Array(fields), except: "")) where \(source.always ?? "true")")
        guard listing.condition != .everything else { return }
        sql.appendLiteral(" and ")
        append(listing.condition, to: &sql)
    }

    /// What the fields need joined, each once, and nothing that is there already.
    private func joins(for fields: [Field], except present: String) -> String {
        var joins: [String] = []
        for join in fields.compactMap({ source.fields($0).join }) where !joins.contains(join) && !present.contains(join)
        {
            joins.append(join)
        }
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

    /// Rows behind the one with these keys. One comparison of rows where all keys rise, which an index answers at
    /// once; otherwise key by key.
    private func append(_ after: [String], _ keys: [SortSQL], to sql: inout Statement.StringInterpolation) {
        let pairs = Array(zip(keys, after))
        guard keys.contains(where: \.falls) else {
            sql.appendLiteral(" and (\(keys.map(\.expression).joined(separator: ", "))) > (")
            for (index, (key, value)) in pairs.enumerated() {
                if index > 0 { sql.appendLiteral(", ") }
                key.append(value, to: &sql)
            }
            return sql.appendLiteral(")")
        }
        sql.appendLiteral(" and (")
        for (index, (key, value)) in pairs.enumerated() {
            if index > 0 { sql.appendLiteral(" or (") }
            for (earlier, same) in pairs[..<index] {
                sql.appendLiteral("\(earlier.expression) = ")
                earlier.append(same, to: &sql)
                sql.appendLiteral(" and ")
            }
            sql.appendLiteral("\(key.expression) \(key.falls ? "<" : ">") ")
            key.append(value, to: &sql)
            if index > 0 { sql.appendLiteral(")") }
        }
        sql.appendLiteral(")")
    }
}

/// One key of an order, never null.
struct SortSQL {
    let expression: String
    /// Numbers that are to fall are negated instead, so that they rise with the rest.
    let falls: Bool
    private let type: String

    init<Field>(_ key: SortKey<Field>, _ field: FieldSQL) {
        let kind = key.field.kind
        let value = field.isNullable ? "coalesce(\(field.expression), \(kind.lowest))" : field.expression
        let isNumber = kind == .integer || kind == .decimal
        expression = key.isDescending && isNumber ? "(-\(value))" : value
        falls = key.isDescending && !isNumber
        type = kind.sqlType
    }

    var term: String { falls ? "\(expression) desc" : expression }

    func append(_ value: String, to sql: inout Statement.StringInterpolation) {
        sql.appendInterpolation(value)
        sql.appendLiteral("::\(type)")
    }
}

extension FieldKind {
    var sqlType: String {
        switch self {
        case .text, .word, .region, .texts, .search: "text"
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
        case .text, .word, .region, .texts, .search: "''"
        case .integer: "-2147483647"
        case .decimal: "'-Infinity'::numeric"
        case .flag: "false"
        case .day: "'-infinity'::date"
        case .moment: "'-infinity'::timestamptz"
        case .id: "'00000000-0000-0000-0000-000000000000'::uuid"
        }
    }
}

internal import LibPQ
internal import Planning

/// A list in SQL: where its rows come from, what its fields are there, and how a row is shown.
struct ListSource<Field: ListField, Item: Sendable>: Sendable {
    let resource: Permission.Resource
    /// The rows that are sorted and cut to the page before anything is joined to show them, for example `lokus l`.
    let rows: String
    /// What the rows are called in `rows`.
    let alias: String
    /// What every row has to meet, whatever is asked for.
    var always: String?
    let columns: String
    let joins: String
    /// The ids of the field's `expansions`, each by an expression over `rows` and `joins`.
    var links: [Expansion: String] = [:]
    let fields: @Sendable (Field) -> FieldSQL
    let decode: @Sendable (inout Row) throws -> Item
}

/// What a field is in SQL.
struct FieldSQL: Sendable {
    let expression: String
    /// What has to be joined to `rows` for the expression.
    var join: String?
    /// Whether the expression can be null; absent values sort before all others.
    var isNullable = false

    static func column(_ expression: String) -> FieldSQL { FieldSQL(expression: expression) }

    static func nullable(_ expression: String) -> FieldSQL { FieldSQL(expression: expression, isNullable: true) }
}

/// What a row gave: the thing, and where the list goes on after it.
private struct KeyedRow<Item: Sendable>: Sendable {
    let row: Expanded<Item>
    let key: [String]
}

extension Store {
    /// The list that `listing` asks for, read when it is used.
    ///
    /// - Parameter check: Fails where the list is of something that there is not.
    func reading<Field, Item>(
        _ source: ListSource<Field, Item>, _ listing: Listing<Field>, _ access: Access, check: Query<Void>? = nil
    ) -> Reading<Item> {
        Reading(
            page: { try await page(source, listing, access, check) },
            forEach: { take in try await forEach(source, listing, access, check, take) },
            note: { kind, address, details in
                // What is open to everybody may leave without a word.
                guard !access.isAnybody, kind == .export || source.resource.isSensitive else { return }
                let permission = Permission(.read, source.resource)
                try await note(access, Deed(kind, permission, of: address, details: details))
            })
    }

    private func page<Field, Item>(
        _ source: ListSource<Field, Item>, _ listing: Listing<Field>, _ access: Access, _ check: Query<Void>?
    ) async throws -> Page<Item> {
        let sql = ListSQL(source, listing)
        let (size, entering) = (listing.size ?? ListPage.largestSize, enter(access, .read, source.resource))
        // One row more than asked for tells that there is a next page.
        let rows = sql.rows(limit: size + 1).rows { row in try keyed(&row, source, sql.expansions) }
        var total: Int?
        var found: [KeyedRow<Item>]
        switch (listing.isCounted, check) {
        case (true, _):
            (_, _, _, total, found) = try await run(
                entering, check ?? .nothing, Self.countingTime.void, sql.count.one { row in try row.next() as Int? },
                rows)
        case (false, let check?): (_, _, found) = try await run(entering, check, rows)
        case (false, nil): (_, found) = try await run(entering, rows)
        }
        let isMore = found.count > size
        if isMore { found.removeLast() }
        return Page(items: found.map(\.row), next: isMore ? found.last?.key : nil, total: total)
    }

    /// A count of everything must not keep a connection from those who want a page.
    private static let countingTime: Statement = "select set_config('statement_timeout', '5000', true)"

    /// On a connection for long work: whoever reads it all may read slowly.
    private func forEach<Field, Item>(
        _ source: ListSource<Field, Item>, _ listing: Listing<Field>, _ access: Access, _ check: Query<Void>?,
        _ take: ([Expanded<Item>]) async throws -> Void
    ) async throws {
        let sql = ListSQL(source, listing)
        do {
            try await exports.transaction(isolation: .repeatableRead) { transaction in
                _ = try await transaction.pipeline(enter(access, .read, source.resource), check ?? .nothing)
                _ = try await transaction.read(sql.rows(limit: listing.size)) { row in
                    try keyed(&row, source, sql.expansions).row
                } _: { rows in
                    try await take(rows)
                }
            }
        } catch let error as DatabaseError {
            throw Refusal(error) ?? error
        }
    }
}

private func keyed<Field, Item>(
    _ row: inout Row, _ source: ListSource<Field, Item>, _ expansions: [Expansion]
) throws -> KeyedRow<Item> {
    var expanded = Expanded(try source.decode(&row))
    for expansion in expansions { try ExpansionSQL.read(expansion, &row, into: &expanded) }
    return KeyedRow(row: expanded, key: try row.next())
}

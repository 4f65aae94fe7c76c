internal import LibPQ
package import Planning

/// One region as a file states it.
package struct RegionEntry: Hashable, Sendable {
    /// The line of the file, to name it where it cannot be taken.
    package let line: Int
    package let code: String
    package let name: String
    package let level: Region.Level
    /// Nil for a province.
    package let parentCode: String?
    /// The code of Statistics Indonesia; nil leaves the one that the register has.
    package let bpsCode: String?

    package init(
        line: Int, code: String, name: String, level: Region.Level, parentCode: String?, bpsCode: String? = nil
    ) {
        self.line = line
        self.code = code
        self.name = name
        self.level = level
        self.parentCode = parentCode
        self.bpsCode = bpsCode
    }
}

/// What an import of regions did: rows read = added + changed + same.
package struct RegionReceipt: Hashable, Sendable {
    package let rowsRead: Int
    package let added: Int
    package let changed: Int
    package let same: Int
    /// Regions of the register that the file lacks; they stay.
    package let missingFromFile: Int
}

/// Regions that cannot be taken; only the database sees all rows of a file at once.
package struct RegionRefusal: Error, Hashable, Sendable {
    package struct Repeated: Hashable, Sendable {
        package let line: Int
        package let firstLine: Int
        package let code: String
    }

    package struct Orphan: Hashable, Sendable {
        package let line: Int
        package let code: String
        package let parentCode: String
    }

    package struct Clash: Hashable, Sendable {
        package let line: Int
        package let bpsCode: String
        /// The other region that it would belong to as well.
        package let otherCode: String
    }

    /// Regions that an earlier line names: the first hundred, and how many.
    package let repeated: [Repeated]
    package let repeatedCount: Int
    /// Regions whose parent is neither in the file nor in the register: the first hundred, and how many.
    package let orphans: [Orphan]
    package let orphanCount: Int
    /// BPS codes that would be those of two regions: the first hundred, and how many.
    package let clashes: [Clash]
    package let clashCount: Int
}

/// Takes the regions of a file as they are read.
package protocol RegionSink: Sendable {
    func put(_ regions: [RegionEntry]) async throws
}

/// How the reading of a file ended.
package enum RegionReading: Sendable {
    case complete
    /// Some rows were refused: the others are judged as far as they can be, and nothing is kept.
    case withFaults
}

/// Puts a file into the register by way of a temporary table: 92,000 rows are one COPY and three statements.
///
/// The table is made by whoever connected, because the owner of the schema may make none in this database.
struct RegionMerge {
    let transaction: Transaction
    /// Whether a region that the register has already takes its name and level from the file.
    var changesPresent = true

    func merge(_ reading: (any RegionSink) async throws -> RegionReading) async throws -> RegionReceipt {
        try await transaction.simple(
            """
            set local role none;
            create temporary table incoming (
                line integer not null, code text not null, name text not null, level text not null, parent_code text,
                bps_code text
            ) on commit drop;
            grant select, insert on incoming to selaras_owner;
            set local role selaras_owner
            """)
        var outcome = RegionReading.withFaults
        let rows = try await transaction.copyIn("copy incoming from stdin") { copy in
            outcome = try await reading(RegionCopySink(copy: copy))
        }
        // Without statistics the planner takes a temporary table for a small one.
        try await transaction.simple("set local role none; analyze incoming; set local role selaras_owner")
        try await check(outcome)
        let changed = changesPresent ? try await transaction.pipeline(Self.update) : 0
        let (added, missing) = try await transaction.pipeline(Self.insert, Self.missing)
        return RegionReceipt(
            rowsRead: rows, added: added, changed: changed, same: rows - added - changed, missingFromFile: missing)
    }

    private func check(_ outcome: RegionReading) async throws {
        let (repeated, orphans) = try await transaction.pipeline(Self.repeated, Self.orphans)
        // A region that is named twice would clash with itself.
        let clashes = repeated.isEmpty ? try await transaction.pipeline(clashes) : []
        // The parent of an orphan may be in a row that was refused: then it is no fault of its own.
        let countsOrphans = outcome == .complete
        let isRefused = !repeated.isEmpty || !clashes.isEmpty || (countsOrphans && !orphans.isEmpty)
        guard isRefused || outcome == .withFaults else { return }
        throw RegionRefusal(
            repeated: Array(repeated.prefix(100)), repeatedCount: repeated.count,
            orphans: countsOrphans ? Array(orphans.prefix(100)) : [], orphanCount: countsOrphans ? orphans.count : 0,
            clashes: Array(clashes.prefix(100)), clashCount: clashes.count)
    }

    private static let repeated: Query<[RegionRefusal.Repeated]> = {
        let statement: Statement = """
            select line, first_line, code from (
                select line, code, min(line) over (partition by code) as first_line from incoming) seen
            where line <> first_line order by line
            """
        return statement.rows { row in
            RegionRefusal.Repeated(line: try row.count(), firstLine: try row.count(), code: try row.next())
        }
    }()

    private static let orphans: Query<[RegionRefusal.Orphan]> = {
        let statement: Statement = """
            select i.line, i.code, i.parent_code from incoming i
            where i.parent_code is not null
                and not exists (select from incoming up where up.code = i.parent_code)
                and not exists (select from region up where up.code = i.parent_code)
            order by i.line
            """
        return statement.rows { row in
            RegionRefusal.Orphan(line: try row.count(), code: try row.next(), parentCode: try row.next())
        }
    }()

    /// As the register would be afterwards, so that two regions may exchange their codes.
    private var clashes: Query<[RegionRefusal.Clash]> {
        let code =
            changesPresent
            ? "coalesce(i.bps_code, r.bps_code)" : "case when r.code is null then i.bps_code else r.bps_code end"
        let statement: Statement = """
            select line, bps_code, other from (
                select line, bps_code, code,
                    case when first_value(code) over same = code then last_value(code) over same
                        else first_value(code) over same end as other
                from (
                    select i.line, coalesce(i.code, r.code) as code, \(unescaped: code) as bps_code
                    from incoming i full join region r on r.code = i.code
                ) afterwards
                where bps_code is not null
                window same as (partition by bps_code order by code rows between unbounded preceding
                    and unbounded following)
            ) pairs
            where other <> code and line is not null order by line
            """
        return statement.rows { row in
            RegionRefusal.Clash(line: try row.count(), bpsCode: try row.next(), otherCode: try row.next())
        }
    }

    private static let update: Query<Int> = {
        let statement: Statement = """
            update region r set name = i.name, level = i.level, bps_code = coalesce(i.bps_code, r.bps_code)
            from incoming i
            where r.code = i.code and (r.name, r.level, r.bps_code)
                is distinct from (i.name, i.level, coalesce(i.bps_code, r.bps_code))
            """
        return statement.affected
    }()

    private static let insert: Query<Int> = {
        let statement: Statement = """
            insert into region (code, name, level, parent_code, bps_code)
            select i.code, i.name, i.level, i.parent_code, i.bps_code from incoming i
            where not exists (select from region r where r.code = i.code)
            order by i.code
            """
        return statement.affected
    }()

    private static let missing: Query<Int> = {
        let statement: Statement = """
            select count(*) from region r where not exists (select from incoming i where i.code = r.code)
            """
        return statement.one { row in try row.next() }
    }()
}

internal import LibPQ
internal import Measurement
internal import Planning

internal import struct FoundationEssentials.UUID

/// The families of one file on their way into a round: a temporary table that ends with the transaction.
///
/// It holds the ids as sent, so that a family named twice can be shown to whoever sent the file; they are written to no
/// log and are gone with the transaction.
enum Incoming {
    static let create = """
        create temporary table incoming (
            line integer not null, family_id text not null, family bytea not null, status smallint not null,
            rt text not null, good bytea not null, eligible bytea not null, enumerator text, interviewed_on date,
            previous_family bytea
        ) on commit drop
        """
    static let copy = "copy incoming from stdin (format binary)"

    static let repeatedTotal: Query<Int> = {
        let statement: Statement = """
            select coalesce(sum(times - 1), 0)::bigint from (
                select count(*) as times from incoming group by family having count(*) > 1) repeated
            """
        return statement.one { row in try row.next() }
    }()

    static let repeatedFirst: Query<[RepeatedFamily]> = {
        let statement: Statement = """
            select line, first_line, family_id from (
                select line, family_id, min(line) over (partition by family) as first_line from incoming) seen
            where line <> first_line order by line limit 100
            """
        return statement.rows { row in
            RepeatedFamily(line: try row.count(), firstLine: try row.count(), familyID: try row.next())
        }
    }()

    static let byStatus: Query<StatusCounts> = {
        let statement: Statement = "select status, count(*) from incoming group by status"
        return statement.reduce(into: StatusCounts()) { counts, row in
            let status = try row.small()
            if let status = FamilyStatus(rawValue: status) { counts[status] = try row.next() }
        }
    }()

    /// What differs between a family as sent and as stored.
    private static let sent = """
        (i.status, i.rt, i.good, i.eligible, i.enumerator, i.interviewed_on, i.previous_family)
        """
    private static let stored = """
        (f.status, f.rt, f.good, f.eligible, f.enumerator, f.interviewed_on, f.previous_family)
        """

    /// Where the strategy has nothing to write.
    static let nothing = ("select where false" as Statement).affected

    /// Families of the round that the file lacks, those that it holds, and of these those that it holds unchanged.
    static func present(in round: SurveyRound.ID) -> Query<(missing: Int, matched: Int, same: Int)> {
        let statement: Statement = """
            select count(*) filter (where i.family is null), count(i.family),
                count(*) filter (where i.family is not null and \(unescaped: sent) is not distinct from \(unescaped: stored))
            from family_answer f left join incoming i on i.family = f.family
            where f.round_id = \(round.uuid)
            """
        return statement.one { row in (missing: try row.next(), matched: try row.next(), same: try row.next()) }
    }

    static func update(_ round: SurveyRound.ID) -> Query<Int> {
        let statement: Statement = """
            update family_answer f
            set status = i.status, rt = i.rt, good = i.good, eligible = i.eligible, enumerator = i.enumerator,
                interviewed_on = i.interviewed_on, previous_family = i.previous_family
            from incoming i
            where f.round_id = \(round.uuid) and f.family = i.family
                and \(unescaped: sent) is distinct from \(unescaped: stored)
            """
        return statement.affected
    }

    /// In the order of the index, so that its pages are filled one after the other.
    static func insert(into round: SurveyRound.ID, kabupaten: String) -> Query<Int> {
        let statement: Statement = """
            insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible, enumerator,
                interviewed_on, previous_family)
            select \(kabupaten), \(round.uuid), i.family, i.status, i.rt, i.good, i.eligible, i.enumerator,
                i.interviewed_on, i.previous_family
            from incoming i
            where not exists (select from family_answer f where f.round_id = \(round.uuid) and f.family = i.family)
            order by i.family
            """
        return statement.affected
    }

    static func removeMissing(from round: SurveyRound.ID) -> Query<Int> {
        let statement: Statement = """
            delete from family_answer f
            where f.round_id = \(round.uuid) and not exists (select from incoming i where i.family = f.family)
            """
        return statement.affected
    }
}

/// Puts batches of families into the COPY under way.
struct FamilyCopySink: FamilySink {
    let copy: CopyIn
    let families: FamilyCopy

    func put(_ batch: [SurveyedFamily]) async throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(batch.count * 200)
        for family in batch { families.append(family, to: &bytes) }
        try await copy.write(bytes)
    }
}

internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// The root of the Merkle tree of a round's answers, as `survey_import.rows_root` keeps it.
enum AnswersRoot {
    /// A leaf is what a binary COPY sends of the row, behind the two bytes that count its fields.
    static func of(round: UUID, in kabupaten: String, _ transaction: Transaction) async throws -> [UInt8] {
        // Neither can hold a quote: one is an id, and the other a reference to the register.
        let sql = """
            copy (
                select family, status, rt, good, eligible, enumerator, interviewed_on, previous_family from family_answer
                where kabupaten_code = '\(kabupaten.filter { $0 != "'" })' and round_id = '\(round)' order by family
            ) to stdout (format binary)
            """
        return try await transaction.copyOut(sql, into: MerkleTree()) { $0.add($1.dropFirst(2)) }.value.root
    }

    /// Answers are not those of their last import any more; events tell what they are instead.
    ///
    /// - Parameter rounds: nil for all.
    static func renew(of rounds: [UUID]? = nil, _ transaction: Transaction) async throws {
        let imports: Statement = """
            select distinct on (kabupaten_code, round_id) kabupaten_code, round_id, id from survey_import
            where rows_root is not null and (\(rounds)::uuid[] is null or round_id = any (\(rounds)))
            order by kabupaten_code, round_id, imported_at desc, id desc
            """
        let last: [(String, UUID, UUID)] = try await transaction.pipeline(
            imports.rows { row in (try row.next(), try row.next(), try row.next()) })
        for (kabupaten, round, id) in last {
            let root = try await of(round: round, in: kabupaten, transaction)
            let update: Statement = """
                update survey_import set rows_root = \(root) where kabupaten_code = \(kabupaten) and id = \(id)
                """
            try await transaction.pipeline(update.void)
        }
    }
}

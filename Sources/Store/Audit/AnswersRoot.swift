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
}

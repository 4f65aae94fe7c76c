internal import LibPQ

internal import struct FoundationEssentials.UUID

/// A round whose answers are not those of its last import.
package struct AlteredAnswers: Hashable, Sendable {
    package let kabupaten: String
    package let round: String
    package let desa: String
    package let year: Int
    package let purpose: String
}

extension AuditVerification {
    /// Computes the root of the answers of every round anew and holds it against the event of its last import, which
    /// the chain vouches for. Returns how many rounds there were, and those that differ.
    package func rows(area: String?) async throws -> (rounds: Int, altered: [AlteredAnswers]) {
        try await connected { transaction in
            let imports = try await transaction.pipeline(Self.lastImports(area))
            var altered: [AlteredAnswers] = []
            for last in imports {
                let root = try await AnswersRoot.of(
                    round: last.round, in: last.answers.kabupaten, transaction)
                if root != last.root { altered.append(last.answers) }
            }
            return (imports.count, altered)
        }
    }

    private struct LastImport: Sendable {
        let round: UUID
        /// Nil where it was taken away after there had been one.
        let root: [UInt8]?
        let answers: AlteredAnswers
    }

    /// Where the round itself is gone, its answers are told by the event alone.
    private static func lastImports(_ area: String?) -> Query<[LastImport]> {
        let statement: Statement = """
            select last.round_id, last.root, last.area_code, coalesce(l.desa_code, ''), coalesce(l.year, 0),
                coalesce(r.purpose, '')
            from (
                select distinct on (e.area_code, e.after ->> 'round_id') e.area_code,
                    (e.after ->> 'round_id')::uuid as round_id, (e.after ->> 'rows_root')::bytea as root
                from event e
                where e.subject = 'survey_import' and e.action <> 'delete' and (\(area) is null or e.area_code = \(area))
                order by e.area_code, e.after ->> 'round_id', e.number desc
            ) last
            left join survey_round r on r.kabupaten_code = last.area_code and r.id = last.round_id
            left join lokus l on l.kabupaten_code = r.kabupaten_code and l.id = r.lokus_id
            where last.root is not null or exists (
                select from event e
                where e.area_code = last.area_code and e.subject = 'survey_import'
                    and e.after ->> 'round_id' = last.round_id::text and e.after ->> 'rows_root' is not null)
            """
        return statement.rows { row in
            let (round, root, kabupaten): (UUID, [UInt8]?, String) = (try row.next(), try row.next(), try row.next())
            return LastImport(
                round: round, root: root,
                answers: AlteredAnswers(
                    kabupaten: kabupaten, round: "\(round)".lowercased(), desa: try row.next(), year: try row.count(),
                    purpose: try row.next()))
        }
    }
}

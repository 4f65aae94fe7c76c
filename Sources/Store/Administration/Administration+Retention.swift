internal import LibPQ
package import Planning

internal import struct FoundationEssentials.UUID

extension Administration {
    /// Forgets what the rules do not keep any longer, and tells how much of each; without `isDone`, how much it would be.
    package func sweepPersonalData(isDone: Bool) async throws -> [(Retention, forgotten: Int)] {
        let kept = try await personalData().rules
        var swept: [(Retention, forgotten: Int)] = []
        // In one order, as an account takes its codes along; each on its own, so that one that fails stops no other before.
        for retention in Retention.Rule.allCases.compactMap({ rule in kept.first { $0.rule == rule } }) {
            let forgotten = try await transaction { transaction in
                let forgotten = try await Self.sweep(retention, isDone: isDone, transaction)
                if forgotten > 0, isDone { try await Self.note(forgotten, retention, transaction) }
                return forgotten
            }
            swept.append((retention, forgotten))
        }
        return swept
    }

    private static func note(_ forgotten: Int, _ retention: Retention, _ transaction: Transaction) async throws {
        let statement: Statement = """
            select append_event('service', 'retention', \(retention.rule.rawValue), 'erase', null,
                json_build_object('count', \(Int64(forgotten)), 'keep_days', \(Int32(retention.keepDays))))
            """
        try await transaction.pipeline(statement.void)
    }

    private static func sweep(
        _ retention: Retention, isDone: Bool, _ transaction: Transaction
    ) async throws -> Int {
        let days = Int32(clamping: retention.keepDays)
        let verb = isDone ? "delete" : "select count(*)"
        switch retention.rule {
        case .endedSessions:
            let ended: Statement = """
                \(unescaped: verb) from token t
                where t.kind = 'session' and least(t.revoked_at, t.expires_at, t.seen_at + t.idle_for)
                    < now() - make_interval(days => \(days))
                    and not exists (select from operation o where o.token_id = t.id)
                """
            return try await forget(ended, isDone, transaction)
        case .usedCodes:
            let used: Statement = """
                \(unescaped: verb) from invitation i
                where least(i.accepted_at, i.revoked_at, i.expires_at) < now() - make_interval(days => \(days))
                """
            return try await forget(used, isDone, transaction)
        case .leftAccounts:
            let left: Statement = """
                select a.id from account a
                where a.email not like '%@terhapus.invalid' and not exists (
                    select from principal p where p.account_id = a.id
                        and coalesce(least(p.ended_at, p.valid_until), 'infinity')
                            >= now() - make_interval(days => \(days)))
                    and a.created_at < now() - make_interval(days => \(days))
                order by a.id
                """
            let accounts = try await transaction.pipeline(left.rows { row in try row.next(UUID.self) })
            if isDone, !accounts.isEmpty {
                let erase: Statement = "select erase_accounts(\(accounts))"
                try await transaction.pipeline(erase.void)
            }
            return accounts.count
        case .enumerators: return try await forgetEnumerators(days, isDone, transaction)
        }
    }

    private static func forget(_ rows: Statement, _ isDone: Bool, _ transaction: Transaction) async throws -> Int {
        if isDone { return try await transaction.pipeline(rows.affected) }
        return try await transaction.pipeline(rows.one { row in Int(try row.next(Int64.self)) })
    }

    /// Numbers instead of names, in no order: findings still tell one enumerator from another, and nobody who it was.
    private static func forgetEnumerators(
        _ days: Int32, _ isDone: Bool, _ transaction: Transaction
    ) async throws -> Int {
        let named: Statement = """
            select distinct r.id from survey_round r
            join family_answer f on f.kabupaten_code = r.kabupaten_code and f.round_id = r.id
            where r.closed_at < now() - make_interval(days => \(days)) and f.enumerator !~ '^#[0-9]+$'
            """
        let rounds = try await transaction.pipeline(named.rows { row in try row.next(UUID.self) })
        guard isDone, !rounds.isEmpty else { return rounds.count }
        try await changeAnswers(of: rounds, transaction) { transaction in
            let number: Statement = """
                update family_answer f set enumerator = '#' || n.number
                from (
                    select e.round_id, e.enumerator, row_number() over (partition by e.round_id order by random()) as number
                    from (
                        select distinct a.round_id, a.enumerator from family_answer a
                        where a.round_id = any (\(rounds)) and a.enumerator is not null
                    ) e
                ) n
                where f.round_id = n.round_id and f.enumerator = n.enumerator
                """
            try await transaction.pipeline(number.void)
        }
        return rounds.count
    }
}

internal import LibPQ
package import Planning

internal import struct FoundationEssentials.UUID

/// Somebody of whom the service knows something.
package enum DataSubject: Sendable {
    case account(EmailAddress)
    /// By the id that survey files had, which nothing here stores.
    case family(String, FamilyKey)
}

/// What became of one person's data.
package enum Erasure: Hashable, Sendable {
    case account
    /// In so many survey rounds.
    case family(rounds: Int)
}

extension Administration {
    /// Every column that tells something of a person, and how long each rule keeps what it ends.
    package func personalData() async throws -> (columns: [PersonalColumn], rules: [Retention]) {
        let columns: Statement = """
            select relation, name, person, ends, meaning from personal_column order by relation, position
            """
        return try await transaction(alone: false) { transaction in
            try await transaction.pipeline(
                columns.rows { row in
                    PersonalColumn(
                        table: try row.next(), name: try row.next(), person: try row.word(),
                        end: try Self.end(row.next()), meaning: try row.next())
                }, Self.rules)
        }
    }

    static var rules: Query<[Retention]> {
        let statement: Statement = "select rule, keep_days, basis from retention order by rule"
        return statement.rows { row in
            Retention(rule: try row.word(), keepDays: try row.count(), basis: try row.next())
        }
    }

    /// As JSON; nil where nothing is known of them. That it was read is an event of each area that it is of, and no event
    /// tells what was read.
    package func personalData(of subject: DataSubject) async throws -> String? {
        let (read, note): (Statement, Statement) =
            switch subject {
            case .account(let email):
                (
                    """
                    select data_of_account(a.id)::text from account a where a.email = \(email.description)
                    """,
                    """
                    select append_event(area_of(json_build_object('account_id', a.id)), 'account', a.id::text,
                        'sensitive_read', null, '{"by":"operator"}')
                    from account a where a.email = \(email.description)
                    """
                )
            case .family(let id, let key):
                (
                    """
                    select f::text from data_of_family(\(key.hash(of: id))) f where json_array_length(f) > 0
                    """,
                    """
                    select append_event(f.kabupaten_code, 'family_answer', '', 'sensitive_read', null,
                        '{"by":"operator"}')
                    from (
                        select distinct a.kabupaten_code from family_answer a where a.family = \(key.hash(of: id))
                        order by a.kabupaten_code
                    ) f
                    """
                )
            }
        return try await transaction(alone: false) { transaction in
            let found = try await transaction.pipeline(read.first { row in try row.next(String.self) })
            try await transaction.pipeline(note.void)
            return found
        }
    }

    /// Nil where nothing is known of them. Done again, it changes nothing.
    package func erase(_ subject: DataSubject) async throws -> Erasure? {
        try await transaction { transaction in
            switch subject {
            case .account(let email):
                let statement: Statement = """
                    select erase_accounts(array[a.id]) from account a where a.email = \(email.description)
                    """
                let erased = try await transaction.pipeline(statement.first { row in try row.next(Int64.self) })
                return erased.map { _ in .account }
            case .family(let id, let key):
                let rounds = try await Self.unlink(key.hash(of: id), transaction)
                return rounds.isEmpty ? nil : .family(rounds: rounds.count)
            }
        }
    }

    /// The answers stay in the results that were made of them; nobody can find them by the family's id any more.
    private static func unlink(_ family: [UInt8], _ transaction: Transaction) async throws -> [UUID] {
        let present: Statement = """
            select distinct round_id from family_answer where family = \(family) or previous_family = \(family)
            """
        let rounds = try await transaction.pipeline(present.rows { row in try row.next(UUID.self) })
        guard !rounds.isEmpty else { return [] }
        try await changeAnswers(of: rounds, transaction) { transaction in
            let own: Statement = """
                update family_answer set family = uuid_send(gen_random_uuid()), previous_family = null
                where family = \(family)
                """
            let later: Statement = "update family_answer set previous_family = null where previous_family = \(family)"
            let note: Statement = """
                select append_event(kabupaten_code, 'survey_round', id::text, 'erase', null, null)
                from survey_round where id = any (\(rounds)) order by kabupaten_code, id
                """
            _ = try await transaction.pipeline(own.void, later.void, note.void)
        }
        return rounds
    }

    /// Answers of closed rounds do not change, except by who owns them; then their roots follow.
    static func changeAnswers(
        of rounds: [UUID], _ transaction: Transaction, _ change: (Transaction) async throws -> Void
    ) async throws {
        // Nobody closes, imports or computes a round from answers of before and after.
        try await transaction.simple(
            "lock table family_answer in access exclusive mode; alter table family_answer disable trigger user")
        try await change(transaction)
        try await transaction.simple("alter table family_answer enable trigger user")
        try await AnswersRoot.renew(of: rounds, transaction)
    }

    private static func end(_ text: String) throws -> PersonalColumn.End {
        let words = text.split(separator: " ")
        if text == "kept" { return .kept }
        if words.count == 3, words[0] == "for", let days = Int(words[1]) { return .afterDays(days) }
        return .byRule(try Row.word(String(words.last ?? "")))
    }
}

extension FamilyKey {
    fileprivate func hash(of familyID: String) -> [UInt8] {
        var bytes: [UInt8] = []
        appendHash(of: familyID, to: &bytes)
        return bytes
    }
}

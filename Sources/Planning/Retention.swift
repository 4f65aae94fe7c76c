/// How long what is known of persons is kept, where it is not kept for good.
package struct Retention: Hashable, Sendable {
    /// What is forgotten, each on its own.
    package enum Rule: String, Sendable, CaseIterable {
        /// Sessions and tokens of persons, after their end.
        case endedSessions = "ended_sessions"
        /// Invitation codes, after they were used, taken back, or ran out.
        case usedCodes = "used_codes"
        /// Who somebody is, after the last role that they held.
        case leftAccounts = "left_accounts"
        /// The names of enumerators, after the closing of the round.
        case enumerators
    }

    package let rule: Rule
    package let keepDays: Int
    /// Which regulation or decision says so.
    package let basis: String

    package init(rule: Rule, keepDays: Int, basis: String) {
        self.rule = rule
        self.keepDays = keepDays
        self.basis = basis
    }
}

/// A column of the database that tells something of a person.
package struct PersonalColumn: Hashable, Sendable {
    package enum Person: String, Sendable, CaseIterable {
        case accountHolders = "account holders"
        case enumerators
        case families
        /// Free text may name whomever.
        case anybodyNamed = "anybody named"
    }

    package enum End: Hashable, Sendable {
        case kept
        case afterDays(Int)
        case byRule(Retention.Rule)
    }

    package let table: String
    package let name: String
    package let person: Person
    package let end: End
    /// What it holds, as the schema says.
    package let meaning: String

    package init(table: String, name: String, person: Person, end: End, meaning: String) {
        self.table = table
        self.name = name
        self.person = person
        self.end = end
        self.meaning = meaning
    }
}

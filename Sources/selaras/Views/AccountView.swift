internal import Phrasing
internal import Wire

/// People, their roles and their sessions.
enum AccountView {
    static let columns = [
        Column("id", .identifier, .code), Column("name", .name), Column("email", .email),
        Column("role", .role, .word(.role)), Column("agency_code", .agency).spare,
        Column("desa_code", .desa).spare, Column("kecamatan_code", .kecamatan).spare,
        Column("state", .state, .word(.holdingState)),
        Column("valid_until", .endsOn, .moment).spare, Column("signed_in_at", .signedInAt, .moment).spare,
        Column("kabupaten_code", .kabupaten, for: .machines), Column("account_id", .identifier, for: .machines),
        Column("valid_from", .startsOn, .moment, for: .machines),
    ]

    static let sessions = [
        Column("id", .identifier, .code), Column("name", .name), Column("current", .current, .yesNo),
        Column("seen_at", .seenAt, .moment), Column("expires_at", .endsOn, .moment),
        Column("created_at", .signedInSince, .moment).spare,
    ]

    private static let made = [
        Column("code", .code), Column("code_expires_at", .endsOn, .moment), Column("account_id", .identifier),
    ]

    private static let factor = [
        Column("enabled", .secondFactor, .yesNo), Column("confirmed_at", .since, .moment),
        Column("recovery_codes_left", .recoveryCodesLeft),
    ]

    static func secondFactor(_ found: Resource, _ language: Language) -> Answer {
        let facts = factor.map { Fact($0.heading, $0.text(found.value, in: language)) }
        return Answer(
            document: .asItCame(found),
            table: Table(columns: factor, rows: [found.value], name: .member("enabled")), page: [.facts(facts)])
    }

    static func recoveryCodes(_ made: Resource, _ message: Phrase) -> Answer {
        let rows = made.value["recovery_codes"].texts.map { JSONValue.object(JSONObject([("code", .string($0))])) }
        return Answer(
            document: .asItCame(made),
            table: Table(columns: [Column("code", .recoveryCode)], rows: rows, name: .member("code")), message: message)
    }

    /// A code that was made, or none.
    static func code(_ made: Resource, _ language: Language, _ message: Phrase) -> Answer {
        let facts = Self.made.map { Fact($0.heading, $0.text(made.value, in: language)) }
        return Answer(
            document: .asItCame(made),
            table: Table(columns: Self.made, rows: [made.value], name: .member("code")), page: [.facts(facts)],
            message: message)
    }
}

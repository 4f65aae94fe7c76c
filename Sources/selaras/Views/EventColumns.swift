internal import Wire

/// Events of the audit trail in lists.
enum EventColumns {
    static let list = [
        Column("occurred_at", .occurredAt, .moment), Column("principal_name", .actor),
        Column("action", .action, .word(.eventAction)), Column("subject", .subject, .code),
        Column("subject_id", .identifier, .code).spare, Column("area_code", .kabupaten, .code).spare,
        Column("number", .number, .integer).spare, Column("request_id", .request, .code, for: .machines),
        Column("principal_id", .actor, .code, for: .machines), Column("account_id", .actor, .code, for: .machines),
        Column("session_id", .signedIn, .code, for: .machines), Column("before", .before, for: .machines),
        Column("after", .after, for: .machines), Column("hash", .key, .code, for: .machines),
    ]
}

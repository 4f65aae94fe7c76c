internal import LibPQ

internal import struct FoundationEssentials.UUID

/// How a state moves along an edge of the table of transitions.
enum TransitionQueries {
    /// What has states: the name of its table, which the edges have as well.
    enum Subject: String {
        case plan = "action_plan"
        case intervention
        case report = "progress_report"
    }

    /// Touches no row at another version, and none where no edge of that name begins; the schema judges the rest.
    static func take(
        _ action: String, _ subject: Subject, _ id: UUID, at version: Int, reason: String?
    ) -> Query<Int> {
        let statement: Statement = """
            update \(unescaped: subject.rawValue) moved set state = t.to_state, state_reason = \(reason)
            from transition t
            where moved.id = \(id) and moved.version = \(Int32(clamping: version))
                and t.subject = \(subject.rawValue) and t.action = \(action) and t.from_state = moved.state
            """
        return statement.affected
    }
}

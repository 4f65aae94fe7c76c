internal import LibPQ
internal import Planning

internal import struct FoundationEssentials.UUID

/// How a state moves along an edge of the table of transitions.
enum TransitionQueries {
    /// What has states: the name of its table, which the edges have as well.
    enum Subject: String {
        case plan = "action_plan"
        case intervention
        case report = "progress_report"
        case amendment = "plan_amendment"
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

/// What moves along edges of the table of transitions.
protocol Moving {
    var subject: Standing.Subject { get }
    var stamp: Stamp { get }
    /// The rule by which the schema says that there is no such edge.
    static var edgeRule: String { get }
}

extension Intervention: Moving {
    static let edgeRule = "intervention_follows_its_transitions"
}

extension ProgressReport: Moving {
    static let edgeRule = "report_follows_its_transitions"
}

extension PlanAmendment: Moving {
    static let edgeRule = "amendment_follows_its_transitions"
}

extension Optional where Wrapped: Moving {
    /// After a transition that names a version: what was moved, or why it was not.
    func moved(_ rows: Int, _ permission: Permission, at version: Int, by standing: Standing) throws -> Wrapped {
        if let self { try standing.expect(permission, on: self.subject) }
        // At the right version and still not moved: no edge begins where it is.
        if rows == 0, let self, self.stamp.version == version { throw Refusal.conflict(rule: Wrapped.edgeRule) }
        return try changed(rows) { $0.stamp.version }
    }
}

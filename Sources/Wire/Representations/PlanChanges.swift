package import Planning

/// How a plan differs between two moments, line by line: of what it says itself, and of each of its interventions.
///
/// It compares what the service answers, so that it tells whatever a reader could have seen, under the same names.
package struct PlanChanges: JSONRepresentable {
    /// A plan with its interventions at one moment.
    package struct Snapshot: Sendable {
        let plan: ActionPlan
        let interventions: [Intervention]

        package init(plan: ActionPlan, interventions: [Intervention]) {
            self.plan = plan
            self.interventions = interventions
        }
    }

    private struct Line {
        let field: String
        let before: JSONValue
        let after: JSONValue
    }

    /// Follow from the others, or change with each of them.
    private static let untold: Set = [
        "id", "plan_id", "lokus_id", "version", "created_at", "updated_at", "gaps", "not_weak", "totals", "may",
        "agency_name", "budget_idr", "next", "state_changed_at", "state_by",
    ]

    private let id: ActionPlan.ID
    private let from: Moment
    private let to: Moment
    private let before: Snapshot?
    private let after: Snapshot?

    /// - Parameters:
    ///   - before: nil where there was no plan yet.
    ///   - after: nil where there is none any more.
    package init(_ id: ActionPlan.ID, from: Moment, to: Moment, before: Snapshot?, after: Snapshot?) {
        self.id = id
        self.from = from
        self.to = to
        self.before = before
        self.after = after
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("plan_id", id)
            json.member("from", from)
            json.member("to", to)
            json.member("plan", each: Self.lines(before?.plan, after?.plan)) { Self.write($1, to: &$0) }
            json.member("interventions", each: interventions) { json, change in
                json.object { json in
                    json.member("id", change.id)
                    json.member("reference", change.reference)
                    json.member("change", change.kind)
                    json.member("fields", each: change.lines) { Self.write($1, to: &$0) }
                }
            }
        }
    }

    /// In the order of their references, those that are still there by the present one.
    private var interventions: [(id: Intervention.ID, reference: String, kind: String, lines: [Line])] {
        let old = Dictionary(uniqueKeysWithValues: (before?.interventions ?? []).map { ($0.id, $0) })
        let new = Dictionary(uniqueKeysWithValues: (after?.interventions ?? []).map { ($0.id, $0) })
        let changes = Set(old.keys).union(new.keys).map { id in
            let kind = old[id] == nil ? "added" : new[id] == nil ? "removed" : "changed"
            let reference = (new[id] ?? old[id])?.terms.reference ?? ""
            return (id: id, reference: reference, kind: kind, lines: Self.lines(old[id], new[id]))
        }
        return changes.filter { !$0.lines.isEmpty }
            .sorted { ($0.reference, $0.id.description) < ($1.reference, $1.id.description) }
    }

    private static func lines(_ before: (some JSONRepresentable)?, _ after: (some JSONRepresentable)?) -> [Line] {
        let (before, after) = (document(before), document(after))
        var names = (after.isNull ? before : after).members.map(\.name)
        names += before.members.map(\.name).filter { !names.contains($0) }
        return names.filter { !untold.contains($0) && before[$0] != after[$0] }
            .map { Line(field: $0, before: before[$0], after: after[$0]) }
    }

    private static func document(_ thing: (some JSONRepresentable)?) -> JSONValue {
        thing.flatMap { try? JSONValue(parsing: JSONWriter.bytes(of: $0)) } ?? .null
    }

    private static func write(_ line: Line, to json: inout JSONWriter) {
        json.object { json in
            json.member("field", line.field)
            json.member("before", Document(text: line.before.written()))
            json.member("after", Document(text: line.after.written()))
        }
    }
}

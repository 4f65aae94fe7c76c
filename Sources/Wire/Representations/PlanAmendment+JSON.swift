package import Planning

extension PlanAmendment: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("plan_id", planID)
            json.member("lokus_id", lokusID)
            json.members(of: place)
            json.member("reason", reason)
            json.member("number", number)
            json.member("state", status.state)
            json.member("state_changed_at", status.since)
            json.member("state_by", status.by)
            json.member("state_reason", status.reason)
            let isPending = State.pending.contains(status.state)
            json.member("lines", each: lines) { json, line in
                // What became of the plan since is no conflict of what was decided on.
                json.write(line, conflicts: isPending ? line.conflicts : [])
            }
            json.members(of: stamp)
            if let may { json.member("may", may) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ line: PlanAmendment.Line, conflicts: [TermsMember]) {
        object { json in
            json.member("kind", line.kind)
            json.member("intervention_id", line.interventionID)
            json.member("reference", line.reference)
            json.member("reason", line.reason)
            json.member("changed", line.changed)
            json.member("conflicts", conflicts)
            json.member("before", line.before.map(Terms.init))
            json.member("after", line.after.map(Terms.init))
            json.member("now", conflicts.isEmpty ? nil : line.now.map(Terms.init))
        }
    }
}

/// What an intervention commits to, alone.
private struct Terms: JSONRepresentable {
    let terms: InterventionDraft

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.members(of: terms, by: nil)
            json.money(of: terms)
        }
    }
}

/// All amendments of a plan.
package struct AmendmentsOfPlan: JSONRepresentable {
    let amendments: [PlanAmendment]

    package init(_ amendments: [PlanAmendment]) {
        self.amendments = amendments
    }

    package func write(to json: inout JSONWriter) {
        json.object { $0.member("amendments", amendments) }
    }
}

internal import Measurement
package import Planning

extension ActionPlan: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("lokus_id", lokusID)
            json.members(of: place)
            json.member("title", title)
            json.member("state", status.state)
            json.member("state_changed_at", status.since)
            json.member("state_by", status.by)
            json.member("state_reason", status.reason)
            json.member("agreed_on", agreedOn)
            json.member("framework_code", framework.code)
            json.member("framework_version", framework.version)
            json.member("target_ikk", targetIKK)
            json.member("totals") { json in
                json.member("interventions", totals.interventions)
                json.member("assigned", totals.assigned)
                json.member("accepted", totals.accepted)
                json.member("budget_idr", totals.budget)
                json.member("spent_idr", totals.spent)
                json.members(of: totals.said)
                // What is left out of a list is absent there: an empty list would say that there is none.
                guard let detail else { return }
                json.member("by_source", each: detail.fundingBySource) { json, funding in
                    json.object { json in
                        json.member("source", funding.source)
                        json.member("budget_idr", funding.amount)
                    }
                }
                json.member("by_agency", detail.agencies)
                json.member("by_line", detail.lines)
                let onLines = detail.lines.reduce(Rupiah.zero) { $0 + $1.amount }
                json.member("without_line_idr", Rupiah(totals.budget.amount - onLines.amount))
                json.member("by_indicator", detail.indicators.totals)
                json.member("several_indicators_idr", detail.indicators.ofSeveral)
                json.member("no_indicator_idr", detail.indicators.ofNone)
            }
            if let detail {
                json.member("targets", detail.targets)
                json.member("gaps", detail.gaps)
                json.member("not_weak", detail.notWeak)
                json.member("meeting_on", detail.meeting.on)
                json.member("meeting_place", detail.meeting.place)
                json.member("meeting_minutes", detail.meeting.minutes)
                json.member("meeting_participants", detail.meeting.participants)
                json.member("next", detail.next)
            }
            json.members(of: stamp)
            if let may { json.member("may", may) }
        }
    }
}

extension ActionPlan.Next: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("action", step)
            json.member("state", state)
            json.member("roles", roles)
        }
    }
}

extension PlanTargets.Target: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("indicator_code", indicatorCode)
            json.member("value", value)
        }
    }
}

/// As the answer to a report shows them.
extension ActionPlan.Totals: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("interventions", interventions)
            json.member("budget_idr", budget)
            json.member("spent_idr", spent)
            json.members(of: said)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of said: ActionPlan.Said) {
        member("reporting", said.reporting)
        member("unverified", said.unverified)
        member("reported_idr", said.spent)
    }
}

extension ActionPlan.AgencyTotal: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("short_name", shortName)
            json.member("interventions", interventions)
            json.member("budget_idr", budget)
            json.member("spent_idr", spent)
            json.members(of: said)
        }
    }
}

extension ActionPlan.Gap: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", indicator.code)
            json.member("name", indicator.nameID)
            json.member("value", score.score?.shown)
            json.member("needed_to_reach_threshold", needed)
            json.member("unit", indicator.unit)
            json.member("maximum", indicator.maximum)
        }
    }
}

extension ActionPlan.NotWeak: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("reference", reference)
            json.member("title", title)
            json.member("indicators", indicators)
        }
    }
}

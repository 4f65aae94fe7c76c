package import Planning

extension ProgressReport: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        write(to: &json, planTotals: nil)
    }

    fileprivate func write(to json: inout JSONWriter, planTotals: ActionPlan.Totals?) {
        json.object { json in
            json.member("id", id)
            json.member("intervention_id", interventionID)
            json.member("intervention_reference", reference)
            json.member("intervention_title", title)
            json.member("plan_id", planID)
            json.member("agency_code", agencyCode)
            json.member("agency_name", agencyName)
            json.member("budget_year", progress.period.budgetYear)
            json.member("quarter", progress.period.quarter)
            json.member("nil", progress.isNil)
            json.members(of: progress.figures)
            json.member("share") { json in json.members(of: share) }
            json.member("state", status.state)
            json.member("state_changed_at", status.since)
            json.member("state_by", status.by)
            json.member("state_reason", status.reason)
            json.member("counted", status.counted)
            json.member("confirmation", confirmation)
            json.member("unit", unit)
            json.member("target_quantity", targetQuantity)
            json.member("budget_idr", budget)
            json.member("obstacles", readableWords?.obstacles)
            json.member("follow_up", readableWords?.followUp)
            json.member("basis", readableWords?.basis)
            json.member("reported_by", reportedBy)
            json.members(of: stamp)
            if let may { json.member("may", may) }
            json.member("warnings", warnings)
            json.member("plan_totals", planTotals)
        }
    }
}

extension ProgressReport {
    /// Who may not know who reported may not read the words either.
    var readableWords: Words? { reportedBy == nil ? nil : words }
}

extension ProgressReport.Confirmation: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("state", statement.word)
            json.member("note", readableNote)
            json.member("quantity", statement.counted)
            json.member("said_at", at)
            json.member("said_by", by)
            json.member("of") { json in
                json.member("version", seen.version)
                json.member("physical_percent", seen.physicalPercent)
                json.member("quantity", seen.quantity)
            }
            json.member("is_current", isCurrent)
        }
    }

    /// Who may not know who said it may not read the words either.
    var readableNote: String? { by == nil ? nil : statement.note }
}

/// The answer to a report: the report, and what its plan now adds up to.
extension ReportOutcome: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        report.write(to: &json, planTotals: planTotals)
    }
}

extension ReportObligation: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("intervention_id", interventionID)
            json.member("reference", reference)
            json.member("title", title)
            json.member("agency_code", agencyCode)
            json.member("agency_name", agencyName)
            json.member("plan_id", planID)
            json.member("lokus_id", lokusID)
            json.member("desa_name", place.desaName)
            json.member("year", place.year)
            json.member("budget_year", period.budgetYear)
            json.member("quarter", period.quarter)
            json.member("due_on", dueOn)
            json.member("state", state)
            json.member("days_overdue", daysOverdue)
            json.member("report_id", reportID)
            json.member("report_state", reportState)
        }
    }
}

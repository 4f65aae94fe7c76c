internal import Measurement
package import Planning

extension PlanFinding.Kind: JSONRepresentable {}

extension PlanFindings: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("plan_id", planID)
            json.lokus(lokusID, place)
            json.member("state", state)
            json.member("framework_code", framework.code)
            json.member("framework_version", framework.version)
            json.member("checked", checked)
            json.member("items", findings)
        }
    }
}

extension PlanFinding: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind)
            json.member("codes", codes)
            json.member("indicator", subject)
            json.member("interventions", interventions)
            json.member("budget_idr", budget)
            json.member("budget_year", budgetYear)
            json.member("sources", sources)
            json.member("budget_line", line)
            json.member("reports", arrears)
            json.member("disputed_report", dispute)
        }
    }
}

extension PlanFinding.Subject: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", indicator.code)
            json.member("name", indicator.nameID)
            json.member("value", score?.score?.shown)
            json.member("absence", absence)
            json.member("needed_to_reach_threshold", needed)
            json.member("unit", indicator.unit)
            json.member("maximum", indicator.maximum)
            json.member("gain", gain)
        }
    }
}

extension PlanFinding.Concerned: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("plan_id", planID)
            json.member("reference", reference)
            json.member("title", title)
            json.member("agency_code", agency.code)
            json.member("agency_name", agency.shortName)
            json.member("state", state)
            json.member("budget_idr", budget)
        }
    }
}

extension PlanFinding.Line: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("title", title)
            json.member("code", code?.description)
            json.member("agency_code", agency.code)
            json.member("agency_name", agency.shortName)
            json.member("budget_year", budgetYear)
            json.member("source", source)
            json.member("stage", stage)
            json.member("ceiling_idr", ceiling)
            json.member("shared_idr", shared)
            json.member("left_idr", Rupiah(ceiling.amount - shared.amount))
            json.member("budget_idr", amount)
        }
    }
}

extension PlanFinding.Arrears: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("agency_code", agency.code)
            json.member("agency_name", agency.shortName)
            json.member("overdue", overdue)
            json.member("obligations", obligations)
            json.member("overdue_since", since)
        }
    }
}

extension PlanFinding.Dispute: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", reportID)
            json.member("agency_code", agency.code)
            json.member("agency_name", agency.shortName)
            json.member("budget_year", period.budgetYear)
            json.member("quarter", period.quarter)
            json.member("state", state)
            json.member("quantity", quantity)
            json.member("unit", unit)
            json.member("confirmation", confirmation)
        }
    }
}

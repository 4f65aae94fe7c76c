package import Planning

extension Intervention: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("plan_id", planID)
            json.member("lokus_id", lokusID)
            json.members(of: place)
            json.member("reference", terms.reference)
            json.member("agency_code", terms.agencyCode)
            json.member("agency_name", agencyName)
            json.member("catalogue_code", terms.catalogueCode)
            json.member("title", terms.title)
            json.member("indicators", terms.indicators)
            json.member("target_quantity", terms.targetQuantity)
            json.member("unit", terms.unit)
            json.member("starts_on", terms.startsOn)
            json.member("ends_on", terms.endsOn)
            json.member("note", terms.note)
            json.member("state", state)
            json.member("state_changed_at", course.since)
            json.member("state_by", course.by)
            json.member("state_reason", course.reason)
            json.member("assigned_on", assignedOn)
            json.member("accepted_on", acceptedOn)
            json.member("ended_on", course.endedOn)
            json.member("continues_id", course.continues)
            json.member("continued_by_id", course.continuedBy)
            json.member("funding", terms.funding)
            json.member("budget_idr", terms.budget)
            json.member("progress", progress)
            json.member("unverified", unverified)
            json.members(of: stamp)
            if let may { json.member("may", may) }
        }
    }
}

extension Funding: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("source", source)
            json.member("amount_idr", amount)
            json.member("shares", shares ?? [])
        }
    }
}

extension Funding.Share: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("budget_line_id", line)
            json.member("amount_idr", amount)
        }
    }
}

extension Progress: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("report_id", reportID)
            json.member("budget_year", period.budgetYear)
            json.member("quarter", period.quarter)
            json.members(of: figures)
            json.member("nil", isNil)
        }
    }
}

extension InterventionReceipt: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("dry_run", isDryRun)
            json.member("plan_id", planID)
            json.member("file_name", fileName)
            json.member("rows_read", rowsRead)
            json.member("added", added)
            json.member("changed", changed)
            json.member("same", same)
            json.member("ignored", ignored)
            // A file with a row that is rejected is refused whole.
            json.member("rejected", 0)
        }
    }
}

extension ProgressFigures: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in json.members(of: self) }
    }
}

extension JSONWriter {
    mutating func members(of figures: ProgressFigures) {
        member("physical_percent", figures.physicalPercent)
        member("quantity", figures.quantity)
        member("spent_idr", figures.spent)
    }
}

package import Planning

extension Intervention: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("plan_id", planID)
            json.member("lokus_id", lokusID)
            json.members(of: place)
            json.members(of: terms, by: agencyName)
            json.member("state", state)
            json.member("state_changed_at", course.since)
            json.member("state_by", course.by)
            json.member("state_reason", course.reason)
            json.member("assigned_on", assignedOn)
            json.member("accepted_on", acceptedOn)
            json.member("ended_on", course.endedOn)
            json.member("continues_id", course.continues)
            json.member("continued_by_id", course.continuedBy)
            json.money(of: terms)
            json.member("progress", progress)
            json.member("unverified", unverified)
            json.members(of: stamp)
            if let may { json.member("may", may) }
        }
    }
}

extension JSONWriter {
    /// - Parameter agencyName: Nil where only what an intervention commits to is told.
    mutating func members(of terms: InterventionDraft, by agencyName: String?) {
        member("reference", terms.reference)
        member("agency_code", terms.agencyCode)
        if let agencyName { member("agency_name", agencyName) }
        member("catalogue_code", terms.catalogueCode)
        member("title", terms.title)
        member("indicators", terms.indicators)
        member("target_quantity", terms.targetQuantity)
        member("unit", terms.unit)
        members(of: terms.scope)
        member("starts_on", terms.startsOn)
        member("ends_on", terms.endsOn)
        member("note", terms.note)
    }

    mutating func members(of scope: InterventionScope) {
        member("target_group", scope.targetGroup)
        member("target_families", scope.targetFamilies)
        member("target_people", scope.targetPeople)
        member("location", scope.location)
        member("supporting_agencies", scope.supportingAgencies)
    }

    mutating func money(of terms: InterventionDraft) {
        member("funding", terms.funding)
        member("budget_idr", terms.budget)
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

internal import Measurement
package import Planning

extension InterventionMatrix: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("plan_id", planID)
            json.lokus(lokusID, place)
            json.member("state", state)
            json.member("framework_code", framework.code)
            json.member("framework_version", framework.version)
            json.member("weak_below", weakBelow)
            json.member("baseline", baseline)
            json.member("items", rows)
        }
    }
}

extension InterventionMatrix.Baseline: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("basis", basis)
            json.member("closed_on", closedOn)
        }
    }
}

extension InterventionMatrix.Row: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("no", number)
            json.member("same_as", sameAs)
            if let subject {
                json.member("indicator") { write(subject, to: &$0) }
            } else {
                json.member("indicator", nil as Int?)
            }
            if let entry {
                json.member("intervention") { Self.write(entry, to: &$0) }
            } else {
                json.member("intervention", nil as Int?)
            }
            if let counted {
                json.member("amounts") { Self.write(amountsOf: counted, to: &$0) }
            } else {
                json.member("amounts", nil as Int?)
            }
        }
    }

    /// Nothing is known of an open baseline.
    private var tally: ShownTally? {
        subject?.score.flatMap { score in
            baseline.map { ShownTally(tally: score.tally, basis: $0.basis) }
        }
    }

    private func write(_ subject: PlanFinding.Subject, to json: inout JSONWriter) {
        json.member("code", subject.indicator.code)
        json.member("name", subject.indicator.nameID)
        json.member("dimension", subject.indicator.dimension)
        json.member("unit", subject.indicator.unit)
        json.member("maximum", subject.indicator.maximum)
        json.member("value", subject.score?.score?.shown)
        json.member("absence", subject.absence)
        json.member("good", tally?.good)
        json.member("eligible", tally?.eligible)
        json.member("weak", isWeak)
        json.member("needed_to_reach_threshold", subject.needed)
        json.member("target", target)
    }

    private static func write(_ entry: InterventionMatrix.Entry, to json: inout JSONWriter) {
        let intervention = entry.intervention
        json.member("id", intervention.id)
        json.member("reference", intervention.terms.reference)
        json.member("title", intervention.terms.title)
        json.member("agency_code", intervention.terms.agencyCode)
        json.member("agency_name", intervention.agencyName)
        json.member("catalogue_code", intervention.terms.catalogueCode)
        json.member("unit", intervention.terms.unit)
        json.members(of: intervention.terms.scope)
        json.member("starts_on", intervention.terms.startsOn)
        json.member("ends_on", intervention.terms.endsOn)
        json.member("note", intervention.terms.note)
        json.member("state", intervention.state)
        json.member("state_reason", intervention.course.reason)
        // Absent, and not null: who may not read them is not told whether there are any.
        guard let words = entry.words else { return }
        json.member("obstacles", words.obstacles)
        json.member("follow_up", words.followUp)
    }

    private static func write(amountsOf entry: InterventionMatrix.Entry, to json: inout JSONWriter) {
        json.member("target_quantity", entry.intervention.terms.targetQuantity)
        json.member("budget_idr", entry.budget)
        json.member("funding", entry.intervention.terms.funding)
        json.member("budget_lines", entry.lines)
        json.member("progress", entry.intervention.progress)
    }
}

extension InterventionMatrix.Line: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("title", title)
            json.member("code", code?.description)
            json.member("nomenclature", nomenclature)
            json.member("budget_year", budgetYear)
            json.member("source", source)
            json.member("amount_idr", amount)
        }
    }
}

extension InterventionMatrix.Row: ListItem {
    package static let columns: [CSVColumn<InterventionMatrix.Row>] =
        [CSVColumn("no") { $0.number }, CSVColumn("same_as") { $0.sameAs }] + CSVColumn.place { $0.place }
        + ofIndicator + ofIntervention + amounts

    private static let ofIndicator: [CSVColumn<InterventionMatrix.Row>] = [
        CSVColumn("indicator.dimension") { $0.subject?.indicator.dimension },
        CSVColumn("indicator.code") { $0.subject?.indicator.code },
        CSVColumn("indicator.name") { $0.subject?.indicator.nameID },
        CSVColumn("indicator.value") { $0.subject?.score?.score?.shown },
        CSVColumn("indicator.good") { $0.tally?.good }, CSVColumn("indicator.eligible") { $0.tally?.eligible },
        CSVColumn("baseline.closed_on") { $0.baseline?.closedOn }, CSVColumn("indicator.weak") { $0.isWeak },
        CSVColumn("indicator.needed_to_reach_threshold") { $0.subject?.needed },
        CSVColumn("indicator.target") { $0.target },
    ]

    private static let ofIntervention: [CSVColumn<InterventionMatrix.Row>] = [
        CSVColumn("intervention.id") { $0.entry?.intervention.id },
        CSVColumn("intervention.reference") { $0.entry?.intervention.terms.reference },
        CSVColumn("intervention.title") { $0.entry?.intervention.terms.title },
        CSVColumn("intervention.agency_code") { $0.entry?.intervention.terms.agencyCode },
        CSVColumn("intervention.agency_name") { $0.entry?.intervention.agencyName },
        CSVColumn("intervention.target_group") { $0.entry?.intervention.terms.scope.targetGroup },
        CSVColumn("intervention.target_families") { $0.entry?.intervention.terms.scope.targetFamilies },
        CSVColumn("intervention.target_people") { $0.entry?.intervention.terms.scope.targetPeople },
        CSVColumn("intervention.location") { $0.entry?.intervention.terms.scope.location },
        CSVColumn("intervention.supporting_agencies") { $0.entry?.intervention.terms.scope.supportingAgencies },
        CSVColumn("intervention.starts_on") { $0.entry?.intervention.terms.startsOn },
        CSVColumn("intervention.ends_on") { $0.entry?.intervention.terms.endsOn },
        CSVColumn("intervention.state") { $0.entry?.intervention.state },
        CSVColumn("intervention.state_reason") { $0.entry?.intervention.course.reason },
        CSVColumn("intervention.obstacles") { $0.entry?.words?.obstacles },
        CSVColumn("intervention.follow_up") { $0.entry?.words?.followUp },
        CSVColumn("intervention.note") { $0.entry?.intervention.terms.note },
    ]

    private static let amounts: [CSVColumn<InterventionMatrix.Row>] = [
        CSVColumn("amounts.target_quantity") { $0.counted?.intervention.terms.targetQuantity },
        CSVColumn("intervention.unit") { $0.entry?.intervention.terms.unit },
        CSVColumn("amounts.budget_idr") { $0.counted?.budget },
        CSVColumn("amounts.funding") { $0.counted?.intervention.terms.funding.cell },
        CSVColumn("amounts.budget_lines") { $0.counted.map { $0.lines.map(\.cell) } },
        CSVColumn("amounts.progress.budget_year") { $0.counted?.intervention.progress?.period.budgetYear },
        CSVColumn("amounts.progress.quarter") { $0.counted?.intervention.progress?.period.quarter },
        CSVColumn("amounts.progress.physical_percent") {
            $0.counted?.intervention.progress?.figures.physicalPercent
        },
        CSVColumn("amounts.progress.quantity") { $0.counted?.intervention.progress?.figures.quantity },
        CSVColumn("amounts.progress.spent_idr") { $0.counted?.intervention.progress?.figures.spent },
    ]
}

extension InterventionMatrix.Line {
    /// `1.03.05.2.01.0007 Tangki septik (900.1.15.5-3406/2024)=405000000`
    fileprivate var cell: String {
        let name = [code?.description, title, nomenclature.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        return "\(name)=\(amount.amount)"
    }
}

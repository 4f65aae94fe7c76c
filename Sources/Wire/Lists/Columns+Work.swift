package import Planning

extension Intervention: ListItem {
    package static let columns: [CSVColumn<Intervention>] =
        [
            CSVColumn("id") { $0.id }, CSVColumn("plan_id") { $0.planID }, CSVColumn("lokus_id") { $0.lokusID },
        ] + CSVColumn.place { $0.place } + [
            CSVColumn("reference") { $0.terms.reference }, CSVColumn("agency_code") { $0.terms.agencyCode },
            CSVColumn("agency_name") { $0.agencyName }, CSVColumn("catalogue_code") { $0.terms.catalogueCode },
            CSVColumn("title") { $0.terms.title }, CSVColumn("indicators") { $0.terms.indicators },
            CSVColumn("target_quantity") { $0.terms.targetQuantity }, CSVColumn("unit") { $0.terms.unit },
        ] + scopeColumns + [
            CSVColumn("starts_on") { $0.terms.startsOn }, CSVColumn("ends_on") { $0.terms.endsOn },
            CSVColumn("note") { $0.terms.note },
        ] + courseColumns + [
            CSVColumn("funding") { $0.terms.funding.cell }, CSVColumn("budget_idr") { $0.terms.budget },
        ] + progressColumns + CSVColumn.stamp { $0.stamp }

    private static let scopeColumns: [CSVColumn<Intervention>] = [
        CSVColumn("target_group") { $0.terms.scope.targetGroup },
        CSVColumn("target_families") { $0.terms.scope.targetFamilies },
        CSVColumn("target_people") { $0.terms.scope.targetPeople },
        CSVColumn("location") { $0.terms.scope.location },
        CSVColumn("supporting_agencies") { $0.terms.scope.supportingAgencies },
    ]

    private static let courseColumns: [CSVColumn<Intervention>] = [
        CSVColumn("state") { $0.state }, CSVColumn("state_changed_at") { $0.course.since },
        CSVColumn("state_by") { $0.course.by }, CSVColumn("state_reason") { $0.course.reason },
        CSVColumn("assigned_on") { $0.assignedOn }, CSVColumn("accepted_on") { $0.acceptedOn },
        CSVColumn("ended_on") { $0.course.endedOn }, CSVColumn("continues_id") { $0.course.continues },
        CSVColumn("continued_by_id") { $0.course.continuedBy },
    ]

    private static let progressColumns =
        columns(of: "progress") { $0.progress } + columns(of: "unverified") { $0.unverified }

    private static func columns(
        of name: String, _ progress: @escaping @Sendable (Intervention) -> Progress?
    ) -> [CSVColumn<Intervention>] {
        [
            CSVColumn("\(name).report_id") { progress($0)?.reportID },
            CSVColumn("\(name).budget_year") { progress($0)?.period.budgetYear },
            CSVColumn("\(name).quarter") { progress($0)?.period.quarter },
            CSVColumn("\(name).physical_percent") { progress($0)?.figures.physicalPercent },
            CSVColumn("\(name).quantity") { progress($0)?.figures.quantity },
            CSVColumn("\(name).spent_idr") { progress($0)?.figures.spent },
            CSVColumn("\(name).nil") { progress($0)?.isNil },
        ]
    }
}

extension BudgetLine: ListItem {
    package static let columns: [CSVColumn<BudgetLine>] =
        [
            CSVColumn("id") { $0.id }, CSVColumn("kabupaten_code") { $0.kabupatenCode },
            CSVColumn("agency_code") { $0.agencyCode }, CSVColumn("agency_name") { $0.agencyName },
            CSVColumn("budget_year") { $0.budgetYear }, CSVColumn("source") { $0.source },
            CSVColumn("code") { $0.item.code?.description }, CSVColumn("written_code") { $0.item.writtenCode },
            CSVColumn("nomenclature") { $0.item.nomenclature }, CSVColumn("title") { $0.item.title },
            CSVColumn("stage") { $0.stage }, CSVColumn("ceiling_idr") { $0.ceiling },
            CSVColumn("stages") { $0.ceilings.map { "\($0.stage.rawValue)=\($0.amount.amount)" } },
            CSVColumn("shared_idr") { $0.shared }, CSVColumn("left_idr") { $0.left },
        ] + CSVColumn.stamp { $0.stamp }
}

extension ProgressReport: ListItem {
    package static let columns: [CSVColumn<ProgressReport>] =
        [
            CSVColumn("id") { $0.id }, CSVColumn("intervention_id") { $0.interventionID },
            CSVColumn("intervention_reference") { $0.reference }, CSVColumn("intervention_title") { $0.title },
            CSVColumn("plan_id") { $0.planID }, CSVColumn("agency_code") { $0.agencyCode },
            CSVColumn("agency_name") { $0.agencyName }, CSVColumn("budget_year") { $0.progress.period.budgetYear },
            CSVColumn("quarter") { $0.progress.period.quarter }, CSVColumn("nil") { $0.progress.isNil },
            CSVColumn("physical_percent") { $0.progress.figures.physicalPercent },
            CSVColumn("quantity") { $0.progress.figures.quantity },
            CSVColumn("spent_idr") { $0.progress.figures.spent },
        ] + standing + [
            CSVColumn("unit") { $0.unit }, CSVColumn("target_quantity") { $0.targetQuantity },
            CSVColumn("budget_idr") { $0.budget }, CSVColumn("obstacles") { $0.readableWords?.obstacles },
            CSVColumn("follow_up") { $0.readableWords?.followUp },
            CSVColumn("basis") { $0.readableWords?.basis }, CSVColumn("reported_by") { $0.reportedBy },
        ] + CSVColumn.stamp { $0.stamp }

    private static let standing: [CSVColumn<ProgressReport>] = [
        CSVColumn("share.physical_percent") { $0.share.physicalPercent },
        CSVColumn("share.quantity") { $0.share.quantity }, CSVColumn("share.spent_idr") { $0.share.spent },
        CSVColumn("state") { $0.status.state }, CSVColumn("state_changed_at") { $0.status.since },
        CSVColumn("state_by") { $0.status.by }, CSVColumn("state_reason") { $0.status.reason },
        CSVColumn("counted.physical_percent") { $0.status.counted?.physicalPercent },
        CSVColumn("counted.quantity") { $0.status.counted?.quantity },
        CSVColumn("counted.spent_idr") { $0.status.counted?.spent },
        CSVColumn("confirmation.state") { $0.confirmation?.statement.word },
        CSVColumn("confirmation.note") { $0.confirmation?.readableNote },
        CSVColumn("confirmation.quantity") { $0.confirmation?.statement.counted },
        CSVColumn("confirmation.said_at") { $0.confirmation?.at },
        CSVColumn("confirmation.said_by") { $0.confirmation?.by },
        CSVColumn("confirmation.is_current") { $0.confirmation?.isCurrent },
    ]
}

extension ReportObligation: ListItem {
    package static let columns: [CSVColumn<ReportObligation>] = [
        CSVColumn("intervention_id") { $0.interventionID }, CSVColumn("reference") { $0.reference },
        CSVColumn("title") { $0.title }, CSVColumn("agency_code") { $0.agencyCode },
        CSVColumn("agency_name") { $0.agencyName }, CSVColumn("plan_id") { $0.planID },
        CSVColumn("lokus_id") { $0.lokusID }, CSVColumn("desa_name") { $0.place.desaName },
        CSVColumn("year") { $0.place.year }, CSVColumn("budget_year") { $0.period.budgetYear },
        CSVColumn("quarter") { $0.period.quarter }, CSVColumn("due_on") { $0.dueOn }, CSVColumn("state") { $0.state },
        CSVColumn("days_overdue") { $0.daysOverdue }, CSVColumn("report_id") { $0.reportID },
        CSVColumn("report_state") { $0.reportState },
    ]
}

extension CSVColumn {
    static func place(_ place: @escaping @Sendable (Item) -> Place) -> [CSVColumn] {
        [
            CSVColumn("kabupaten_code") { place($0).kabupatenCode }, CSVColumn("desa_code") { place($0).desaCode },
            CSVColumn("desa_name") { place($0).desaName }, CSVColumn("year") { place($0).year },
        ]
    }

    static func stamp(_ stamp: @escaping @Sendable (Item) -> Stamp) -> [CSVColumn] {
        [
            CSVColumn("version") { stamp($0).version }, CSVColumn("created_at") { stamp($0).createdAt },
            CSVColumn("updated_at") { stamp($0).updatedAt },
        ]
    }
}

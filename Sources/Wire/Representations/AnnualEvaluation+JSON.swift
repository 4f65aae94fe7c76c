package import Planning

extension AnnualEvaluation: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("intervention_id", interventionID)
            json.member("reference", reference)
            json.member("title", title)
            json.member("agency_code", agencyCode)
            json.member("agency_name", agencyName)
            json.member("plan_id", planID)
            json.member("lokus_id", lokusID)
            json.members(of: place)
            json.member("budget_year", budgetYear)
            json.member("codes", codes)
            json.member("unit", unit)
            json.member("target") { json in
                json.member("quantity", target.quantity)
                json.member("budget_idr", target.money)
            }
            json.member("before", before)
            json.member("target_of_year") { json in
                json.member("quantity", targetOfYear)
                json.member("budget_idr", budgetOfYear)
            }
            json.member("quarter_1", quarters[0])
            json.member("quarter_2", quarters[1])
            json.member("quarter_3", quarters[2])
            json.member("quarter_4", quarters[3])
            json.member("of_year", ofYear)
            json.member("achieved_in_year", achievedInYear)
            json.member("until_now", untilNow)
            json.member("achieved_until_now", achievedUntilNow)
            json.member("unverified_reports", unverifiedReports)
            json.member("obstacles", words?.obstacles)
            json.member("follow_up", words?.followUp)
        }
    }
}

extension AnnualEvaluation.Amounts: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("quantity", quantity)
            json.member("spent_idr", money)
        }
    }
}

extension AnnualEvaluation.Achievement: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("quantity_percent", quantity?.value)
            json.member("quantity_grade", quantity?.grade)
            json.member("spent_percent", money?.value)
            json.member("spent_grade", money?.grade)
        }
    }
}

extension AnnualEvaluation: ListItem {
    package static let columns: [CSVColumn<AnnualEvaluation>] =
        [
            CSVColumn("intervention_id") { $0.interventionID }, CSVColumn("reference") { $0.reference },
            CSVColumn("title") { $0.title }, CSVColumn("agency_code") { $0.agencyCode },
            CSVColumn("agency_name") { $0.agencyName }, CSVColumn("plan_id") { $0.planID },
            CSVColumn("lokus_id") { $0.lokusID },
        ] + CSVColumn.place { $0.place } + [
            CSVColumn("budget_year") { $0.budgetYear }, CSVColumn("codes") { $0.codes }, CSVColumn("unit") { $0.unit },
            CSVColumn("target.quantity") { $0.target.quantity }, CSVColumn("target.budget_idr") { $0.target.money },
        ] + amounts("before.quantity", "before.spent_idr") { $0.before } + [
            CSVColumn("target_of_year.quantity") { $0.targetOfYear },
            CSVColumn("target_of_year.budget_idr") { $0.budgetOfYear },
        ] + amounts("quarter_1.quantity", "quarter_1.spent_idr") { $0.quarters[0] }
        + amounts("quarter_2.quantity", "quarter_2.spent_idr") { $0.quarters[1] }
        + amounts("quarter_3.quantity", "quarter_3.spent_idr") { $0.quarters[2] }
        + amounts("quarter_4.quantity", "quarter_4.spent_idr") { $0.quarters[3] }
        + amounts("of_year.quantity", "of_year.spent_idr") { $0.ofYear } + [
            CSVColumn("achieved_in_year.quantity_percent") { $0.achievedInYear.quantity?.value },
            CSVColumn("achieved_in_year.quantity_grade") { $0.achievedInYear.quantity?.grade },
            CSVColumn("achieved_in_year.spent_percent") { $0.achievedInYear.money?.value },
            CSVColumn("achieved_in_year.spent_grade") { $0.achievedInYear.money?.grade },
        ] + amounts("until_now.quantity", "until_now.spent_idr") { $0.untilNow } + [
            CSVColumn("achieved_until_now.quantity_percent") { $0.achievedUntilNow.quantity?.value },
            CSVColumn("achieved_until_now.quantity_grade") { $0.achievedUntilNow.quantity?.grade },
            CSVColumn("achieved_until_now.spent_percent") { $0.achievedUntilNow.money?.value },
            CSVColumn("achieved_until_now.spent_grade") { $0.achievedUntilNow.money?.grade },
            CSVColumn("unverified_reports") { $0.unverifiedReports }, CSVColumn("obstacles") { $0.words?.obstacles },
            CSVColumn("follow_up") { $0.words?.followUp },
        ]

    private static func amounts(
        _ quantity: String, _ money: String, _ amounts: @escaping @Sendable (AnnualEvaluation) -> Amounts?
    ) -> [CSVColumn<AnnualEvaluation>] {
        [CSVColumn(quantity) { amounts($0)?.quantity }, CSVColumn(money) { amounts($0)?.money }]
    }
}

package import Planning

extension BudgetLine: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("kabupaten_code", kabupatenCode)
            json.member("agency_code", agencyCode)
            json.member("agency_name", agencyName)
            json.member("budget_year", budgetYear)
            json.member("source", source)
            json.member("code", item.code?.description)
            json.member("written_code", item.writtenCode)
            json.member("nomenclature", item.nomenclature)
            json.member("title", item.title)
            json.member("stage", stage)
            json.member("ceiling_idr", ceiling)
            json.member("stages", ceilings)
            json.member("shared_idr", shared)
            json.member("left_idr", left)
            if let shares {
                json.member("shares", shares)
                // What others of the kabupaten have of it counts, though the caller may not see who they are.
                let seen = shares.reduce(Rupiah.zero) { $0 + $1.amount }
                json.member("unseen_idr", Rupiah(shared.amount - seen.amount))
            }
            json.members(of: stamp)
            if let may { json.member("may", may) }
        }
    }
}

extension BudgetLine.Ceiling: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("stage", stage)
            json.member("ceiling_idr", amount)
        }
    }
}

extension BudgetLine.Share: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("intervention_id", interventionID)
            json.member("reference", reference)
            json.member("title", title)
            json.member("agency_code", agencyCode)
            json.member("plan_id", planID)
            json.member("lokus_id", lokusID)
            json.member("desa_name", desaName)
            json.member("year", year)
            json.member("amount_idr", amount)
        }
    }
}

extension ActionPlan.LineTotal: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("budget_line_id", id)
            json.member("title", title)
            json.member("code", code?.description)
            json.member("budget_year", budgetYear)
            json.member("source", source)
            json.member("budget_idr", amount)
            json.member("ceiling_idr", ceiling)
            json.member("left_idr", Rupiah(ceiling.amount - shared.amount))
        }
    }
}

extension IndicatorMoney.Total: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("interventions", interventions)
            json.member("alone_idr", alone)
            json.member("shared_idr", shared)
        }
    }
}

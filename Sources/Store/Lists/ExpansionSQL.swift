internal import LibPQ
internal import Planning

/// What is shown with a row, read in the same statement.
enum ExpansionSQL {
    static func columns(_ expansion: Expansion) -> String { "\(name(expansion)).*" }

    /// The link is named before it is used: the names within would otherwise hide those without.
    ///
    /// Behind the fence of an offset: a row's own is looked up by its id, whatever the planner knows of the table. Without
    /// it, all of an area are made ready to be shown, once for each row, as long as nothing has counted the table.
    static func join(_ expansion: Expansion, of alias: String, id: String) -> String {
        let link = "\(name(expansion))_link"
        return """
            cross join lateral (select \(alias).kabupaten_code as kabupaten_code, \(id) as id) \(link)
            left join lateral (
                select \(inner(expansion))
                where \(self.alias(expansion)).kabupaten_code = \(link).kabupaten_code
                    and \(self.alias(expansion)).id = \(link).id
                offset 0
            ) \(name(expansion)) on true
            """
    }

    static func read<Item>(_ expansion: Expansion, _ row: inout Row, into expanded: inout Expanded<Item>) throws {
        switch expansion {
        case .lokus: expanded.lokus = try LokusQueries.lokus(&row)
        case .plan: expanded.plan = try PlanQueries.head(&row).plan(nil)
        case .intervention: expanded.intervention = try InterventionQueries.intervention(&row)
        }
    }

    private static func name(_ expansion: Expansion) -> String { "with_\(expansion.rawValue)" }

    private static func alias(_ expansion: Expansion) -> String {
        switch expansion {
        case .lokus: "l"
        case .plan: "plan"
        case .intervention: "i"
        }
    }

    private static func inner(_ expansion: Expansion) -> String {
        switch expansion {
        case .lokus: "\(LokusQueries.columns) from lokus l \(LokusQueries.joins)"
        case .plan: "\(PlanQueries.headColumns) from action_plan plan \(PlanQueries.headJoins)"
        case .intervention:
            "\(InterventionQueries.columns) from intervention i \(InterventionQueries.joins)"
        }
    }
}

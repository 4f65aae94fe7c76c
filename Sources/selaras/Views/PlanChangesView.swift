internal import Wire

/// What is different in a plan, a row a member.
enum PlanChangesView {
    private static let columns = [
        Column("reference", .reference, .code), Column("change", .changed, .word(.lineChange)),
        Column("field", .content, .code), Column("before", .beforeShort), Column("after", .afterShort),
    ]

    static func answer(_ document: Resource) -> Answer {
        let own = document.value["plan"].items.map { row($0, reference: .null, change: "changed") }
        let others = document.value["interventions"].items.flatMap { line in
            line["fields"].items.map { row($0, reference: line["reference"], change: line["change"]) }
        }
        return Answer(
            document: .asItCame(document),
            table: Table(columns: columns, rows: own + others, name: .member("reference")))
    }

    private static func row(_ line: JSONValue, reference: JSONValue, change: JSONValue) -> JSONValue {
        [
            "reference": reference, "change": change, "field": line["field"], "before": line["before"],
            "after": line["after"],
        ]
    }
}

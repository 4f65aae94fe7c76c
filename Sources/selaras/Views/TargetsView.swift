internal import Phrasing
internal import Wire

/// Whom an intervention against an indicator is for, in the order in which somebody would walk through the village.
enum TargetsView {
    /// More than these nobody reads in a line.
    private static let mostNamed = 10

    static let columns = [
        Column("rt", .rt, .code), Column("family_id", .familyID, .code),
        Column("good", .good, .integer), Column("eligible", .ofEligible, .integer),
    ]

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let table = Table(columns: columns, rows: value["items"].items, name: .member("family_id"))
        let indicator = "\(value["indicator"]["code"].text ?? "") \(value["indicator"]["name"].text ?? "")"
        func count(_ name: String) -> String { Cell.text(value[name], .integer, in: language) }
        var blocks: [Block] = [
            .title(Phrase.targetsTitle(indicator, LokusView.place(value["lokus"], language)).text(in: language)),
            .line(
                Phrase.targetsFound(asked: count("families_asked"), lacking: count("families_lacking")).text(
                    in: language)),
            .line(
                Phrase.targetsOthers(
                    good: count("families_good"), notApplicable: count("families_not_applicable"),
                    unanswered: count("families_unanswered"), unknown: count("families_unknown")
                ).text(in: language)),
        ]
        if !table.rows.isEmpty { blocks.append(.table(table)) }
        let unknown = value["unknown_family_ids"].items.compactMap(\.text)
        if !unknown.isEmpty {
            blocks.append(
                .line(Phrase.unknownFamilies(Array(unknown.prefix(mostNamed)), of: unknown.count).text(in: language)))
        }
        return Answer(document: .asItCame(document), table: table, page: blocks)
    }
}

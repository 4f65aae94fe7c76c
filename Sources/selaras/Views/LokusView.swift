internal import Phrasing
internal import Wire

/// Lokus in lists and alone.
enum LokusView {
    static let columns = [
        Column("desa_code", .code, .code), Column("desa_name", .desa), Column("kecamatan_name", .kecamatan).spare,
        Column("kabupaten_name", .kabupaten).spare, Column("year", .year),
        Column("decree_number", .decreeNumber, for: .machines), Column("decree_on", .decreeOn, .day, for: .machines),
        Column("ikk", .ikkColumn, for: .people, words: indices),
        Column("weak_count", .weakCount, for: .people, words: weakCounts),
        Column("plan_id", .plan, for: .machines), Column("id", .identifier, for: .machines),
        Column("desa_level", .level, .word(.level), for: .machines),
        Column("kabupaten_code", .kabupaten, for: .machines),
    ]

    static let rounds = [
        Column("purpose", .purpose, .word(.purpose)), Column("state", .roundState, .word(.roundState)),
        Column("ikk", .ikkColumn, .decimal), Column("category", .category, .word(.category)),
        Column("weak_count", .weakCount, .integer),
    ]

    static func answer(_ document: Resource, _ language: Language, _ message: Phrase? = nil) -> Answer {
        Answer(
            document: .asItCame(document), table: Table(columns: columns, rows: [document.value], name: .desaAndYear),
            page: page(document.value, language), message: message)
    }

    private static func page(_ lokus: JSONValue, _ language: Language) -> [Block] {
        [
            .title(place(lokus, language)),
            .facts([
                Fact(.level, Cell.text(lokus["desa_level"], .word(.level), in: language)),
                Fact(.kecamatan, lokus["kecamatan_name"].text), Fact(.kabupaten, lokus["kabupaten_name"].text),
                Fact(
                    .decreeNumber,
                    lokus["decree_number"].text ?? Phrase.decreePending.text(in: language)),
                Fact(.decreeOn, Cell.text(lokus["decree_on"], .day, in: language)),
                Fact(.plan, (lokus["plan_id"].isNull ? Phrase.notPlanned : .alreadyPlanned).text(in: language)),
            ]),
            .table(Table(columns: rounds, rows: lokus["rounds"].items)),
        ]
    }

    /// `Sampanahan (63.02.12.2005), lokus tahun 2025`; of any document that names a desa and a year.
    static func place(_ document: JSONValue, _ language: Language) -> String {
        Phrase.desaAndYear(
            document["desa_name"].text ?? "", document["desa_code"].text ?? "",
            document["year"].number?.text ?? ""
        ).text(in: language)
    }

    /// The rounds in the order of the API, `75,91 → 78,63`.
    private static func indices(_ lokus: JSONValue, _ language: Language) -> String {
        joined(lokus) { Cell.text($0["ikk"], .decimal, in: language) }
    }

    private static func weakCounts(_ lokus: JSONValue, _ language: Language) -> String {
        joined(lokus) { Cell.text($0["weak_count"], .integer, in: language) }
    }

    private static func joined(_ lokus: JSONValue, _ text: (JSONValue) -> String) -> String {
        let rounds = lokus["rounds"].items
        return rounds.isEmpty ? Cell.absent : rounds.map(text).joined(separator: " → ")
    }
}

internal import Phrasing
internal import Wire

/// What a dry run would change, a line each: what is there now, and what would be.
struct Difference {
    let columns: [Column]
    let before: JSONValue
    let after: JSONValue

    /// Bookkeeping that changes with every write and says nothing.
    private static let bookkeeping: Set = ["id", "version", "created_at", "updated_at"]

    func lines(in language: Language) -> [String] {
        columns.filter { !Self.bookkeeping.contains($0.name) }.compactMap { column in
            let (old, new) = (column.text(before, in: language), column.text(after, in: language))
            return old == new ? nil : "  \(column.head(in: language)): \(old) → \(new)"
        }
    }
}

extension Answer {
    /// The same answer as what a dry run found: first what would be different.
    func simulated(from before: JSONValue, in language: Language) -> Answer {
        guard let after = table.rows.first, let page else { return self }
        let lines = Difference(columns: table.columns, before: before, after: after).lines(in: language)
        let blocks: [Block] =
            lines.isEmpty
            ? [.line(Phrase.wouldChangeNothing.text(in: language))]
            : [.title(Phrase.wouldChange.text(in: language))] + lines.map { .line($0) }
        return Answer(document: document, table: table, page: blocks + page, message: message)
    }
}

extension Phrase {
    /// What was done, or what a dry run would do.
    static func added(_ thing: Thing, _ write: WriteOptions) -> Phrase {
        write.dryRun ? .simulated(thing) : .added(thing)
    }
    static func changed(_ thing: Thing, _ write: WriteOptions) -> Phrase {
        write.dryRun ? .simulated(thing) : .changed(thing)
    }
}

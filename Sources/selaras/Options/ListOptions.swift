internal import ArgumentParser

/// How much of a list.
struct ListOptions: ParsableArguments {
    @Option(help: .of("Paling banyak sekian baris; bawaannya semua.", "At most so many rows; all by default.", .amount))
    var limit: Int?

    @Option(
        help: .of(
            "Saringan, misalnya year=gte.2024; boleh beberapa kali.", "Filter, e.g. year=gte.2024; may be repeated.",
            .filter))
    var filter: [String] = []

    @Option(
        // A minus sign in front belongs to the order.
        parsing: .unconditional,
        help: .of(
            "Urutan menurut anggota API; - di depannya berarti menurun.",
            "Order by members of the API; - in front is downwards.", .sort))
    var sort: String?

    mutating func validate() throws {
        for filter in filter where !filter.dropFirst().contains("=") {
            throw ValidationError(Phrase.badField(filter).text)
        }
        if let limit, limit < 1 { throw ValidationError(Phrase.badLimit.text) }
    }
}

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

    @Option(
        help: .of(
            "Hanya anggota API ini, dipisahkan koma (JSON, NDJSON, YAML, CSV).",
            "Only these members of the API, with commas between them (JSON, NDJSON, YAML, CSV).", .names))
    var fields: String?

    @Flag(help: .of("Hanya jumlahnya.", "Only how many there are."))
    var count = false

    mutating func validate() throws {
        for filter in filter where !filter.dropFirst().contains("=") {
            throw ValidationError(Phrase.badField(filter).text)
        }
        if let limit, limit < 1 { throw ValidationError(Phrase.badLimit.text) }
        guard !count || (limit == nil && fields == nil) else { throw ValidationError(Phrase.countExcludes.text) }
    }

    /// Whether all of the list is asked for, in the order that it has.
    var isPlain: Bool { filter.isEmpty && sort == nil && fields == nil && limit == nil && !count }

    /// The one value that a member is asked to be; nil where it is not filtered, or in another way.
    func equal(_ member: String) -> String? {
        guard let filter = filter.last(where: { $0.hasPrefix(member + "=") }) else { return nil }
        let value = filter.dropFirst(member.count + 1)
        if value.hasPrefix("eq.") { return String(value.dropFirst(3)) }
        // Codes have no points; what has one begins with another comparison.
        return value.isEmpty || value.contains(".") ? nil : String(value)
    }

    /// The list with what was asked of it.
    func applied(to address: Address) -> Address {
        let filtered = filter.reduce(address) { address, filter in
            let sign = filter.firstIndex(of: "=") ?? filter.endIndex
            return address.with(String(filter[..<sign]), String(filter[sign...].dropFirst()))
        }
        return filtered.with("sort", sort).with("fields", fields)
    }
}

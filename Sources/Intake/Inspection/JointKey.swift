/// Whether the number of a family and its RT together tell every row apart, where the number alone does not: numbers often
/// start again in each RT.
struct JointKey: Sendable {
    private let family: (name: String, field: Int)
    private let rt: (name: String, field: Int)
    private var hashes: Set<Int> = []
    private var hasDoubles = false

    /// Rows beyond this are not told apart, as in one column.
    private static let most = 100_000

    /// Nil where the table has no such pair of columns.
    init?(_ names: [String], _ matching: ColumnMatch) {
        func best(_ target: String) -> (name: String, field: Int)? {
            let found = names.enumerated().flatMap { field, name in
                matching.candidates(name).filter { $0.target == target }.map { (name, field, $0.score) }
            }
            return found.max { $0.2 < $1.2 }.map { ($0.0, $0.1) }
        }
        guard let family = best(SurveyColumn.familyID), let rt = best(SurveyColumn.rt) else { return nil }
        (self.family, self.rt) = (family, rt)
    }

    mutating func add(_ record: CSVRecord) {
        guard max(family.field, rt.field) < record.count, hashes.count < Self.most else { return }
        var hasher = Hasher()
        hasher.combine(Array(record[family.field].trimmed))
        hasher.combine(Array(record[rt.field].trimmed))
        if !hashes.insert(hasher.finalize()).inserted { hasDoubles = true }
    }

    func tellsRowsApart(_ family: String, _ rt: String) -> Bool {
        family == self.family.name && rt == self.rt.name && !hasDoubles
    }
}

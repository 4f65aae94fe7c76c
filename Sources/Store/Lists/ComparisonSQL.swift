internal import LibPQ
internal import Planning

/// The test of one field in SQL.
struct ComparisonSQL {
    private let expression: String
    private let kind: FieldKind

    init(_ expression: String, _ kind: FieldKind) {
        // A moment is shown to the second, and what is shown must be found.
        self.expression = kind == .moment ? "date_trunc('second', \(expression))" : expression
        self.kind = kind
    }

    func append(_ comparison: Comparison, to sql: inout Statement.StringInterpolation) {
        let value = comparison.values.first?.text ?? ""
        switch (kind, comparison.operator) {
        case (_, .is): sql.appendLiteral("\(expression) is \(comparison.wantsNull ? "" : "not ")null")
        // Nothing that letters and digits could find.
        case (.search, _) where Self.searchKey(value).isEmpty: sql.appendLiteral("false")
        case (.search, _): pattern("%\(Self.escaped(Self.searchKey(value)))%", "like", to: &sql)
        case (.texts, let how): overlap(comparison.values, isWanted: how != .neq, to: &sql)
        case (_, .in): anyOf(comparison.values, to: &sql)
        case (_, .under): under(value, to: &sql)
        case (_, .like): pattern(Self.wildcards(value), "like", to: &sql)
        case (_, .ilike): pattern(Self.wildcards(value), "ilike", to: &sql)
        case (_, .eq): compare("=", value, to: &sql)
        // Absent is another value too, so that `eq` and `neq` together are everything.
        case (_, .neq): compare("is distinct from", value, to: &sql)
        case (_, .lt): compare("<", value, to: &sql)
        case (_, .lte): compare("<=", value, to: &sql)
        case (_, .gt): compare(">", value, to: &sql)
        case (_, .gte): compare(">=", value, to: &sql)
        }
    }

    private func compare(_ word: String, _ value: String, to sql: inout Statement.StringInterpolation) {
        sql.appendLiteral("\(expression) \(word) ")
        sql.appendInterpolation(value)
        sql.appendLiteral("::\(kind.sqlType)")
    }

    private func anyOf(_ values: [FieldValue], to sql: inout Statement.StringInterpolation) {
        sql.appendLiteral("\(expression) = any (")
        sql.appendInterpolation(values.map(\.text))
        sql.appendLiteral("::\(kind.sqlType)[])")
    }

    private func overlap(_ values: [FieldValue], isWanted: Bool, to sql: inout Statement.StringInterpolation) {
        sql.appendLiteral("\(isWanted ? "" : "not ")(\(expression) && ")
        sql.appendInterpolation(values.map(\.text))
        sql.appendLiteral("::text[])")
    }

    /// The region itself and what lies in it: its code begins theirs.
    private func under(_ code: String, to sql: inout Statement.StringInterpolation) {
        sql.appendLiteral("(\(expression) = ")
        sql.appendInterpolation(code)
        sql.appendLiteral(" or ")
        pattern("\(code).%", "like", to: &sql)
        sql.appendLiteral(")")
    }

    private func pattern(_ pattern: String, _ word: String, to sql: inout Statement.StringInterpolation) {
        sql.appendLiteral("\(expression) \(word) ")
        sql.appendInterpolation(pattern)
    }

    /// As `region.search_key` is made.
    private static func searchKey(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// `*` stands for any text; what SQL would take for a wildcard stands for itself.
    private static func wildcards(_ text: String) -> String {
        escaped(text).replacing("*", with: "%")
    }

    private static func escaped(_ text: String) -> String {
        // By code points, as PostgreSQL reads: a mark that combines with `%` does not make it another sign there.
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }
}

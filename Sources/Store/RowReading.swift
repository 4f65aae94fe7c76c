internal import LibPQ
internal import Measurement
internal import Planning

internal import struct FoundationEssentials.UUID

extension Row {
    mutating func id<Subject>(_ type: Identifier<Subject>.Type = Identifier<Subject>.self) throws -> Identifier<Subject>
    {
        Identifier(try next(UUID.self))
    }

    mutating func optionalID<Subject>() throws -> Identifier<Subject>? {
        try next(UUID?.self).map(Identifier.init)
    }

    mutating func day() throws -> CalendarDay {
        CalendarDay(daysSince2000: Int(try next(PostgresDate.self).daysSince2000))
    }

    mutating func optionalDay() throws -> CalendarDay? {
        try next(PostgresDate?.self).map { CalendarDay(daysSince2000: Int($0.daysSince2000)) }
    }

    mutating func moment() throws -> Moment {
        Moment(microsecondsSince1970: try next(PostgresTimestamp.self).microsecondsSince1970)
    }

    mutating func optionalMoment() throws -> Moment? {
        try next(PostgresTimestamp?.self).map { Moment(microsecondsSince1970: $0.microsecondsSince1970) }
    }

    /// An `integer`.
    mutating func count() throws -> Int { Int(try next(Int32.self)) }

    mutating func optionalCount() throws -> Int? { try next(Int32?.self).map(Int.init) }

    /// A `smallint`.
    mutating func small() throws -> Int { Int(try next(Int16.self)) }

    /// A `bigint`: rupiah.
    mutating func rupiah() throws -> Rupiah { Rupiah(try next(Int64.self)) }

    /// A `bigint` of hundredths; the queries multiply, so that no `numeric` has to be read.
    mutating func hundredths() throws -> Hundredths { Hundredths(try next(Int64.self)) }

    mutating func optionalHundredths() throws -> Hundredths? { try next(Int64?.self).map(Hundredths.init) }

    /// One of the words that a check constraint allows.
    mutating func word<Word: RawRepresentable>(_ type: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        try Self.word(next(String.self))
    }

    static func word<Word: RawRepresentable>(_ text: String) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: text) else { throw UnexpectedContent(what: "\(Word.self)", found: text) }
        return word
    }

    /// A shown value as `numeric` text, for example `75.91`.
    mutating func shown() throws -> ShownValue? {
        try next(String?.self).map(Self.shown)
    }

    static func shown(_ text: String) throws -> ShownValue {
        guard let value = ShownValue(decimal: text) else { throw UnexpectedContent(what: "value", found: text) }
        return value
    }

    /// Good, eligible, families missing and families not applicable, as `indicator_result` has them.
    mutating func tally() throws -> IndicatorTally {
        try Self.tally(next(), next(), missing: next(), notApplicable: next())
    }

    /// Without families nobody knows in how many of them an answer is missing, and perhaps not the indicator either.
    static func tally(
        _ good: Int32?, _ eligible: Int32?, missing: Int32?, notApplicable: Int32?
    ) throws -> IndicatorTally {
        guard let good, let eligible else { return .unknown }
        guard
            let tally = IndicatorTally(
                good: Int(good), eligible: Int(eligible), familiesMissing: Int(missing ?? 0),
                familiesNotApplicable: Int(notApplicable ?? 0))
        else { throw UnexpectedContent(what: "tally", found: "\(good)/\(eligible)") }
        return tally
    }

    /// Status, good and eligible, as `family_answer` has them.
    mutating func answered() throws -> (status: FamilyStatus, answers: PackedAnswers) {
        let status = try small()
        guard let known = FamilyStatus(rawValue: status),
            let answers = PackedAnswers(good: try next(), eligible: try next())
        else { throw UnexpectedContent(what: "family", found: "status \(status)") }
        return (known, answers)
    }

    mutating func stamp() throws -> Stamp {
        Stamp(version: try count(), createdAt: try moment(), updatedAt: try moment())
    }
}

extension ShownValue {
    /// Reads the text of a `numeric`: its scale is the number of shown decimals.
    init?(decimal text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        let digits = parts.count == 2 ? parts[1].utf8.count : 0
        guard let units = Int(parts.joined()) else { return nil }
        self.init(units: units, digits: digits)
    }
}

/// The database holds something that this version of the program does not know.
struct UnexpectedContent: Error, CustomStringConvertible {
    let what: String
    let found: String

    var description: String { "the database holds a \(what) that this version does not know" }
}

/// What every list shows of a lokus `l`: its place. Select `columns`, join `joins`, read with `Place(&row)`.
enum PlaceSQL {
    static let columns = "l.kabupaten_code, kab.name, kec.name, l.desa_code, desa.name, desa.level, l.year"
    static let joins = """
        join region desa on desa.code = l.desa_code
        join region kec on kec.code = desa.parent_code
        join region kab on kab.code = l.kabupaten_code
        """
}

extension Place {
    init(_ row: inout Row) throws {
        self.init(
            kabupatenCode: try row.next(), kabupatenName: try row.next(), kecamatanName: try row.next(),
            desaCode: try row.next(), desaName: try row.next(), desaLevel: try row.word(), year: try row.count())
    }
}

extension PostgresDate {
    init(_ day: CalendarDay) {
        self.init(daysSince2000: Int32(day.daysSince2000))
    }
}

extension FieldSQL {
    /// A column of the lokus of the row `alias`, as `PlaceSQL` joins it.
    static func ofLokus(_ field: some RawRepresentable<String>, of alias: String) -> FieldSQL {
        FieldSQL(
            expression: "l.\(field.rawValue)",
            join: "join lokus l on l.kabupaten_code = \(alias).kabupaten_code and l.id = \(alias).lokus_id")
    }
}

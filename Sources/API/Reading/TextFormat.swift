internal import Intake
internal import Planning

/// Why one value cannot be accepted; where it stood is added by whoever knows.
struct ValueFault: Error {
    let code: DraftFault.Code
    let allowed: [String]

    init(_ code: DraftFault.Code, allowed: [String] = []) {
        self.code = code
        self.allowed = allowed
    }
}

/// How a text, from a query or from a JSON string, becomes a value.
struct TextFormat<Value: Sendable>: Sendable {
    let read: @Sendable (String) throws(ValueFault) -> Value

    init(_ read: @escaping @Sendable (String) throws(ValueFault) -> Value) {
        self.read = read
    }

    init(or code: DraftFault.Code, _ read: @escaping @Sendable (String) -> Value?) {
        self.init { text throws(ValueFault) in
            guard let value = read(text) else { throw ValueFault(code) }
            return value
        }
    }
}

extension TextFormat<String> {
    /// One line: a name, a title, a number of a decree.
    static let line = TextFormat { text throws(ValueFault) in
        let line = text.inPlainBlanks
        guard !line.isEmpty else { throw ValueFault(.blank) }
        guard line.unicodeScalars.count <= TextLength.line else { throw ValueFault(.tooLong) }
        guard !text.hasHidden(except: []) else { throw ValueFault(.controlCharacter) }
        return line
    }
    /// A few sentences as they were written; empty where there is nothing to be read in them.
    static let prose = TextFormat { text throws(ValueFault) in
        guard text.unicodeScalars.count <= TextLength.prose else { throw ValueFault(.tooLong) }
        guard !text.hasHidden(except: ["\n", "\r", "\t"]) else { throw ValueFault(.controlCharacter) }
        return text.isBlank ? "" : text
    }
    /// The same, where there has to be something to be read.
    static let sentences = TextFormat { text throws(ValueFault) in
        let prose = try prose.read(text)
        guard !prose.isEmpty else { throw ValueFault(.blank) }
        return prose
    }

    static func text(most: Int) -> TextFormat {
        TextFormat { text throws(ValueFault) in
            guard text.unicodeScalars.count <= most else { throw ValueFault(.tooLong) }
            guard !text.isBlank else { throw ValueFault(.blank) }
            guard !text.hasHidden(except: []) else { throw ValueFault(.controlCharacter) }
            return text
        }
    }
}

extension String {
    /// As in files: two names that look the same must be the same.
    fileprivate func hasHidden(except allowed: Set<Unicode.Scalar>) -> Bool {
        unicodeScalars.contains { ShownText.isHidden($0) && !allowed.contains($0) }
    }
}

extension TextFormat<CalendarDay> {
    /// Any other year is a slip of the keyboard.
    static let day = TextFormat { text throws(ValueFault) in
        guard let day = CalendarDay(text) else { throw ValueFault(.notADay) }
        guard CalendarDay.believedYears.contains(day.year) else { throw ValueFault(.outOfRange) }
        return day
    }
}

extension TextFormat<Moment> {
    static let moment = TextFormat(or: .notAMoment) { Moment($0) }
    /// One that has passed: nobody can be told what will be known.
    static let past = TextFormat { text throws(ValueFault) in
        guard let moment = Moment(exact: text) else { throw ValueFault(.notAMoment) }
        guard moment <= .now else { throw ValueFault(.inTheFuture) }
        return moment
    }
}

extension TextFormat<RegionCode> {
    static let regionCode = TextFormat(or: .notARegionCode) { RegionCode($0) }

    /// Of this depth: 2 for a kabupaten or kota, 4 for a desa or kelurahan.
    static func regionCode(depth: Int) -> TextFormat {
        TextFormat(or: .notARegionCode) { text in RegionCode(text).flatMap { $0.depth == depth ? $0 : nil } }
    }
}

extension TextFormat<Int> {
    /// Digits only.
    static func integer(in range: ClosedRange<Int>) -> TextFormat {
        TextFormat { text throws(ValueFault) in
            guard let number = Int(text), text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: "-") })
            else { throw ValueFault(.wrongType) }
            guard range.contains(number) else { throw ValueFault(.outOfRange) }
            return number
        }
    }
}

extension TextFormat<Double> {
    /// Digits with a point or without: neither an exponent nor a name of a number that is none.
    static func decimal(in range: ClosedRange<Double>) -> TextFormat {
        TextFormat { text throws(ValueFault) in
            guard
                text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
                let number = Double(text)
            else { throw ValueFault(.wrongType) }
            guard range.contains(number) else { throw ValueFault(.outOfRange) }
            return number
        }
    }
}

extension TextFormat<Bool> {
    static let flag = TextFormat(or: .wrongType) { text in text == "true" ? true : text == "false" ? false : nil }
}

extension TextFormat where Value: RawRepresentable<String> & CaseIterable {
    static var word: TextFormat {
        TextFormat { text throws(ValueFault) in
            guard let value = Value(rawValue: text) else {
                throw ValueFault(.notInList, allowed: Value.allCases.map(\.rawValue))
            }
            return value
        }
    }
}

extension TextFormat {
    static func id<Subject>() -> TextFormat where Value == Identifier<Subject> {
        TextFormat(or: .notAnID) { Identifier($0) }
    }
}

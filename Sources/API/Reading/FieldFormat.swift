internal import Planning
internal import Wire

/// How a JSON value becomes a value of ours.
struct FieldFormat<Value: Sendable>: Sendable {
    let read: @Sendable (JSONValue) throws(ValueFault) -> Value
    /// Whether a fault must not show the value back.
    let isSecret: Bool

    init(isSecret: Bool = false, _ read: @escaping @Sendable (JSONValue) throws(ValueFault) -> Value) {
        self.read = read
        self.isSecret = isSecret
    }

    static func text(_ format: TextFormat<Value>) -> FieldFormat {
        FieldFormat { value throws(ValueFault) in
            guard let text = value.text else { throw ValueFault(.wrongType) }
            return try format.read(text)
        }
    }
}

extension FieldFormat<String> {
    static let line = text(.line)
    static let prose = text(.prose)
    static let sentences = text(.sentences)
}

extension FieldFormat<CalendarDay> {
    static let day = text(.day)
}

extension FieldFormat<Bool> {
    static let flag = FieldFormat { value throws(ValueFault) in
        guard let flag = value.flag else { throw ValueFault(.wrongType) }
        return flag
    }
}

extension FieldFormat<Int> {
    /// `12.0` is 12: JSON has one kind of number.
    static func integer(in range: ClosedRange<Int>) -> FieldFormat {
        FieldFormat { value throws(ValueFault) in
            guard let number = value.number else { throw ValueFault(.wrongType) }
            guard let integer = value.integer else {
                throw ValueFault(number.integer == nil && number.isWhole ? .outOfRange : .wrongType)
            }
            guard range.contains(integer) else { throw ValueFault(.outOfRange) }
            return integer
        }
    }
}

extension FieldFormat<Rupiah> {
    static let rupiah = FieldFormat { value throws(ValueFault) in
        Rupiah(Int64(try FieldFormat<Int>.integer(in: 0...Int(Rupiah.largest.amount)).read(value)))
    }
}

extension FieldFormat<Rupiah> {
    static let rupiahAboveZero = FieldFormat { value throws(ValueFault) in
        Rupiah(Int64(try FieldFormat<Int>.integer(in: 1...Int(Rupiah.largest.amount)).read(value)))
    }
}

extension FieldFormat<Hundredths> {
    /// Zero to `most` with at most two decimals; further zeros say nothing and are let pass.
    static func hundredths(upTo most: Hundredths) -> FieldFormat {
        FieldFormat { value throws(ValueFault) in
            guard let number = value.number else { throw ValueFault(.wrongType) }
            guard let plain = number.plain else {
                let isSmall = number.double.map { $0.magnitude < 1 } ?? false
                throw ValueFault(isSmall ? .tooManyDecimals : .outOfRange)
            }
            let parts = plain.split(separator: ".")
            var decimals = parts.count > 1 ? parts[1] : ""
            while decimals.last == "0" { decimals.removeLast() }
            guard decimals.utf8.count <= 2 else { throw ValueFault(.tooManyDecimals) }
            guard let hundredths = Hundredths(decimals.isEmpty ? String(parts[0]) : "\(parts[0]).\(decimals)"),
                (.zero...most).contains(hundredths)
            else { throw ValueFault(.outOfRange) }
            return hundredths
        }
    }

    static let percent = hundredths(upTo: Hundredths(100_00))
    /// As much as the column holds: twelve digits before the point.
    static let quantity = hundredths(upTo: Hundredths(999_999_999_999_99))
}

extension JSONNumber {
    /// Whether no digit stands after the point.
    fileprivate var isWhole: Bool { plain.map { !$0.contains(".") } ?? true }
}

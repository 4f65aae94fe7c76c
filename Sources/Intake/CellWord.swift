extension CellFormat where Value: RawRepresentable<String> & CaseIterable & Sendable {
    /// One of the type's raw values, in any case.
    package static var word: CellFormat {
        choice(Value.allCases.map { ($0.rawValue, $0) })
    }

    /// One of these words, in any case, or a raw value, so that an export can be read again.
    package static func choice(_ words: [(word: String, value: Value)]) -> CellFormat {
        let codes = Value.allCases.map { (word: $0.rawValue, value: $0) }
        let values = Dictionary((words + codes).map { (folded($0.word.utf8), $0.value) }) { first, _ in first }
        let expected = words.map(\.word).joined(separator: ", ")
        return CellFormat { cell throws(CellRefusal) in
            guard let value = values[folded(cell)] else { throw CellRefusal(.notAChoice, expected: expected) }
            return value
        }
    }

    private static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map(ASCII.lowercased) }
}

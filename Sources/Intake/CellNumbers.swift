extension CellFormat<Int> {
    /// A whole number in digits only.
    package static func integer(in range: ClosedRange<Int>) -> CellFormat {
        CellFormat { cell throws(CellRefusal) in
            guard let value = cell.digits else { throw CellRefusal(.notAnInteger) }
            guard range.contains(value) else {
                throw CellRefusal(.outOfRange, expected: "\(range.lowerBound)–\(range.upperBound)")
            }
            return value
        }
    }

    /// A number with up to two decimals, as hundredths: `8570`, `8570.5` or `8570,50`.
    ///
    /// `8.570` is refused: an office means eight thousand, a program eight and a half, and none can tell which sent it.
    package static var hundredths: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            let mark = cell.firstIndex { $0 == ASCII.point || $0 == ASCII.comma } ?? cell.endIndex
            let whole = cell[..<mark]
            let decimals = cell[mark...].dropFirst()
            let isGrouped = decimals.split { $0 == ASCII.point || $0 == ASCII.comma }.allSatisfy { $0.count == 3 }
            if mark < cell.endIndex, !decimals.isEmpty, isGrouped, whole.digits != nil,
                decimals.allSatisfy({ ASCII.isDigit($0) || $0 == ASCII.point || $0 == ASCII.comma })
            {
                throw CellRefusal(.ambiguousThousands)
            }
            guard let units = whole.digits, whole.count <= 12, mark == cell.endIndex || 1...2 ~= decimals.count else {
                throw CellRefusal(.notADecimal)
            }
            guard let fraction = decimals.isEmpty ? 0 : decimals.digits else { throw CellRefusal(.notADecimal) }
            return units * 100 + (decimals.count == 1 ? fraction * 10 : fraction)
        }
    }
}

extension CellFormat<Int> {
    /// Rupiah as an office writes them: `1250000`, `1.250.000`, `Rp1.250.000`, `Rp 1.250.000,00`, `1.250.000,-`.
    ///
    /// Real sen are refused rather than rounded, and so is everything that another country would read differently,
    /// such as `1,250,000` and `1250000.00`.
    package static var rupiah: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            var rest = cell
            if rest.prefix(2).map(ASCII.lowercased) == Array("rp".utf8) {
                rest = rest.dropFirst(2)
                if rest.first == ASCII.point { rest = rest.dropFirst() }
                rest = rest.trimmed
            }
            let comma = rest.firstIndex(of: ASCII.comma) ?? rest.endIndex
            let decimals = rest[comma...].dropFirst()
            let value = try wholeRupiah(rest[..<comma])
            if comma == rest.endIndex || Array(decimals) == [ASCII.hyphen] { return value }
            guard decimals.count == 2, let sen = decimals.digits else { throw CellRefusal(.notMoney) }
            guard sen == 0 else { throw CellRefusal(.moneyWithSen) }
            return value
        }
    }

    /// A single amount is at most a trillion; more is a slip of the keyboard.
    private static let most = 1_000_000_000_000

    private static func wholeRupiah(_ digits: ArraySlice<UInt8>) throws(CellRefusal) -> Int {
        let groups = digits.split(separator: ASCII.point, omittingEmptySubsequences: false)
        let areGrouped = 1...3 ~= groups[0].count && groups.dropFirst().allSatisfy { $0.count == 3 }
        let plain = Array(groups.joined())
        // A leading zero in front of other digits is a slip or a code, not an amount.
        let isAmount = plain.count <= 15 && (plain.first != ASCII.zero || plain.count == 1)
        guard groups.count == 1 || areGrouped, isAmount, let value = plain[...].digits, value <= most else {
            throw CellRefusal(.notMoney)
        }
        return value
    }
}

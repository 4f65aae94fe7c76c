/// The code of a sub-activity in the nomenclature of regional budgets, however an office spells it:
/// `2.08.04.2.01.0003` as SIPD has it since 2023, `2.08.04.02.01.0003`, or `2.08.04.2.01.03` as before.
///
/// The segments are urusan, bidang, programme, whose it is (1 province, 2 kabupaten or kota) with the activity, and the
/// sub-activity. What every office needs (`X.XX.01…`) has no urusan of its own.
package struct SubActivityCode: Hashable, Sendable, CustomStringConvertible {
    /// The one spelling that is kept: SIPD's.
    package let description: String

    /// Nil for what is no such code, for example that of an activity alone.
    package init?(_ text: String) {
        let parts = text.inPlainBlanks.uppercased().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 6 else { return nil }
        let isCommon = parts[0] == "X" && parts[1] == "XX"
        guard isCommon || Self.isNumber(parts[0], of: 1...1) && parts[0] != "0" && Self.isNumber(parts[1], of: 2...2),
            Self.isNumber(parts[2], of: 2...2), let owner = Self.owners[String(parts[3])],
            Self.isNumber(parts[4], of: 2...2),
            Self.isNumber(parts[5], of: 2...2) || Self.isNumber(parts[5], of: 4...4)
        else { return nil }
        let last = parts[5].count == 2 ? "00\(parts[5])" : String(parts[5])
        description = "\(parts[0]).\(parts[1]).\(parts[2]).\(owner).\(parts[4]).\(last)"
    }

    private static let owners = ["1": "1", "01": "1", "2": "2", "02": "2"]

    private static func isNumber(_ part: Substring, of lengths: ClosedRange<Int>) -> Bool {
        lengths.contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
    }
}

package import Measurement

/// Numbers as an Indonesian office writes them: a point between thousands, a comma before decimals.
package enum Indonesian {
    /// `1.250.000`; in a table whose heading says "(Rp)".
    package static func integer(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude))
    }

    /// `Rp1.250.000`, without a blank.
    package static func rupiah(_ amount: Int) -> String {
        (amount < 0 ? "-" : "") + "Rp" + grouped(String(amount.magnitude))
    }

    /// `8.570,25`: decimals as they are in the text, which tells how exact the number is; nil where it is too long.
    package static func decimal(_ number: JSONNumber) -> String? {
        number.plain.map(decimal(plain:))
    }

    /// `59,29 %`.
    package static func percent(_ number: JSONNumber) -> String? {
        decimal(number).map { $0 + " %" }
    }

    /// `+16,30`, `-0,92`, `0,00`: a change, rounded half away from zero to two decimals.
    package static func change(_ change: ShownChange) -> String {
        (change.hundredths > 0 ? "+" : "") + decimal(plain: change.description)
    }

    /// The change that an unrounded number states; nil where it is none that points can have.
    package static func change(_ number: JSONNumber) -> String? {
        // ShownChange traps beyond what it can hold, and no change in points is beyond a hundred.
        guard let points = number.double, points.magnitude <= 1_000_000 else { return nil }
        return change(ShownChange(points))
    }

    /// `+2,72 poin`: a change of the index.
    package static func points(_ number: JSONNumber) -> String? {
        change(number).map { $0 + " poin" }
    }

    /// `8.570,25` of `8570.25`.
    static func decimal(plain: String) -> String {
        let isNegative = plain.first == "-"
        let halves = plain.drop { $0 == "-" }.split(separator: ".")
        let whole = (isNegative ? "-" : "") + grouped(String(halves.first ?? "0"))
        return halves.count > 1 ? whole + "," + halves[1] : whole
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(".") }
            text.append(digit)
        }
        return text
    }
}

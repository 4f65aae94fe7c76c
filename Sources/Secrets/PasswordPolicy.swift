/// What a new password has to be.
package struct PasswordPolicy: Sendable {
    package enum Name: String, CaseIterable, Sendable {
        /// As NIST SP 800-63B-4 has it: long, not known to everybody, and otherwise as one likes, for as long as one likes.
        case nist
        /// The same, and as guides of Indonesian offices ask: of four kinds of characters, another one every 90 days, and
        /// none of the last five.
        case bssn
    }

    package enum Fault: String, CaseIterable, Sendable {
        case tooShort = "password_too_short"
        case tooLong = "password_too_long"
        case common = "password_is_common"
        case notMixed = "password_is_not_mixed"
        case usedBefore = "password_was_used_before"
    }

    package static let longest = 128

    package let name: Name

    package init(_ name: Name) {
        self.name = name
    }

    /// Where a password is all that is asked for; with a second factor, fewer do.
    package func fewest(withSecondFactor: Bool) -> Int { withSecondFactor ? 8 : 15 }

    /// How many days until there has to be another; nil: never.
    package var mostDays: Int? { name == .bssn ? 90 : nil }

    /// How many earlier ones are remembered.
    package var remembered: Int { name == .bssn ? 5 : 0 }

    /// Everything that is wrong with it, whoever had it before.
    ///
    /// - Parameter context: what everybody knows of the person: name, e-mail, office.
    package func faults(
        of password: PasswordText, context: [String], withSecondFactor: Bool = false
    ) -> [Fault] {
        var faults: [Fault] = []
        if password.count < fewest(withSecondFactor: withSecondFactor) { faults.append(.tooShort) }
        // Looked at no further: the work grows with the length.
        if password.count > Self.longest { return faults + [.tooLong] }
        if GuessablePassword(password.text, context: context).isGuessable { faults.append(.common) }
        if name == .bssn, !Self.isMixed(password.text) { faults.append(.notMixed) }
        return faults
    }

    private static func isMixed(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.contains { $0.properties.isLowercase } && scalars.contains { $0.properties.isUppercase }
            && scalars.contains { $0.properties.numericType != nil }
            && scalars.contains { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    }
}

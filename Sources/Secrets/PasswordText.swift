internal import Foundation

/// A password as it is hashed: whole, in one form of Unicode, whatever keyboard it came from.
package struct PasswordText: Sendable {
    /// Much longer than any that is accepted; what is longer still is no attempt of a person.
    package static let mostCharacters = 1024

    let text: String

    package init(_ text: String) {
        self.text = text.precomposedStringWithCanonicalMapping
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// As a person counts them.
    var count: Int { text.unicodeScalars.count }
}

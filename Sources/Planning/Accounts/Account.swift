/// A person, whatever they may do.
package struct Account: Hashable, Sendable {
    package typealias ID = Identifier<Account>

    package let id: ID
    package let name: String
    package let email: EmailAddress

    package init(id: ID, name: String, email: EmailAddress) {
        self.id = id
        self.name = name
        self.email = email
    }
}

/// What somebody signs in with, in the one form in which it is kept.
///
/// Only what every such address has is asked for: whether it is somebody's, only a message sent to it would tell. Letters
/// of other alphabets and marks that are not seen are refused, or two people could have addresses that look the same.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    package static let longest = 254

    package let description: String

    /// Nil where it is none.
    package init?(_ text: String) {
        let address = text.inPlainBlanks.lowercased()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), address.utf8.count <= Self.longest,
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        description = address
    }
}

/// One role in one area, which somebody holds for a time: in its name a request acts.
package struct Assignment: Hashable, Sendable {
    package enum Subject {}
    package typealias ID = Identifier<Subject>

    package let id: ID
    package let name: String
    package let role: Caller.Role
    /// Kabupaten or province.
    package let area: RegionCode
    /// The kabupaten in which it may act.
    package let areas: [RegionCode]
    package let agency: String?
    package let desa: RegionCode?
    package let validFrom: Moment?
    package let validUntil: Moment?

    package init(
        id: ID, name: String, role: Caller.Role, area: RegionCode, areas: [RegionCode], agency: String?,
        desa: RegionCode?, validFrom: Moment?, validUntil: Moment?
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.area = area
        self.areas = areas
        self.agency = agency
        self.desa = desa
        self.validFrom = validFrom
        self.validUntil = validUntil
    }
}

/// Whose a token is, and what its holder may act as.
package struct Identity: Sendable {
    /// Nil where an office's machine holds it.
    package let account: Account?
    /// Those that are held now, the oldest first.
    package let assignments: [Assignment]

    package init(account: Account?, assignments: [Assignment]) {
        self.account = account
        self.assignments = assignments
    }

    /// The one that a request acts as; nil where it has to name one of several, or there is none.
    package func acting(as wanted: Assignment.ID?) throws(Refusal) -> Assignment? {
        guard let wanted else { return assignments.count == 1 ? assignments.first : nil }
        guard let found = assignments.first(where: { $0.id == wanted }) else { throw .principalNotHeld }
        return found
    }
}

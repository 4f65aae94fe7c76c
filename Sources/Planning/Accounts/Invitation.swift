/// Somebody to whom a role in an area is given.
package struct InvitationDraft: Hashable, Sendable {
    package let email: EmailAddress
    /// Of the person; who has an account already keeps their own.
    package let name: String
    package let role: Caller.Role
    package let kabupaten: RegionCode
    /// For the roles `agency` and `reporter` only.
    package let agency: String?
    /// For the role `village` only.
    package let desa: RegionCode?
    /// For the role `subdistrict` only.
    package let kecamatan: RegionCode?
    /// For the role `auditor` only, which has a last day as well.
    package let assignmentLetter: String?
    package let validFrom: CalendarDay?
    /// The last day.
    package let validUntil: CalendarDay?

    package init(
        email: EmailAddress, name: String, role: Caller.Role, kabupaten: RegionCode, agency: String?,
        desa: RegionCode?, kecamatan: RegionCode? = nil, assignmentLetter: String? = nil, validFrom: CalendarDay?,
        validUntil: CalendarDay?
    ) {
        self.email = email
        self.name = name
        self.role = role
        self.kabupaten = kabupaten
        self.agency = agency
        self.desa = desa
        self.kecamatan = kecamatan
        self.assignmentLetter = assignmentLetter
        self.validFrom = validFrom
        self.validUntil = validUntil
    }
}

/// A code with which somebody chooses a password, as it is made.
package struct CodeDraft: Sendable {
    package enum Subject {}

    /// How long it can be used, in days.
    package static let lastsDays = 7

    package let id: Identifier<Subject>
    /// Shown once, to whoever gives it to the person.
    package let secret: TokenSecret
    package let hash: [UInt8]

    /// - Parameter hash: SHA-256 of a text.
    package init(hashing hash: (String) -> [UInt8]) {
        id = .new()
        secret = .random(.invitation)
        self.hash = hash(secret.text)
    }
}

/// What came of giving somebody a role.
package struct Invited: Hashable, Sendable {
    package let account: Account.ID
    package let principal: Assignment.ID
    /// Until when the code can be used; nil where none was made, as the person has an account.
    package let codeExpiresAt: Moment?

    package init(account: Account.ID, principal: Assignment.ID, codeExpiresAt: Moment?) {
        self.account = account
        self.principal = principal
        self.codeExpiresAt = codeExpiresAt
    }
}

/// What is put right of somebody's account; nil: it was right.
package struct AccountCorrection: Hashable, Sendable {
    package let name: String?
    package let email: EmailAddress?

    package init(name: String?, email: EmailAddress?) {
        self.name = name
        self.email = email
    }
}

/// Who holds a role, as those see it who look after accounts.
package struct Holding: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case current, coming, past, ended
        /// Of a disabled account, whatever its time.
        case disabled
    }

    package let id: Assignment.ID
    package let kabupatenCode: String
    package let role: Caller.Role
    package let agency: String?
    package let desa: String?
    package let kecamatan: String?
    package let state: State
    package let validFrom: Moment?
    package let validUntil: Moment?
    package let account: Account
    /// When the person signed in last.
    package let signedInAt: Moment?

    package init(
        id: Assignment.ID, kabupatenCode: String, role: Caller.Role, agency: String?, desa: String?, kecamatan: String?,
        state: State, validFrom: Moment?, validUntil: Moment?, account: Account, signedInAt: Moment?
    ) {
        self.id = id
        self.kabupatenCode = kabupatenCode
        self.role = role
        self.agency = agency
        self.desa = desa
        self.kecamatan = kecamatan
        self.state = state
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.account = account
        self.signedInAt = signedInAt
    }
}

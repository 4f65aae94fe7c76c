package import Planning

extension Holding.State: JSONRepresentable {}

extension Holding: ListItem {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("kabupaten_code", kabupatenCode)
            json.member("role", role)
            json.member("agency_code", agency)
            json.member("desa_code", desa)
            json.member("kecamatan_code", kecamatan)
            json.member("state", state)
            json.member("valid_from", validFrom)
            json.member("valid_until", validUntil)
            json.member("account_id", account.id)
            json.member("name", account.name)
            json.member("email", account.email.description)
            json.member("signed_in_at", signedInAt)
        }
    }

    package static let columns: [CSVColumn<Holding>] = [
        CSVColumn("id") { $0.id }, CSVColumn("kabupaten_code") { $0.kabupatenCode }, CSVColumn("role") { $0.role },
        CSVColumn("agency_code") { $0.agency }, CSVColumn("desa_code") { $0.desa },
        CSVColumn("kecamatan_code") { $0.kecamatan }, CSVColumn("state") { $0.state },
        CSVColumn("valid_from") { $0.validFrom }, CSVColumn("valid_until") { $0.validUntil },
        CSVColumn("account_id") { $0.account.id }, CSVColumn("name") { $0.account.name },
        CSVColumn("email") { $0.account.email.description }, CSVColumn("signed_in_at") { $0.signedInAt },
    ]
}

/// A role that was given, with the code that goes with it: the only time that it is written.
package struct InvitedRepresentation: JSONRepresentable {
    private let invited: Invited
    private let code: TokenSecret

    package init(_ invited: Invited, code: TokenSecret) {
        self.invited = invited
        self.code = code
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account_id", invited.account)
            json.member("principal_id", invited.principal)
            json.member("code", invited.codeExpiresAt.map { _ in code.text })
            json.member("code_expires_at", invited.codeExpiresAt)
        }
    }
}

/// A code for somebody who has an account.
package struct ResetRepresentation: JSONRepresentable {
    private let account: Account.ID
    private let code: TokenSecret?
    private let expiresAt: Moment?

    /// - Parameter code: nil where it was shown before.
    package init(account: Account.ID, code: TokenSecret?, expiresAt: Moment?) {
        self.account = account
        self.code = code
        self.expiresAt = expiresAt
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account_id", account)
            json.member("code", code?.text)
            json.member("code_expires_at", expiresAt)
        }
    }
}

/// An account that was disabled or enabled.
package struct AccountSwitch: JSONRepresentable {
    private let account: Account.ID
    private let isDisabled: Bool

    package init(account: Account.ID, isDisabled: Bool) {
        self.account = account
        self.isDisabled = isDisabled
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account_id", account)
            json.member("disabled", isDisabled)
        }
    }
}

/// A role that was taken back.
package struct EndedPrincipal: JSONRepresentable {
    private let principal: Assignment.ID

    package init(principal: Assignment.ID) {
        self.principal = principal
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("principal_id", principal)
            json.member("state", Holding.State.ended)
        }
    }
}

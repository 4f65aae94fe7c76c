package import Planning

extension SecondFactor: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("enabled", confirmedAt != nil)
            json.member("confirmed_at", confirmedAt)
            json.member("recovery_codes_left", codesLeft)
        }
    }
}

/// A secret just made: the only time that it is written.
package struct SecondFactorEnrolment: JSONRepresentable {
    private let secret: String
    private let address: String

    package init(secret: String, address: String) {
        self.secret = secret
        self.address = address
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("secret", secret)
            json.member("otpauth_uri", address)
        }
    }
}

/// Codes on paper just made: the only time that they are written.
package struct RecoveryCodes: JSONRepresentable {
    private let codes: [String]
    private let sessionsEnded: Int

    package init(_ codes: [String], sessionsEnded: Int) {
        self.codes = codes
        self.sessionsEnded = sessionsEnded
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("recovery_codes", codes)
            json.member("sessions_ended", sessionsEnded)
        }
    }
}

package struct SecondFactorRemoval: JSONRepresentable {
    private let account: Account.ID
    private let sessionsEnded: Int

    package init(account: Account.ID, sessionsEnded: Int) {
        self.account = account
        self.sessionsEnded = sessionsEnded
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account_id", account)
            json.member("sessions_ended", sessionsEnded)
        }
    }
}

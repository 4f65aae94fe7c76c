/// A sign-in that is still believed, or a machine's token, as whoever owns it sees it.
package struct HeldToken: Hashable, Sendable {
    package enum Subject {}
    package typealias ID = Identifier<Subject>

    package let id: ID
    /// What it is for; of a session, the program that signed in.
    package let name: String
    /// The session of the request itself.
    package let isCurrent: Bool
    package let createdAt: Moment
    package let seenAt: Moment
    package let expiresAt: Moment

    package init(
        id: ID, name: String, isCurrent: Bool, createdAt: Moment, seenAt: Moment, expiresAt: Moment
    ) {
        self.id = id
        self.name = name
        self.isCurrent = isCurrent
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.expiresAt = expiresAt
    }
}

/// How long a session is believed.
package enum SessionTime {
    /// However much it is used: an office's day.
    package static let lastsHours = 12
    /// Left alone.
    package static let idleMinutes = 120
}

/// What a password hashes to, with the parameters that it was hashed by (scrypt, RFC 7914).
package struct KeptPassword: Hashable, Sendable {
    package struct Parameters: Hashable, Sendable {
        /// N, a power of two: how much memory, with `blockSize`.
        package let cost: Int
        /// r.
        package let blockSize: Int
        /// p: how often.
        package let parallelism: Int

        package init(cost: Int, blockSize: Int, parallelism: Int) {
            self.cost = cost
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// 32 MiB and about a fifth of a second.
        package static let today = Parameters(cost: 1 << 15, blockSize: 8, parallelism: 3)
    }

    package let parameters: Parameters
    package let salt: [UInt8]
    package let hash: [UInt8]

    package init(parameters: Parameters, salt: [UInt8], hash: [UInt8]) {
        self.parameters = parameters
        self.salt = salt
        self.hash = hash
    }
}

/// The counters of an attempt to sign in, each a keyed hash: nobody reads an e-mail or an address back from them.
package struct SignInCounters: Hashable, Sendable {
    package let byEmail: [UInt8]
    package let byAddress: [UInt8]
    /// Of both together, which is there once they were right together.
    package let byBoth: [UInt8]

    package init(byEmail: [UInt8], byAddress: [UInt8], byBoth: [UInt8]) {
        self.byEmail = byEmail
        self.byAddress = byAddress
        self.byBoth = byBoth
    }
}

/// An attempt to sign in that was looked at, and wrong.
package struct FailedSignIn: Hashable, Sendable {
    package enum Reason: String, Sendable {
        case password
        /// The password was right.
        case secondFactor = "second_factor"
    }

    package let email: EmailAddress
    package let reason: Reason
    package let requestID: String

    package init(_ email: EmailAddress, _ reason: Reason, requestID: String) {
        self.email = email
        self.reason = reason
        self.requestID = requestID
    }
}

/// What an attempt to sign in has to be checked against, once it was counted.
package enum SignInCheck: Sendable {
    /// Too many were wrong: not before so many seconds.
    case wait(seconds: Int)
    /// No account, a disabled one, or one without a password; nobody is told which.
    case nobody
    case somebody(Candidate)

    package struct Candidate: Sendable {
        package let account: Account.ID
        package let name: String
        package let password: KeptPassword
        package let setAt: Moment
        /// The sealed secret of the second factor, whose code is asked for; nil where there is none.
        package let secondFactor: [UInt8]?

        package init(
            account: Account.ID, name: String, password: KeptPassword, setAt: Moment, secondFactor: [UInt8]?
        ) {
            self.account = account
            self.name = name
            self.password = password
            self.setAt = setAt
            self.secondFactor = secondFactor
        }
    }
}

/// A session to be made for somebody whose password was right, and whose code.
package struct SessionDraft: Sendable {
    package let account: Account.ID
    /// When the password was set that was right: another one must not have taken its place.
    package let passwordSetAt: Moment
    package let id: HeldToken.ID
    package let tokenHash: [UInt8]
    package let name: String
    /// Nil where the person has no second factor.
    package let used: UsedCode?
    /// Nil where the one that was right stays.
    package let newPassword: PasswordChange?
    package let requestID: String

    /// Another password, and how many before it are remembered.
    package struct PasswordChange: Sendable {
        package let password: KeptPassword
        package let earlier: Int

        package init(_ password: KeptPassword, keeping earlier: Int) {
            self.password = password
            self.earlier = earlier
        }
    }

    package init(
        account: Account.ID, passwordSetAt: Moment, id: HeldToken.ID, tokenHash: [UInt8], name: String, used: UsedCode?,
        newPassword: PasswordChange?, requestID: String
    ) {
        self.account = account
        self.passwordSetAt = passwordSetAt
        self.id = id
        self.tokenHash = tokenHash
        self.name = name
        self.used = used
        self.newPassword = newPassword
        self.requestID = requestID
    }
}

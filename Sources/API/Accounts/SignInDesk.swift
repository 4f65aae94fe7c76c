internal import Planning
internal import Secrets

/// Checks passwords: counted before they are looked at, looked at by two at a time, and always at the same cost.
struct SignInDesk: Sendable {
    let accounts: any SignInPort
    let lane: PasswordLane
    let policy: PasswordPolicy
    let key: SignInKey
    let seal: SecondFactorSeal
    let metrics: Metrics

    /// What came of an attempt.
    enum Outcome: String {
        case signedIn = "signed_in"
        /// No such account, or another password: the two are told apart by nobody.
        case refused
        /// The password was right, and a code is asked for.
        case halfway = "second_factor_required"
        /// Not looked at, as too many were wrong before.
        case waiting
        /// Not looked at, as too many are being looked at.
        case busy
    }

    /// Somebody whose password was right.
    struct Known {
        let candidate: SignInCheck.Candidate
        let email: EmailAddress
        let counters: SignInCounters
        let requestID: String
        let place: ClientPlace
    }

    /// Who it is; throws the one answer that there is to everything that is wrong.
    func check(
        _ email: EmailAddress, _ password: PasswordText, from place: ClientPlace, in requestID: String
    ) async throws -> Known {
        let counters = key.counters(of: email, from: place.name)
        switch try await accounts.beginSignIn(email, counters) {
        case .wait(let seconds):
            concluded(.waiting)
            throw Rejection.tooManyAttempts(wait: seconds)
        case .nobody:
            // Hashed all the same, or its time would tell that there is no such account.
            _ = try await matches(password, nil, counters, place)
        case .somebody(let candidate):
            if try await matches(password, candidate.password, counters, place) {
                return Known(
                    candidate: candidate, email: email, counters: counters, requestID: requestID, place: place)
            }
        }
        concluded(.refused)
        try await accounts.refuseSignIn(FailedSignIn(email, .password, requestID: requestID), counters)
        throw Rejection.signInRefused
    }

    /// The token of a new session, and when it ends. Whatever may fail for want of room is done before.
    func begin(
        _ known: Known, using code: UsedCode?, changingTo newPassword: PasswordText?, named name: String
    ) async throws -> (token: TokenSecret, id: HeldToken.ID, ends: Moment) {
        let (token, id) = (TokenSecret.random(), HeldToken.ID.new())
        var change: SessionDraft.PasswordChange?
        if let newPassword {
            change = .init(try await hashed(newPassword, from: known.place), keeping: policy.remembered)
        }
        let draft = SessionDraft(
            account: known.candidate.account, passwordSetAt: known.candidate.setAt, id: id, tokenHash: token.hash,
            name: name, used: code, newPassword: change, requestID: known.requestID)
        let ends = try await using(known) { try await accounts.beginSession(draft, known.counters) }
        concluded(.signedIn)
        return (token, id, ends)
    }

    /// Hashes what was right as passwords are hashed today. The person need not wait for it to succeed another time.
    func renew(_ known: Known, _ password: PasswordText) async {
        guard !lane.isOfToday(known.candidate.password),
            let kept = try? await lane.hashed(password, for: known.place.name)
        else { return }
        try? await accounts.rehash(known.candidate.account, setAt: known.candidate.setAt, as: kept)
    }

    /// Whether the password is older than the policy lets it be.
    func isTooOld(_ known: Known, at now: Moment = .now) -> Bool {
        guard let days = policy.mostDays else { return false }
        let age = now.microsecondsSince1970 - known.candidate.setAt.microsecondsSince1970
        return age > Int64(days) * 86_400_000_000
    }

    /// Throws what is wrong with a new password, at the member `pointer`.
    func requireGood(
        _ password: PasswordText, of account: Account.ID?, context: [String], from place: ClientPlace,
        at pointer: String
    ) async throws {
        var faults = policy.faults(of: password, context: context)
        if faults.isEmpty, policy.remembered > 0, let account {
            for kept in try await accounts.earlierPasswords(of: account)
            where try await hashing({ try await lane.matches(password, kept, for: place.name) }) {
                faults = [.usedBefore]
                break
            }
        }
        guard faults.isEmpty else {
            throw Refusal.faults(faults.map { DraftFault(pointer: pointer, code: $0.code) })
        }
    }

    /// The same at `new_password`. Whoever knows the present one was not wrong, whatever the new one is worth.
    func requireGood(_ password: PasswordText, of known: Known, context: [String]) async throws {
        try await forgiving(known.counters) {
            try await requireGood(
                password, of: known.candidate.account, context: context + [known.email.description],
                from: known.place, at: "/new_password")
        }
    }

    func hashed(_ password: PasswordText, from place: ClientPlace) async throws -> KeptPassword {
        try await hashing { try await lane.hashed(password, for: place.name) }
    }

    /// The only place that knows what came of an attempt to sign in.
    func concluded(_ outcome: Outcome) {
        metrics.add(to: .signIns, [MetricLabel("outcome", outcome.rawValue)])
    }

    private func matches(
        _ password: PasswordText, _ kept: KeptPassword?, _ counters: SignInCounters, _ place: ClientPlace
    ) async throws -> Bool {
        do {
            return try await lane.matches(password, kept, for: place.name)
        } catch is PasswordLane.Busy {
            concluded(.busy)
            // Nobody has looked at it, so nobody was wrong.
            try? await accounts.undoSignIn(counters)
            throw Rejection.overloaded
        }
    }

    private func hashing<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch is PasswordLane.Busy {
            throw Rejection.overloaded
        }
    }
}

extension PasswordPolicy.Fault {
    fileprivate var code: DraftFault.Code {
        switch self {
        case .tooShort: .passwordTooShort
        case .tooLong: .passwordTooLong
        case .common: .passwordIsCommon
        case .notMixed: .passwordIsNotMixed
        case .usedBefore: .passwordWasUsedBefore
        }
    }
}

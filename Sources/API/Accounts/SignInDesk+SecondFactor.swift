internal import Planning
internal import Secrets

/// What is asked for beside the password, once that was right.
extension SignInDesk {
    /// What the schema says where a code was used before, or is none.
    private static let usedUp = "second_factor_code_is_used_once"

    /// The code to be used up; nil where the person has no second factor. Whoever gets so far knows the password, so
    /// that being asked for a code tells them nothing of others.
    func checkSecondFactor(_ code: SecondFactorCode?, of known: Known) async throws -> UsedCode? {
        guard let sealed = known.candidate.secondFactor else { return nil }
        guard let code else {
            // Nobody was wrong. What counts against guessing is each wrong code.
            await forgive(known.counters)
            concluded(.halfway)
            throw Rejection.secondFactorRequired
        }
        guard let used = used(code, sealed, of: known.candidate.account) else {
            throw try await refusal(of: known)
        }
        return used
    }

    /// Nil where it is none of about now.
    func used(_ code: SecondFactorCode, _ sealed: [UInt8], of account: Account.ID) -> UsedCode? {
        switch code {
        case .recovery(let code): return .recovery(hash: code.hash)
        case .time(let digits):
            guard let secret = seal.opened(sealed, of: account.description) else { return nil }
            let now = Moment.now.microsecondsSince1970 / 1_000_000
            return TimeCode.step(of: digits, secret, at: now).map { .step($0) }
        }
    }

    /// Does what uses a code up; whoever is told that it was used before, or is none, was wrong.
    func using<Done>(_ known: Known, _ work: () async throws -> Done) async throws -> Done {
        do {
            return try await work()
        } catch Refusal.conflict(let rule) where rule == Self.usedUp {
            throw try await refusal(of: known)
        } catch {
            await forgive(known.counters)
            throw error
        }
    }

    /// Whoever is wrong here knows the password, which is worth to be recorded each time.
    private func refusal(of known: Known) async throws -> Rejection {
        concluded(.refused)
        let failure = FailedSignIn(known.email, .secondFactor, requestID: known.requestID)
        try await accounts.refuseSignIn(failure, known.counters)
        return .secondFactorRefused
    }

    /// Counts an attempt that is about no password; throws where too many were wrong before.
    func counted(_ email: EmailAddress, from place: ClientPlace) async throws -> SignInCounters {
        let counters = key.counters(of: email, from: place.name)
        guard case .wait(let seconds) = try await accounts.beginSignIn(email, counters) else { return counters }
        concluded(.waiting)
        throw Rejection.tooManyAttempts(wait: seconds)
    }

    /// Does what is left to do once nobody was wrong: what fails for another reason does not count against guessing.
    func forgiving<Done>(_ counters: SignInCounters, _ work: () async throws -> Done) async throws -> Done {
        do {
            return try await work()
        } catch {
            await forgive(counters)
            throw error
        }
    }

    /// The attempt was none that failed.
    func forgive(_ counters: SignInCounters) async {
        try? await accounts.undoSignIn(counters)
    }
}

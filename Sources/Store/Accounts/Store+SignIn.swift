internal import LibPQ
package import Planning

/// In nobody's name: who it is, is what is being found out.
extension Store {
    package func beginSignIn(_ email: EmailAddress, _ counters: SignInCounters) async throws -> SignInCheck {
        let statement: Statement = """
            select wait, account_id is null, account_id, name, set_at, cost, block_size, parallelism, salt, hash,
                second_factor
            from begin_sign_in(\(email.description), \(counters.byEmail), \(counters.byAddress), \(counters.byBoth))
            """
        return try await run(
            statement.one { (row: inout Row) throws -> SignInCheck in
                let wait = try row.count()
                guard wait == 0 else { return .wait(seconds: wait) }
                guard try !row.next(Bool.self) else { return .nobody }
                let (account, name): (Account.ID, String) = (try row.id(), try row.next())
                let setAt = try row.moment()
                return .somebody(
                    SignInCheck.Candidate(
                        account: account, name: name, password: try row.password(), setAt: setAt,
                        secondFactor: try row.next()))
            })
    }

    package func undoSignIn(_ counters: SignInCounters) async throws {
        let statement: Statement = """
            select undo_sign_in(\(counters.byEmail), \(counters.byAddress), \(counters.byBoth))
            """
        try await run(statement.void)
    }

    package func refuseSignIn(_ failure: FailedSignIn, _ counters: SignInCounters) async throws {
        let statement: Statement = """
            select refuse_sign_in(\(failure.email.description), \(counters.byEmail), \(failure.reason.rawValue),
                \(failure.requestID))
            """
        try await run(statement.void)
    }

    package func beginSession(_ draft: SessionDraft, _ counters: SignInCounters) async throws -> Moment {
        let new = draft.newPassword?.password
        let statement: Statement = """
            select begin_session(\(draft.account.uuid), \(PostgresTimestamp(draft.passwordSetAt)),
                \(counters.byEmail), \(counters.byAddress), \(counters.byBoth), \(draft.id.uuid), \(draft.tokenHash),
                \(draft.name), make_interval(hours => \(Int32(SessionTime.lastsHours))),
                make_interval(mins => \(Int32(SessionTime.idleMinutes))), \(draft.used?.step),
                \(draft.used?.recoveryHash), \(draft.requestID), \((new?.parameters.cost).map { Int32($0) }),
                \((new?.parameters.blockSize).map { Int32($0) }), \((new?.parameters.parallelism).map { Int32($0) }),
                \(new?.salt), \(new?.hash), \(Int32(draft.newPassword?.earlier ?? 0)))
            """
        return try await run(statement.one { row in try row.moment() })
    }

    package func rehash(_ account: Account.ID, setAt: Moment, as password: KeptPassword) async throws {
        let parameters = password.parameters
        let statement: Statement = """
            select rehash_password(\(account.uuid), \(PostgresTimestamp(setAt)), \(Int32(parameters.cost)),
                \(Int32(parameters.blockSize)), \(Int32(parameters.parallelism)), \(password.salt), \(password.hash))
            """
        try await run(statement.void)
    }

    package func earlierPasswords(of account: Account.ID) async throws -> [KeptPassword] {
        let statement: Statement = """
            select cost, block_size, parallelism, salt, hash from earlier_passwords(\(account.uuid))
            """
        return try await run(statement.rows { row in try row.password() })
    }

    package func changePassword(
        _ access: Access, replacing setAt: Moment, with password: KeptPassword, keeping earlier: Int,
        _ counters: SignInCounters
    ) async throws -> Int {
        let parameters = password.parameters
        let statement: Statement = """
            select change_password(\(access.tokenHash), \(PostgresTimestamp(setAt)),
                \(counters.byEmail), \(counters.byAddress), \(counters.byBoth), \(Int32(parameters.cost)),
                \(Int32(parameters.blockSize)), \(Int32(parameters.parallelism)), \(password.salt), \(password.hash),
                \(Int32(earlier)))
            """
        return try await run(acting(access), statement.one { row in try row.count() }).1
    }

    /// Forgets who was wrong a month ago.
    package func sweepSignIns() async throws {
        try await run(("select sweep_sign_ins()" as Statement).void)
    }
}

extension Row {
    fileprivate mutating func password() throws -> KeptPassword {
        let parameters = KeptPassword.Parameters(
            cost: try count(), blockSize: try count(), parallelism: try count())
        return KeptPassword(parameters: parameters, salt: try next(), hash: try next())
    }
}

extension PostgresTimestamp {
    init(_ moment: Moment) {
        self.init(microsecondsSince1970: moment.microsecondsSince1970)
    }
}

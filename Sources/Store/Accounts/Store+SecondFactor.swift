internal import LibPQ
package import Planning

extension Store {
    package func secondFactor(_ access: Access) async throws -> SecondFactor {
        let statement: Statement = """
            select account_id, secret, confirmed_at, coalesce(codes_left, 0) from own_second_factor(\(access.tokenHash))
            """
        return try await run(
            statement.one { row in
                SecondFactor(
                    account: try row.id(), sealed: try row.next(), confirmedAt: try row.optionalMoment(),
                    codesLeft: try row.count())
            })
    }

    package func enrolSecondFactor(_ access: Access, sealed: [UInt8], setAt: Moment) async throws {
        let statement: Statement = """
            select enrol_second_factor(\(access.tokenHash), \(PostgresTimestamp(setAt)), \(sealed))
            """
        _ = try await run(acting(access), statement.void)
    }

    package func confirmSecondFactor(
        _ access: Access, sealed: [UInt8], step: Int64, recoveryHashes: [[UInt8]]
    ) async throws -> Int {
        let statement: Statement = """
            select confirm_second_factor(\(access.tokenHash), \(sealed), \(step), \(recoveryHashes))
            """
        return try await run(acting(access), statement.one { row in try row.count() }).1
    }

    package func renewRecoveryCodes(
        _ access: Access, setAt: Moment, using code: UsedCode, recoveryHashes: [[UInt8]]
    ) async throws {
        let statement: Statement = """
            select renew_recovery_codes(\(access.tokenHash), \(PostgresTimestamp(setAt)), \(code.step),
                \(code.recoveryHash), \(recoveryHashes))
            """
        _ = try await run(acting(access), statement.void)
    }

    package func endSecondFactor(_ access: Access, setAt: Moment, using code: UsedCode) async throws -> Int {
        let statement: Statement = """
            select end_second_factor(\(access.tokenHash), \(PostgresTimestamp(setAt)), \(code.step),
                \(code.recoveryHash))
            """
        return try await run(acting(access), statement.one { row in try row.count() }).1
    }

    package func removeSecondFactor(_ access: Access, id: Account.ID) async throws -> Int {
        let statement: Statement = "select remove_second_factor(\(id.uuid))"
        return try await write(
            access, enter(access, .update, .account), statement.one { row in try row.count() }
        ).1
    }

    /// Leaves in the transaction by whom and in which request its events came about, and stays whoever logs in.
    func acting(_ access: Access) -> Query<Void> {
        let statement: Statement = """
            select set_config('selaras.account', e.account, true), set_config('selaras.session', e.token_id::text, true),
                set_config('selaras.request', \(access.requestID), true)
            from enter_account(\(access.tokenHash)) e
            """
        return statement.void
    }
}

extension UsedCode {
    var step: Int64? { if case .step(let step) = self { step } else { nil } }

    var recoveryHash: [UInt8]? { if case .recovery(let hash) = self { hash } else { nil } }
}

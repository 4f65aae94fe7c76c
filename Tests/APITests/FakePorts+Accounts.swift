import Planning

/// One coordinator, who is signed in and knows one password.
extension FakePorts {
    static let siti = Account.ID.new()
    private static let held = Assignment.ID.new()

    func identity(_ access: Access) async throws -> Identity {
        try enter(access)
        guard let area = RegionCode("63.02") else { return Identity(account: nil, assignments: []) }
        return Identity(
            account: nil,
            assignments: [
                Assignment(
                    id: Self.held, name: "Bapperida", role: .coordinator, area: area, areas: [area], agency: nil,
                    desa: nil, validFrom: nil, validUntil: nil)
            ])
    }

    func sessions(_ access: Access) async throws -> [HeldToken] {
        try enter(access)
        return []
    }

    func revokeSession(_ access: Access, id: HeldToken.ID) async throws {
        try enter(access)
        throw Refusal.notFound
    }

    func signOut(_ access: Access) async throws { try enter(access) }

    func beginSignIn(_ email: EmailAddress, _ counters: SignInCounters) async throws -> SignInCheck {
        set { $0.signIns.append((email, counters)) }
        if let failure = get({ $0.failure }) { throw failure }
        return .nobody
    }

    func refuseSignIn(_ failure: FailedSignIn, _ counters: SignInCounters) async throws {}

    func undoSignIn(_ counters: SignInCounters) async throws {}

    func beginSession(_ draft: SessionDraft, _ counters: SignInCounters) async throws -> Moment { .now }

    func rehash(_ account: Account.ID, setAt: Moment, as password: KeptPassword) async throws {}

    func earlierPasswords(of account: Account.ID) async throws -> [KeptPassword] { [] }

    func changePassword(
        _ access: Access, replacing setAt: Moment, with password: KeptPassword, keeping earlier: Int,
        _ counters: SignInCounters
    ) async throws -> Int {
        try enter(access)
        return 0
    }

    func secondFactor(_ access: Access) async throws -> SecondFactor {
        try enter(access)
        return SecondFactor(account: Self.siti, sealed: nil, confirmedAt: nil, codesLeft: 0)
    }

    func enrolSecondFactor(_ access: Access, sealed: [UInt8], setAt: Moment) async throws { try enter(access) }

    func confirmSecondFactor(
        _ access: Access, sealed: [UInt8], step: Int64, recoveryHashes: [[UInt8]]
    ) async throws -> Int {
        try enter(access)
        return 0
    }

    func renewRecoveryCodes(
        _ access: Access, setAt: Moment, using code: UsedCode, recoveryHashes: [[UInt8]]
    ) async throws { try enter(access) }

    func endSecondFactor(_ access: Access, setAt: Moment, using code: UsedCode) async throws -> Int {
        try enter(access)
        return 0
    }

    func removeSecondFactor(_ access: Access, id: Account.ID) async throws -> Int {
        try enter(access)
        return 0
    }

    func holdings(_ access: Access, _ listing: Listing<HoldingField>) -> Reading<Holding> {
        reading(access, listing) { _ in [] }
    }

    func invite(
        _ access: Access, _ draft: InvitationDraft, as id: Assignment.ID, _ code: CodeDraft
    ) async throws -> Invited {
        try enter(access)
        return Invited(account: Self.siti, principal: id, codeExpiresAt: .now)
    }

    func resetAccount(_ access: Access, id: Account.ID, _ code: CodeDraft) async throws -> Moment {
        try enter(access)
        return .now
    }

    func disableAccount(_ access: Access, id: Account.ID, _ isDisabled: Bool) async throws { try enter(access) }

    func endPrincipal(_ access: Access, id: Assignment.ID) async throws { try enter(access) }

    func correctAccount(
        _ access: Access, id: Account.ID, _ correction: AccountCorrection
    ) async throws -> Account {
        try enter(access)
        throw Refusal.notFound
    }

    func openInvitation(code: [UInt8]) async throws -> Account { throw Refusal.notFound }

    func acceptInvitation(
        code: [UInt8], with password: KeptPassword, keeping earlier: Int, byEmail: [UInt8], requestID: String
    ) async throws {}
}

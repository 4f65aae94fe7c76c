/// What is a person's own, whatever they hold.
package protocol AccountPort: Sendable {
    /// Whose the token is, and what its holder may act as.
    func identity(_ access: Access) async throws -> Identity
    /// Those that are believed, the newest first.
    func sessions(_ access: Access) async throws -> [HeldToken]
    /// `notFound` where there is no such session of one's own that is believed still.
    func revokeSession(_ access: Access, id: HeldToken.ID) async throws
    /// Ends the session of the request itself; `notFound` where the token is none of a session.
    func signOut(_ access: Access) async throws
}

/// What the service does with passwords, before anybody is known.
package protocol SignInPort: Sendable {
    /// Counts the attempt as one that failed.
    func beginSignIn(_ email: EmailAddress, _ counters: SignInCounters) async throws -> SignInCheck
    /// Takes back what was counted of an attempt that nobody looked at.
    func undoSignIn(_ counters: SignInCounters) async throws
    /// Records that somebody who tried was wrong; nothing where there is no such account.
    func refuseSignIn(_ failure: FailedSignIn, _ counters: SignInCounters) async throws
    /// When the session ends; the others end where the draft has another password. `unauthenticated` where what was checked is no longer so,
    /// `second_factor_code_is_used_once` where the code was used before, or is none.
    func beginSession(_ draft: SessionDraft, _ counters: SignInCounters) async throws -> Moment
    /// The same password by other parameters; nothing where it was replaced meanwhile.
    func rehash(_ account: Account.ID, setAt: Moment, as password: KeptPassword) async throws
    /// The one in use and those before, the newest first.
    func earlierPasswords(of account: Account.ID) async throws -> [KeptPassword]
    /// Ends all sessions of the account but that of the request; how many. So many earlier passwords are remembered.
    func changePassword(
        _ access: Access, replacing setAt: Moment, with password: KeptPassword, keeping earlier: Int,
        _ counters: SignInCounters
    ) async throws -> Int
}

/// What those do who look after accounts, and what an invited person does first.
package protocol InvitationPort: Sendable {
    /// By kabupaten, e-mail and id.
    func holdings(_ access: Access, _ listing: Listing<HoldingField>) -> Reading<Holding>
    /// `role_is_ones_to_give` where it is not, `principal_is_held_once` where the person holds it,
    /// `password_is_vouched_for` where whoever let the person in could not give that role. A rehearsal tells nothing of
    /// people whom the caller does not see.
    func invite(
        _ access: Access, _ draft: InvitationDraft, as id: Assignment.ID, _ code: CodeDraft
    ) async throws -> Invited
    /// Until when the code can be used. `account_is_ones_to_look_after` where somebody holds more than one may give,
    /// `code_is_for_who_holds_a_role` where somebody holds nothing.
    func resetAccount(_ access: Access, id: Account.ID, _ code: CodeDraft) async throws -> Moment
    /// `account_is_ones_to_enable` where somebody above has disabled it.
    func disableAccount(_ access: Access, id: Account.ID, _ isDisabled: Bool) async throws
    func endPrincipal(_ access: Access, id: Assignment.ID) async throws
    /// As it is then. `email_is_of_nobody_else` where it is.
    func correctAccount(_ access: Access, id: Account.ID, _ correction: AccountCorrection) async throws -> Account
    /// Whose a code is; `notFound` where it is unknown, used, ended or taken back.
    func openInvitation(code: [UInt8]) async throws -> Account
    /// Uses the code; `notFound` where somebody was faster.
    func acceptInvitation(
        code: [UInt8], with password: KeptPassword, keeping earlier: Int, byEmail: [UInt8], requestID: String
    ) async throws
}

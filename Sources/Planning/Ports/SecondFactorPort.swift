/// What a person does with their second factor. Where the password was shown, `setAt` says which one.
///
/// A code that was used before, or is none, is refused as `second_factor_code_is_used_once`.
package protocol SecondFactorPort: Sendable {
    /// `forbidden` where the token is a machine's.
    func secondFactor(_ access: Access) async throws -> SecondFactor
    /// Takes the place of one that was not confirmed; `second_factor_is_one_at_a_time` where there is one.
    func enrolSecondFactor(_ access: Access, sealed: [UInt8], setAt: Moment) async throws
    /// From now on it is asked for. How many other sessions ended; `notFound` where that secret waits for no code any more.
    func confirmSecondFactor(
        _ access: Access, sealed: [UInt8], step: Int64, recoveryHashes: [[UInt8]]
    ) async throws -> Int
    /// Those before are good no more. `notFound` where there is no second factor.
    func renewRecoveryCodes(
        _ access: Access, setAt: Moment, using code: UsedCode, recoveryHashes: [[UInt8]]
    ) async throws
    /// How many other sessions ended; `notFound` where there is no second factor.
    func endSecondFactor(_ access: Access, setAt: Moment, using code: UsedCode) async throws -> Int
    /// Of somebody who lost it, by those who look after the account. How many sessions ended.
    func removeSecondFactor(_ access: Access, id: Account.ID) async throws -> Int
}

/// What somebody has, beside the password that they know: a program that counts time (RFC 6238), and codes on paper for
/// when it is lost.
package struct SecondFactor: Hashable, Sendable {
    /// How many codes on paper there are at first, each of which is good once.
    package static let recoveryCodes = 10

    package let account: Account.ID
    /// What the program computes with, as it is stored; nil where there is none, not even one to be confirmed.
    package let sealed: [UInt8]?
    /// From then on a code is asked for.
    package let confirmedAt: Moment?
    /// Of those on paper.
    package let codesLeft: Int

    package init(account: Account.ID, sealed: [UInt8]?, confirmedAt: Moment?, codesLeft: Int) {
        self.account = account
        self.sealed = sealed
        self.confirmedAt = confirmedAt
        self.codesLeft = codesLeft
    }
}

/// A code of somebody's second factor, as it is used up.
package enum UsedCode: Hashable, Sendable {
    /// That of the program, for this step of thirty seconds: it was right.
    case step(Int64)
    /// One on paper, of which only the store knows whether there is such a one.
    case recovery(hash: [UInt8])
}

internal import Crypto
internal import CryptoExtras
internal import Planning

/// The one way in which passwords are hashed (RFC 7914). Slow on purpose, so only `PasswordLane` calls it.
enum Scrypt {
    private static let hashBytes = 32
    private static let saltBytes = 16

    /// A new hash with a salt of its own.
    static func hashed(_ password: [UInt8], _ parameters: KeptPassword.Parameters) throws -> KeptPassword {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return KeptPassword(parameters: parameters, salt: salt, hash: try hash(password, salt, parameters))
    }

    /// Whether it is that password, in the same time wherever the two differ.
    static func matches(_ password: [UInt8], _ kept: KeptPassword) throws -> Bool {
        let hash = try hash(password, kept.salt, kept.parameters)
        return hash.count == kept.hash.count && zip(hash, kept.hash).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }

    private static func hash(
        _ password: [UInt8], _ salt: [UInt8], _ parameters: KeptPassword.Parameters
    ) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: hashBytes, rounds: parameters.cost,
            blockSize: parameters.blockSize, parallelism: parameters.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}

internal import Crypto
internal import FoundationEssentials

/// The key that signs checkpoints (Ed25519, RFC 8032), in the form of signed notes: `PRIVATE+KEY+name+id+base64`.
package struct AuditKey: Sendable {
    private static let prefix = "PRIVATE+KEY"
    private let key: Curve25519.Signing.PrivateKey
    package let verifier: AuditVerifier

    private init(_ key: Curve25519.Signing.PrivateKey, _ verifier: AuditVerifier) {
        self.key = key
        self.verifier = verifier
    }

    /// A new one. Nil where the name cannot be one.
    package static func create(name: String) -> AuditKey? {
        let key = Curve25519.Signing.PrivateKey()
        return AuditVerifier(name: name, publicKey: Array(key.publicKey.rawRepresentation)).map { AuditKey(key, $0) }
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] + "+" + parts[1] == Self.prefix,
            let bytes = Data(base64Encoded: String(parts[4])), bytes.first == AuditVerifier.algorithm,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst()),
            let verifier = AuditVerifier(name: String(parts[2]), publicKey: Array(key.publicKey.rawRepresentation)),
            verifier.idText == parts[3]
        else { return nil }
        self.init(key, verifier)
    }

    /// To be kept secret.
    package var text: String {
        let bytes = Data([AuditVerifier.algorithm]) + key.rawRepresentation
        return "\(Self.prefix)+\(verifier.name)+\(verifier.idText)+\(bytes.base64EncodedString())"
    }

    /// The note with its signature: the text, a blank line, and `— name base64`.
    package func sign(_ checkpoint: Checkpoint) throws -> String {
        let text = checkpoint.text
        let signature = try key.signature(for: Data(text.utf8))
        let line = (Data(verifier.id) + signature).base64EncodedString()
        return "\(text)\n— \(verifier.name) \(line)\n"
    }
}

/// What checkpoints are verified with; everybody may have it. Its form is that of signed notes: `name+id+base64`.
package struct AuditVerifier: Sendable {
    static let algorithm: UInt8 = 1
    package let name: String
    /// Four bytes, by which a signature says whose it is.
    let id: [UInt8]
    private let publicKey: [UInt8]

    init?(name: String, publicKey: [UInt8]) {
        guard !name.isEmpty, !name.contains(where: { $0 == "+" || $0.isWhitespace }), publicKey.count == 32 else {
            return nil
        }
        self.name = name
        self.publicKey = publicKey
        id = Array(SHA256.hash(data: Array(name.utf8) + [0x0A, Self.algorithm] + publicKey).prefix(4))
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Data(base64Encoded: String(parts[2])), bytes.first == Self.algorithm,
            let made = AuditVerifier(name: String(parts[0]), publicKey: Array(bytes.dropFirst())),
            made.idText == parts[1]
        else { return nil }
        self = made
    }

    package var text: String {
        "\(name)+\(idText)+\(Data([Self.algorithm] + publicKey).base64EncodedString())"
    }

    var idText: String {
        id.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// The checkpoints of a file with one note or several, one behind the other, all signed with this key.
    package func checkpoints(in notes: String) throws(CheckpointFault) -> [Checkpoint] {
        var found: [Checkpoint] = []
        var rest = notes[...]
        while let begin = rest.firstIndex(where: { $0 != "\n" }) {
            rest = rest[begin...]
            guard let gap = rest.firstRange(of: "\n\n") else { throw .malformed }
            let text = rest[..<rest.index(after: gap.lowerBound)]
            rest = rest[gap.upperBound...]
            var isSigned = false
            while rest.hasPrefix("— ") {
                guard let end = rest.firstIndex(of: "\n") else { throw .malformed }
                if try isSignature(rest[..<end], of: text) { isSigned = true }
                rest = rest[rest.index(after: end)...]
            }
            guard isSigned else { throw .unsigned }
            guard let checkpoint = Checkpoint(text: String(text)) else { throw .malformed }
            guard checkpoint.origin == name else { throw .ofAnother(checkpoint.origin) }
            found.append(checkpoint)
        }
        guard !found.isEmpty else { throw .malformed }
        return found
    }

    /// False for the signature of another key, which a note may also carry.
    private func isSignature(_ line: Substring, of text: Substring) throws(CheckpointFault) -> Bool {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Data(base64Encoded: String(parts[2])), bytes.count > 4 else {
            throw .malformed
        }
        guard parts[1] == name, Array(bytes.prefix(4)) == id else { return false }
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey),
            key.isValidSignature(bytes.dropFirst(4), for: Data(text.utf8))
        else { throw .forged }
        return true
    }
}

/// Why a checkpoint is not believed.
package enum CheckpointFault: Error, Hashable, Sendable {
    case malformed
    /// No signature is of the key that it is verified with.
    case unsigned
    /// It names the key, but the key has not signed this.
    case forged
    /// It is of the service of this name.
    case ofAnother(String)
}

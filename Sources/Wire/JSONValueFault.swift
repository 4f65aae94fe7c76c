/// Why bytes are no JSON that is accepted, and where.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case unexpectedByte = "unexpected_byte"
        case unexpectedEnd = "unexpected_end"
        case bytesAfterValue = "bytes_after_value"
        case tooDeep = "too_deep"
        case duplicateName = "duplicate_name"
        case loneSurrogate = "lone_surrogate"
        case nulCharacter = "nul_character"
        case controlCharacter = "control_character"
        case badEscape = "bad_escape"
        case badNumber = "bad_number"
        case notUTF8 = "not_utf8"
    }

    package let kind: Kind
    /// Bytes before the place of the fault, from 0.
    package let offset: Int

    package init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

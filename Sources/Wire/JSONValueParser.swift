extension JSONValue {
    /// Arrays and objects within one another that are accepted; the parser recurses this deep and no deeper.
    package static let deepest = 32

    /// Reads one document, strictly by RFC 8259.
    ///
    /// Refused beyond its grammar: a name twice in an object (readers disagree which counts), a lone surrogate and
    /// U+0000 (PostgreSQL's text has neither), and nesting beyond `deepest`.
    package init(parsing bytes: [UInt8]) throws(JSONFault) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }
}

/// A recursive descent over bytes; every method leaves `position` after what it read.
private struct JSONParser {
    let bytes: [UInt8]
    var position = 0
    var depth = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    func fault(_ kind: JSONFault.Kind) -> JSONFault {
        JSONFault(position < bytes.count ? kind : .unexpectedEnd, at: position)
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        skipBlanks()
        let value = try self.value()
        skipBlanks()
        guard position == bytes.count else { throw fault(.bytesAfterValue) }
        return value
    }

    mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    mutating func value() throws(JSONFault) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try array()
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "t"): try word("true", .bool(true))
        case UInt8(ascii: "f"): try word("false", .bool(false))
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"): .number(try number())
        case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): .number(try number())
        default: throw fault(.unexpectedByte)
        }
    }

    mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard next == word.utf8Start[index] else { throw fault(.unexpectedByte) }
            position += 1
        }
        return value
    }

    mutating func descend() throws(JSONFault) {
        guard depth < JSONValue.deepest else { throw fault(.tooDeep) }
        depth += 1
        position += 1
        skipBlanks()
    }

    /// Whether the list goes on after an element; reads the comma or the end.
    mutating func goesOn(until end: UInt8) throws(JSONFault) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: ",") || next == end else { throw fault(.unexpectedByte) }
        let goesOn = next != end
        position += 1
        if goesOn { skipBlanks() } else { depth -= 1 }
        return goesOn
    }

    mutating func array() throws(JSONFault) -> JSONValue {
        try descend()
        var items: [JSONValue] = []
        if next == UInt8(ascii: "]") {
            _ = try goesOn(until: UInt8(ascii: "]"))
            return .array(items)
        }
        repeat { items.append(try value()) } while try goesOn(until: UInt8(ascii: "]"))
        return .array(items)
    }

    mutating func object() throws(JSONFault) -> JSONValue {
        try descend()
        var members: [JSONObject.Member] = []
        var names: Set<String> = []
        if next == UInt8(ascii: "}") {
            _ = try goesOn(until: UInt8(ascii: "}"))
            return .object(JSONObject(unique: members))
        }
        repeat {
            let start = position
            guard next == UInt8(ascii: "\"") else { throw fault(.unexpectedByte) }
            let name = try string()
            guard names.insert(name).inserted else { throw JSONFault(.duplicateName, at: start) }
            skipBlanks()
            guard next == UInt8(ascii: ":") else { throw fault(.unexpectedByte) }
            position += 1
            skipBlanks()
            members.append(JSONObject.Member(name: name, value: try value()))
        } while try goesOn(until: UInt8(ascii: "}"))
        return .object(JSONObject(unique: members))
    }

    mutating func digits() throws(JSONFault) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw fault(.badNumber) }
    }

    mutating func number() throws(JSONFault) -> JSONNumber {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { throw fault(.badNumber) }
        if next == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return JSONNumber(checked: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    mutating func string() throws(JSONFault) -> String {
        position += 1
        var text = ""
        var start = position
        while true {
            guard let byte = next else { throw fault(.unexpectedEnd) }
            switch byte {
            case UInt8(ascii: "\""):
                text += try plainText(from: start)
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text += try plainText(from: start)
                text.unicodeScalars.append(try escape())
                start = position
            case 0: throw fault(.nulCharacter)
            case 1..<0x20: throw fault(.controlCharacter)
            default: position += 1
            }
        }
    }

    /// The bytes since `start` as text. A wrong byte is found again by what repairing it would have changed.
    func plainText(from start: Int) throws(JSONFault) -> String {
        let slice = bytes[start..<position]
        if let text = String(validating: slice, as: UTF8.self) { return text }
        let repaired = String(decoding: slice, as: UTF8.self)
        let intact = zip(slice, repaired.utf8).prefix { $0 == $1 }.count
        throw JSONFault(.notUTF8, at: start + intact)
    }

    mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let byte = next else { throw fault(.unexpectedEnd) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar(from: start)
        default: throw JSONFault(.badEscape, at: start)
        }
    }

    mutating func escapedScalar(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        guard first != 0 else { throw JSONFault(.nulCharacter, at: start) }
        if let scalar = Unicode.Scalar(first) { return scalar }
        let isPair =
            first < 0xDC00 && position + 1 < bytes.count && next == UInt8(ascii: "\\")
            && bytes[position + 1] == UInt8(ascii: "u")
        guard isPair else { throw JSONFault(.loneSurrogate, at: start) }
        position += 2
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONFault(.loneSurrogate, at: start) }
        return scalar
    }

    mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault(.badEscape)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

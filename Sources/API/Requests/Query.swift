internal import Hummingbird
internal import Planning

/// Reads the parameters of a query and collects everything that is wrong with them.
///
/// Each parameter is asked for once; one that was not asked for is a fault, as a misspelt filter would otherwise show
/// more than was meant.
struct Query {
    let path: String
    /// In the order in which they came.
    let parameters: [(name: String, value: String)]
    private var asked: Set<String> = []
    private(set) var faults: [DraftFault] = []

    init(_ request: Request) {
        self.init(path: request.uri.path, query: request.uri.query ?? "")
    }

    /// Of a request that was noted down: its path and query.
    init(target: String) {
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.init(path: halves.first ?? "", query: halves.dropFirst().first ?? "")
    }

    private init(path: String, query: String) {
        self.path = path
        parameters = query.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : "")
        }
    }

    /// Nil where the parameter is absent, and where it has a fault, which is then counted. An empty one is a fault: in
    /// `dry_run=` the word was forgotten, and the request would do what nobody meant.
    mutating func optional<Value>(_ name: String, _ format: TextFormat<Value>) -> Value? {
        asked.insert(name)
        let values = parameters.filter { $0.name == name }.map(\.value)
        if values.count > 1 { refuse(name, .repeated) }
        guard let text = values.first else { return nil }
        guard !text.isEmpty else {
            refuse(name, .blank)
            return nil
        }
        do throws(ValueFault) {
            return try format.read(text)
        } catch {
            refuse(name, error.code, text, allowed: error.allowed)
            return nil
        }
    }

    /// Every value of a parameter that may be given more than once; an empty one says nothing.
    mutating func all(_ name: String) -> [String] {
        asked.insert(name)
        return parameters.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    mutating func required<Value>(_ name: String, _ format: TextFormat<Value>) -> Value? {
        let count = faults.count
        let value = optional(name, format)
        if value == nil && faults.count == count { refuse(name, .required) }
        return value
    }

    mutating func refuse(
        _ name: String, _ code: DraftFault.Code, _ value: String? = nil, allowed: [String] = []
    ) {
        faults.append(
            DraftFault(
                pointer: ShownValueText.of(name), code: code, value: value.map { ShownValueText.of($0) },
                allowed: allowed))
    }

    /// To be called once everything was asked for.
    func finish() throws {
        let unknown = Set(parameters.map(\.name)).subtracting(asked).sorted().map {
            DraftFault(pointer: ShownValueText.of($0), code: .unknownParameter, allowed: asked.sorted())
        }
        guard faults.isEmpty && unknown.isEmpty else { throw Refusal.faults(faults + unknown) }
    }

    /// `+` is a blank, `%41` is A; what cannot be decoded stays as it came and will fit no format.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%") {
                // Two digits: `UInt8` alone would take a sign as well.
                let digits = String(rest.prefix(2)) ?? ""
                guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit), let code = UInt8(digits, radix: 16)
                else {
                    return String(text)
                }
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? String(text)
    }
}

extension Request {
    /// For what knows no parameters.
    func refuseQuery() throws {
        try Query(self).finish()
    }
}

internal import Planning
internal import Wire

/// Reads the members of a JSON object and collects everything that is wrong with them.
///
/// Each member is asked for once. What was not asked for is not known here, and is refused by `finish`.
struct Fields {
    /// More entries than any framework has indicators.
    private static let longestList = 1000
    /// More faults than these nobody reads.
    static let mostFaults = 100

    private let object: JSONObject
    /// JSON Pointer to the object; empty for the body itself.
    private let pointer: String
    private var asked: Set<String> = []
    private(set) var faults: [DraftFault] = []

    init(_ object: JSONObject = JSONObject(), pointer: String = "") {
        self.object = object
        self.pointer = pointer
    }

    /// Nil where the member has a fault, which is then counted.
    mutating func required<Value>(_ name: String, _ format: FieldFormat<Value>) -> Value? {
        guard let value = value(name), !value.isNull else {
            refuse(name, .required)
            return nil
        }
        return read(name, value, format)
    }

    /// Nil where the member is absent or null, too.
    mutating func optional<Value>(_ name: String, _ format: FieldFormat<Value>) -> Value? {
        guard let value = value(name), !value.isNull else { return nil }
        return read(name, value, format)
    }

    /// A member of a merge patch that may be cleared.
    mutating func change<Value>(_ name: String, _ format: FieldFormat<Value>) -> Change<Value> {
        guard let value = value(name) else { return .keep }
        guard !value.isNull else { return .clear }
        return read(name, value, format).map(Change.set) ?? .keep
    }

    /// A member of a merge patch that always has a value: nil keeps it.
    mutating func kept<Value>(_ name: String, _ format: FieldFormat<Value>) -> Value? {
        isPresent(name) ? required(name, format) : nil
    }

    mutating func isPresent(_ name: String) -> Bool { value(name) != nil }

    /// Whether a list stands there that has no entry; it then counts as asked for.
    mutating func isEmptyList(_ name: String) -> Bool {
        guard case .array(let values) = value(name) else { return false }
        return values.isEmpty
    }

    func isNull(_ name: String) -> Bool { object[name]?.isNull ?? false }

    /// A list of texts without repetition, at least one.
    mutating func lines(_ name: String, most: Int = Self.longestList) -> [String]? {
        guard let values = list(name) else { return nil }
        guard !values.isEmpty else {
            refuse(name, .required)
            return nil
        }
        guard values.count <= most else {
            refuse(name, .tooLong, String(values.count))
            return nil
        }
        let count = faults.count
        var texts: [String] = []
        var seen: Set<String> = []
        for (index, value) in values.enumerated() where faults.count <= Self.mostFaults {
            guard let text = read("\(name)/\(index)", value, .line) else { continue }
            if !seen.insert(text).inserted { refuse("\(name)/\(index)", .repeated, text) }
            texts.append(text)
        }
        return faults.count == count ? texts : nil
    }

    /// A list of objects, each read by `read`.
    mutating func objects<Value>(_ name: String, _ read: (inout Fields) -> Value?) -> [Value]? {
        guard let values = list(name) else { return nil }
        let count = faults.count
        var items: [Value] = []
        for (index, value) in values.enumerated() {
            guard case .object(let object) = value else {
                refuse("\(name)/\(index)", .wrongType)
                continue
            }
            var fields = Fields(object, pointer: "\(pointer)/\(name)/\(index)")
            if let item = read(&fields) { items.append(item) }
            faults += fields.allFaults
            if faults.count > Self.mostFaults { break }
        }
        return faults.count == count ? items : nil
    }

    /// A list of objects, each read by `read` and refused for its own faults: one to `most` of them. Where many have
    /// faults, the later ones tell only their first.
    mutating func items<Value>(
        _ name: String, most: Int, _ read: (inout Fields) -> Value?
    ) -> [Result<Value, Refusal>]? {
        guard let values = list(name) else { return nil }
        guard (1...most).contains(values.count) else {
            refuse(name, values.isEmpty ? .required : .outOfRange, String(values.count))
            return nil
        }
        var count = 0
        return values.enumerated().map { index, value in
            let place = "\(pointer)/\(name)/\(index)"
            guard case .object(let object) = value else {
                return .failure(.faults([DraftFault(pointer: place, code: .wrongType)]))
            }
            var fields = Fields(object, pointer: place)
            let item = read(&fields)
            let faults = fields.allFaults
            if let item, faults.isEmpty { return .success(item) }
            count += faults.count
            return .failure(.faults(count > Self.mostFaults ? Array(faults.prefix(1)) : faults))
        }
    }

    mutating func refuse(
        _ name: String, _ code: DraftFault.Code, _ value: String? = nil, allowed: [String] = []
    ) {
        faults.append(DraftFault(pointer: "\(pointer)/\(name)", code: code, value: value, allowed: allowed))
    }

    /// Whether this member was refused already.
    func hasFault(in name: String) -> Bool { faults.contains { $0.pointer == "\(pointer)/\(name)" } }

    /// The faults found, and one for each member that nobody asked for.
    var allFaults: [DraftFault] {
        faults
            + object.members.lazy.filter { !asked.contains($0.name) }.prefix(Self.mostFaults).map { member in
                let name = member.name.replacing("~", with: "~0").replacing("/", with: "~1")
                return DraftFault(
                    pointer: "\(pointer)/\(ShownValueText.of(name))", code: .unknownMember, allowed: asked.sorted())
            }
    }

    private mutating func value(_ name: String) -> JSONValue? {
        asked.insert(name)
        return object[name]
    }

    private mutating func list(_ name: String) -> [JSONValue]? {
        guard let value = value(name), !value.isNull else {
            refuse(name, .required)
            return nil
        }
        guard case .array(let values) = value else {
            refuse(name, .wrongType, ShownValueText.of(value))
            return nil
        }
        return values
    }

    private mutating func read<Value>(_ name: String, _ value: JSONValue, _ format: FieldFormat<Value>) -> Value? {
        do throws(ValueFault) {
            return try format.read(value)
        } catch {
            refuse(name, error.code, format.isSecret ? nil : ShownValueText.of(value), allowed: error.allowed)
            return nil
        }
    }
}

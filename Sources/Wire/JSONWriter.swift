/// Writes one JSON document (RFC 8259) straight into UTF-8, without a tree or texts in between.
///
/// The answer to a comparison has some 400 members, and encoding cost as much as the database before.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether what comes next stands beside something, and so needs a comma.
    private var isBeside = false
    /// How many objects are open.
    private var depth = 0
    /// The members that are written of an object at this depth; nil where all are.
    private var choice: (members: Set<String>, depth: Int)?

    package init(capacity: Int = 2048) {
        bytes.reserveCapacity(capacity)
    }

    /// The bytes of one value.
    package static func bytes(of value: some JSONRepresentable) -> [UInt8] {
        var json = JSONWriter()
        value.write(to: &json)
        return json.bytes
    }

    @inline(__always)
    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        depth += 1
        members(&self)
        depth -= 1
        close(UInt8(ascii: "}"))
    }

    /// Writes only these members of the objects that `write` writes; nil: all.
    mutating func choosing(_ members: Set<String>?, _ write: (inout JSONWriter) -> Void) {
        choice = members.map { (members: $0, depth: depth + 1) }
        write(&self)
        choice = nil
    }

    /// Adds members to the object that was written last.
    mutating func extend(_ members: (inout JSONWriter) -> Void) {
        precondition(bytes.popLast() == UInt8(ascii: "}"), "only an object can be extended")
        isBeside = bytes.last != UInt8(ascii: "{")
        members(&self)
        close(UInt8(ascii: "}"))
    }

    @inline(__always)
    private func isWanted(_ name: StaticString) -> Bool {
        guard let choice, depth == choice.depth else { return true }
        return choice.members.contains(name.description)
    }

    @inline(__always)
    package mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// A member of an object; its name needs no escape.
    @inline(__always)
    package mutating func member(_ name: StaticString, _ value: some JSONRepresentable) {
        guard isWanted(name) else { return }
        self.name(name)
        value.write(to: &self)
    }

    /// A member that is an object itself.
    @inline(__always)
    package mutating func member(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
        guard isWanted(name) else { return }
        self.name(name)
        object(members)
    }

    /// A member that is an array of what `element` writes for each item.
    @inline(__always)
    package mutating func member<Items: Sequence>(
        _ name: StaticString, each items: Items, _ element: (inout JSONWriter, Items.Element) -> Void
    ) {
        guard isWanted(name) else { return }
        self.name(name)
        array { json in
            for item in items { element(&json, item) }
        }
    }

    /// A line of newline-delimited JSON ends here.
    package mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        isBeside = false
    }

    /// Hands over what was written so far.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    package mutating func null() {
        literal("null")
    }

    package mutating func literal(_ text: StaticString) {
        begin()
        append(text)
    }

    /// Puts the comma that a value may need before it.
    @inline(__always)
    mutating func begin() {
        if isBeside { bytes.append(UInt8(ascii: ",")) }
        isBeside = true
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(contentsOf more: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: more)
    }

    private mutating func name(_ name: StaticString) {
        begin()
        bytes.append(UInt8(ascii: "\""))
        append(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        isBeside = false
    }

    private mutating func open(_ bracket: UInt8) {
        begin()
        bytes.append(bracket)
        isBeside = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        isBeside = true
    }
}

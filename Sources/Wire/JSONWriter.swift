/// Writes one JSON document (RFC 8259) straight into UTF-8, without a tree or texts in between.
///
/// The answer to a comparison has some 400 members, and encoding cost as much as the database before.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether what comes next stands beside something, and so needs a comma.
    private var isBeside = false

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
        members(&self)
        close(UInt8(ascii: "}"))
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
        self.name(name)
        value.write(to: &self)
    }

    /// A member that is an object itself.
    @inline(__always)
    package mutating func member(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
        self.name(name)
        object(members)
    }

    /// A member that is an array of what `element` writes for each item.
    @inline(__always)
    package mutating func member<Items: Sequence>(
        _ name: StaticString, each items: Items, _ element: (inout JSONWriter, Items.Element) -> Void
    ) {
        self.name(name)
        array { json in
            for item in items { element(&json, item) }
        }
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

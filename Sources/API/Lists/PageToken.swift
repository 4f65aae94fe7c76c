internal import Crypto
internal import Planning

/// Where a list goes on, as text that clients give back and need not understand.
///
/// It is signed, for one list, one filter, one order and one caller, and it is short-lived: what is in it goes into a
/// statement as the key of a row. It grants nothing, as every page is read by the caller's own rights.
struct PageToken {
    /// Nobody reads a list for longer, and an office's day ends.
    static let lifetimeInHours = 24
    private static let hour: Int64 = 3_600_000_000
    private static let signatureLength = 16

    let key: [String]

    init(key: [String]) {
        self.key = key
    }

    /// Nil where the text is no token of this list, or no longer.
    init?(_ text: String, of list: ListIdentity, at now: Moment = .now) {
        guard let bytes = Base64URL.decode(text), bytes.count > Self.signatureLength else { return nil }
        let content = Array(bytes.dropFirst(Self.signatureLength))
        guard list.isSignature(bytes.prefix(Self.signatureLength), of: content) else { return nil }
        var rest = content[...]
        guard let issued = rest.popInteger(bytes: 4), Self.hours(now) - issued <= Self.lifetimeInHours else {
            return nil
        }
        var key: [String] = []
        while let length = rest.popInteger(bytes: 2) {
            key.append(String(decoding: rest.prefix(length), as: UTF8.self))
            rest = rest.dropFirst(length)
        }
        self.key = key
    }

    /// The full hour is enough to end by, and lets an unchanged page have an unchanged tag.
    private static func hours(_ moment: Moment) -> Int { Int(moment.microsecondsSince1970 / hour) }

    func text(of list: ListIdentity, at now: Moment = .now) -> String {
        var content: [UInt8] = []
        content.append(integer: Self.hours(now), bytes: 4)
        for value in key {
            content.append(integer: value.utf8.count, bytes: 2)
            content.append(contentsOf: value.utf8)
        }
        return Base64URL.encode(list.signature(of: content).prefix(Self.signatureLength) + content)
    }
}

/// Which list a token belongs to.
struct ListIdentity {
    private let key: SymmetricKey
    /// What the list is of, how it is narrowed and sorted, and who reads it.
    private let name: [UInt8]

    init(_ query: Query, _ access: Access, key: PageTokenKey) {
        self.key = key.symmetric
        // Each with its length, so that no two lists have the same name, whatever is in their parameters.
        var name: [UInt8] = []
        for text in [query.path] + query.narrowing.flatMap({ [$0.name, $0.value] }) {
            name.append(integer: text.utf8.count, bytes: 4)
            name.append(contentsOf: text.utf8)
        }
        self.name = name + access.tokenHash
    }

    func signature(of content: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Self.message(name, content), using: key))
    }

    /// In the same time whatever the bytes are.
    func isSignature(_ bytes: ArraySlice<UInt8>, of content: [UInt8]) -> Bool {
        let wanted = signature(of: content).prefix(bytes.count)
        return zip(wanted, bytes).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }

    /// The length tells where the name ends, so that no two pairs make the same message.
    private static func message(_ name: [UInt8], _ content: [UInt8]) -> [UInt8] {
        var message: [UInt8] = []
        message.append(integer: name.count, bytes: 8)
        return message + name + content
    }
}

/// The secret that page tokens are signed with: the same for all servers of an installation, or a list that was begun
/// at one could not go on at another.
package struct PageTokenKey: Sendable {
    let symmetric: SymmetricKey

    /// A key of this process alone.
    package init() {
        symmetric = SymmetricKey(size: .bits256)
    }

    package init(bytes: [UInt8]) {
        symmetric = SymmetricKey(data: bytes)
    }
}

extension Query {
    /// What decides which rows a list has and in which order: everything but paging and how the rows are shown.
    fileprivate var narrowing: [(name: String, value: String)] {
        let shown: Set = ["page_size", "page_token", "fields", "expand"]
        return parameters.filter { !shown.contains($0.name) && !$0.value.isEmpty }
            .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(integer: Int, bytes: Int) {
        for shift in (0..<bytes).reversed() { append(UInt8(truncatingIfNeeded: integer >> (shift * 8))) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func popInteger(bytes: Int) -> Int? {
        guard count >= bytes else { return nil }
        let value = prefix(bytes).reduce(0) { $0 << 8 | Int($1) }
        self = dropFirst(bytes)
        return value
    }
}

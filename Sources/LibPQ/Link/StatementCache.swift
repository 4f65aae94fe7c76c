/// The names under which one connection has prepared statements; bounded, the least recently used go first.
struct StatementCache {
    /// The same text with binds of other types is another prepared statement.
    struct Key: Hashable {
        let sql: String
        let types: [PostgresType]
    }

    private final class Entry {
        let name: String
        var lastUse: UInt64

        init(name: String, lastUse: UInt64) {
            self.name = name
            self.lastUse = lastUse
        }
    }

    private let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var uses: UInt64 = 0
    private var names: UInt64 = 0
    /// Evicted here but still known to the server, until somebody deallocates them.
    private var evicted: [String] = []

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    var count: Int { entries.count }

    mutating func name(for key: Key) -> String? {
        guard let entry = entries[key] else { return nil }
        uses += 1
        entry.lastUse = uses
        return entry.name
    }

    /// A name never used before: one that failed to be prepared, or was evicted, cannot be mistaken for another.
    mutating func nextName() -> String {
        names += 1
        return "s\(names)"
    }

    /// Remembers what the server has confirmed.
    mutating func insert(_ name: String, for key: Key) {
        uses += 1
        if let older = entries.updateValue(Entry(name: name, lastUse: uses), forKey: key) { evicted.append(older.name) }
        guard entries.count > capacity else { return }
        // A quarter at once, so that a program with one statement too many does not sort on each request.
        let oldest = entries.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(max(1, capacity / 4))
        for (key, entry) in oldest {
            entries[key] = nil
            evicted.append(entry.name)
        }
    }

    mutating func takeEvicted() -> [String] {
        defer { evicted = [] }
        return evicted
    }

    var hasEvicted: Bool { !evicted.isEmpty }
}

internal import LibPQ

internal import struct FoundationEssentials.UUID

/// The key that the stored families were hashed with.
package enum FamilyKeyState: Hashable, Sendable {
    /// There are no families: the first import decides.
    case unused
    /// There are families of before keys were recorded, hashed with one.
    case unrecorded
    /// The first keys of the file, as many as this.
    case applied(Int)
    /// Not the first keys of the file.
    case other

    init(_ key: FamilyKey, _ inUse: (fingerprint: [UInt8], keys: Int)?, hasFamilies: Bool) {
        guard let inUse else {
            self = hasFamilies ? .unrecorded : .unused
            return
        }
        let fits = inUse.keys <= key.count && key.fingerprint(ofFirst: inUse.keys) == inUse.fingerprint
        self = fits ? .applied(inUse.keys) : .other
    }
}

extension Administration {
    package func familyKeyState(of key: FamilyKey) async throws -> FamilyKeyState {
        try await transaction(alone: false) { transaction in try await Self.state(of: key, transaction, lock: "") }
    }

    /// Hashes what is stored with the keys that were added to the file since, in one transaction; returns how many
    /// families. Nil where the file does not begin with the keys in use.
    package func rotateFamilyKey(to key: FamilyKey) async throws -> Int? {
        try await transaction { transaction in
            // Waits for imports that run, and lets none begin before the end.
            let applied: Int
            switch try await Self.state(of: key, transaction, lock: "for update") {
            case .unused: return 0
            case .other: return nil
            case .unrecorded: applied = 1
            case .applied(let count): applied = count
            }
            guard applied < key.count else { return 0 }
            // Nobody closes or computes a round from hashes of before and after, either.
            try await transaction.simple(
                """
                lock table family_answer in access exclusive mode;
                alter table family_answer disable trigger user;
                create temporary table rotated (old bytea primary key, new bytea) on commit drop;
                insert into pg_temp.rotated (old)
                select family from family_answer
                union select previous_family from family_answer where previous_family is not null
                """)
            try await Self.hash(by: key, from: applied, transaction)
            let update: Statement = """
                update family_answer f set family = own.new,
                    previous_family = (select r.new from pg_temp.rotated r where r.old = f.previous_family)
                from pg_temp.rotated own where own.old = f.family
                """
            let record: Statement = """
                insert into family_key (fingerprint, keys)
                values (\(key.fingerprint(ofFirst: key.count)), \(Int16(clamping: key.count)))
                on conflict (is_in_use) do update
                    set fingerprint = excluded.fingerprint, keys = excluded.keys, since = now()
                """
            let (families, _) = try await transaction.pipeline(update.affected, record.void)
            try await AnswersRoot.renew(transaction)
            try await transaction.simple("alter table family_answer enable trigger user")
            return families
        }
    }

    private static func state(
        of key: FamilyKey, _ transaction: Transaction, lock: String
    ) async throws -> FamilyKeyState {
        let inUse: Statement = "select fingerprint, keys from family_key \(unescaped: lock)"
        let families: Statement = "select exists (select from family_answer)"
        let (found, hasFamilies) = try await transaction.pipeline(
            inUse.first { row in (fingerprint: try row.next([UInt8].self), keys: try row.small()) },
            families.one { row in try row.next(Bool.self) })
        return FamilyKeyState(key, found, hasFamilies: hasFamilies)
    }

    /// A part at a time, so that the hashes of a province need not fit into memory.
    private static func hash(by key: FamilyKey, from applied: Int, _ transaction: Transaction) async throws {
        var last: [UInt8] = []
        while true {
            let next: Statement = """
                select old from pg_temp.rotated where old > \(last) order by old limit 20000
                """
            let hashes: [[UInt8]] = try await transaction.pipeline(next.rows { row in try row.next([UInt8].self) })
            guard let end = hashes.last else { return }
            let update: Statement = """
                update pg_temp.rotated r set new = n.new
                from unnest(\(hashes), \(hashes.map { key.rotated($0, from: applied) })) n (old, new)
                where r.old = n.old
                """
            try await transaction.pipeline(update.void)
            last = end
        }
    }
}

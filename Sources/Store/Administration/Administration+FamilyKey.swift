internal import LibPQ

/// The key that the stored families were hashed with.
package struct FamilyKeyState: Hashable, Sendable {
    /// How many keys the database was hashed with; nil before the first import.
    package let applied: Int?
    /// Whether those are the first ones of the file.
    package let fits: Bool
}

extension Administration {
    package func familyKeyState(of key: FamilyKey) async throws -> FamilyKeyState {
        try await transaction(alone: false) { transaction in
            FamilyKeyState(key, try await transaction.pipeline(Self.inUse("")))
        }
    }

    /// Hashes what is stored with the keys that were added to the file since, in one transaction; returns how many
    /// families. Nil where the file does not begin with the keys in use.
    package func rotateFamilyKey(to key: FamilyKey) async throws -> Int? {
        try await transaction { transaction in
            // Waits for imports that run, and lets none begin before the end.
            let state = FamilyKeyState(key, try await transaction.pipeline(Self.inUse("for update")))
            guard state.fits else { return nil }
            guard let applied = state.applied, applied < key.count else { return 0 }
            try await transaction.simple(
                """
                create temporary table rotated (old bytea primary key, new bytea not null) on commit drop;
                alter table family_answer disable trigger user
                """)
            for hashes in try await Self.hashes(transaction) {
                let new = hashes.map { key.rotated($0, from: applied) }
                let insert: Statement = """
                    insert into pg_temp.rotated (old, new) select * from unnest(\(hashes), \(new))
                    """
                try await transaction.pipeline(insert.void)
            }
            let update: Statement = """
                update family_answer f set family = own.new,
                    previous_family = (select r.new from pg_temp.rotated r where r.old = f.previous_family)
                from pg_temp.rotated own where own.old = f.family
                """
            let replace: Statement = """
                update family_key set fingerprint = \(key.fingerprint(ofFirst: key.count)),
                    keys = \(Int16(clamping: key.count)), since = now()
                """
            let (families, _) = try await transaction.pipeline(update.affected, replace.void)
            try await transaction.simple("alter table family_answer enable trigger user")
            return families
        }
    }

    private static func inUse(_ lock: String) -> Query<(fingerprint: [UInt8], keys: Int)?> {
        let statement: Statement = "select fingerprint, keys from family_key \(unescaped: lock)"
        return statement.first { row in (fingerprint: try row.next(), keys: try row.small()) }
    }

    /// Every hash that is stored, once, in lists that one statement takes.
    private static func hashes(_ transaction: Transaction) async throws -> [[[UInt8]]] {
        let statement: Statement = """
            select family from family_answer
            union select previous_family from family_answer where previous_family is not null
            """
        var lists: [[[UInt8]]] = []
        _ = try await transaction.read(statement) { row in
            try row.next([UInt8].self)
        } _: { batch in
            lists.append(batch)
        }
        return lists
    }
}

extension FamilyKeyState {
    init(_ key: FamilyKey, _ inUse: (fingerprint: [UInt8], keys: Int)?) {
        applied = inUse?.keys
        fits = inUse.map { $0.keys <= key.count && key.fingerprint(ofFirst: $0.keys) == $0.fingerprint } ?? true
    }
}

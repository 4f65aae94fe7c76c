import LibPQ
import Planning
import Store
import Support
import Testing

/// What somebody with every right on the database can do to its events, a thousand times, and what is found of it.
@Suite struct TamperingTests {
    /// The chains that are tampered with, and how long they are.
    private static let sizes = ["63.02": 40, "63.10": 12, "service": 7]

    @Test func aThousandTamperingsAreFoundWhereTheyAre() async throws {
        try await AdministeredDatabase.run { administered in
            try await administered.database.startAnew(Self.sizes)
            let options = ConnectionOptions(conninfo: administered.database.adminConninfo)
            let heads = try await AuditVerification(options, tasks: 2).heads()
            #expect(Dictionary(uniqueKeysWithValues: heads.map { ($0.area, $0.size) }) == Self.sizes)
            let signed = [Checkpoint(origin: "uji", chains: heads, takenAt: .now)]

            let connection = try await Connection.open(options)
            let whole = try await tampered(connection, "", signed)
            #expect(whole.isEmpty, "\(whole)")
            var random = Chance(seed: 20_260_722)
            var kinds: [String: Int] = [:]
            for round in 0..<1000 {
                let area = ["63.02", "63.02", "63.10", "service"][random.next(below: 4)]
                let tampering = Tampering.all[round % Tampering.all.count](
                    area, Self.sizes[area] ?? 0, &random)
                let faults = try await tampered(connection, tampering.sql, signed)
                let first = faults.first { $0.area == area }
                #expect(first.map(tampering.isFound) == true, "\(area): \(tampering.sql)\n\(faults)")
                kinds[tampering.name, default: 0] += 1
            }
            #expect(kinds.values.allSatisfy { $0 >= 20 } && kinds.count == Tampering.all.count, "\(kinds)")
            await connection.close()
        }
    }

    /// Tampers, verifies, and undoes it.
    private func tampered(
        _ connection: Connection, _ sql: String, _ signed: [Checkpoint]
    ) async throws -> [AuditFault] {
        var faults: [AuditFault] = []
        do {
            try await connection.transaction { transaction in
                try await transaction.simple(
                    "set local search_path = selaras, pg_temp; set local session_replication_role = replica; \(sql)")
                faults = try await AuditVerification.run(transaction, signed: signed).compactMap(\.fault)
                throw Undone()
            }
        } catch is Undone {}
        return faults
    }

    private struct Undone: Error {}
}

/// A repeatable choice.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}

extension TestDatabase {
    /// Removes every event, and makes chains of so many.
    func startAnew(_ sizes: [String: Int]) async throws {
        let connection = try await Connection.open(ConnectionOptions(conninfo: adminConninfo))
        try await connection.simple(
            """
            set search_path = selaras, pg_temp;
            begin; set local session_replication_role = replica; delete from event; commit;
            select set_config('selaras.principal', (select id::text from principal limit 1), false),
                set_config('selaras.session', gen_random_uuid()::text, false)
            """)
        for (area, size) in sizes {
            try await connection.simple(
                """
                select set_config('selaras.request', case when n % 3 = 0 then '' else 'r-' || n end, false),
                    selaras.append_event('\(area)', 'lokus', 'subject ' || n, (array['insert', 'update', 'delete'])[1 + n % 3],
                        case when n % 3 > 0 then json_build_object('n', n - 1) end,
                        case when n % 3 < 2 then json_build_object('n', n) end)
                from generate_series(1, \(size)) n
                """)
        }
        await connection.close()
    }
}

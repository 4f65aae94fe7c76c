package import LibPQ

/// Reads all chains and recomputes them, as the owner of the schema, on as many connections as there are tasks.
package struct AuditVerification: Sendable {
    private let options: ConnectionOptions
    private let tasks: Int

    /// - Parameters:
    ///   - options: of somebody who may become `selaras_owner`.
    ///   - tasks: How many chains are read at once.
    package init(_ options: ConnectionOptions, tasks: Int) {
        self.options = options
        self.tasks = max(1, tasks)
    }

    /// What was read of each chain, by area.
    ///
    /// - Parameters:
    ///   - area: of one chain; nil: all that there are or that were signed.
    ///   - signed: the chains must be those of these checkpoints, as far as they go.
    ///   - start: believes each chain up to where this checkpoint has it; one that it does not have is read whole.
    package func run(area: String?, signed: [Checkpoint], from start: Checkpoint?) async throws -> [ChainReading] {
        let present = try await connected { try await $0.pipeline(Self.areas) }
        let told = (signed + [start].compactMap(\.self)).flatMap(\.chains)
        let areas = Set(present).union(told.map(\.area)).filter { area == nil || $0 == area }.sorted()
        let queue = AuditQueue(areas)
        return try await withThrowingTaskGroup(of: [ChainReading].self) { group in
            for _ in 0..<min(tasks, areas.count) {
                group.addTask {
                    try await connected { transaction in
                        var readings: [ChainReading] = []
                        while let area = queue.next() {
                            let reading = Self.reading(of: area, signed: signed, from: start)
                            readings.append(try await Self.read(reading, transaction))
                        }
                        return readings
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.area < $1.area }
        }
    }

    /// Where every chain ends now.
    package func heads() async throws -> [Checkpoint.Chain] {
        try await connected { try await $0.pipeline(Self.heads) }
    }

    /// Reads all chains in a transaction of the caller's, who finds `event` in the search path.
    package static func run(_ transaction: Transaction, signed: [Checkpoint] = []) async throws -> [ChainReading] {
        let present = try await transaction.pipeline(areas)
        var readings: [ChainReading] = []
        for area in Set(present).union(signed.flatMap(\.chains).map(\.area)).sorted() {
            readings.append(try await read(reading(of: area, signed: signed, from: nil), transaction))
        }
        return readings
    }

    private static func reading(of area: String, signed: [Checkpoint], from start: Checkpoint?) -> ChainReading {
        let begin = start?.chains.first { $0.area == area }
        var pins = ChainReading.Pins()
        for chain in signed.flatMap(\.chains) + [begin].compactMap(\.self) where chain.area == area {
            if chain.size >= begin?.size ?? 0 { pins[chain.size, default: []].insert(chain.head) }
        }
        return ChainReading(area, pins: pins, from: begin?.size)
    }

    private static func read(_ reading: ChainReading, _ transaction: Transaction) async throws -> ChainReading {
        let sql = EventRow.copy(of: reading.area, from: reading.size == 0 ? nil : reading.size + 1)
        var (read, _) = try await transaction.copyOut(sql, into: reading) { $0.add($1) }
        read.end()
        return read
    }

    func connected<T>(_ body: (Transaction) async throws -> T) async throws -> T {
        let connection = try await Connection.open(options)
        do {
            let value = try await Administration(connection).transaction(alone: false, body)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    /// One step in the index for each: a chain may be of millions.
    private static let area = """
        with recursive area as (
            (select e.area_code from event e order by e.area_code limit 1)
            union all
            select (select e.area_code from event e where e.area_code > a.area_code order by e.area_code limit 1)
            from area a where a.area_code is not null
        )
        """

    private static let areas: Query<[String]> = {
        let statement: Statement = "\(unescaped: area) select area_code from area where area_code is not null"
        return statement.rows { row in try row.next(String.self) }
    }()

    private static let heads: Query<[Checkpoint.Chain]> = {
        let statement: Statement = """
            \(unescaped: area) select last.area_code, last.number, last.hash
            from area a cross join lateral (
                select e.area_code, e.number, e.hash from event e where e.area_code = a.area_code
                order by e.number desc limit 1) last
            order by last.area_code
            """
        return statement.rows { row in
            Checkpoint.Chain(area: try row.next(), size: try row.next(), head: try row.next())
        }
    }()
}

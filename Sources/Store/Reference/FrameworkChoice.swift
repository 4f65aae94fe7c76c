internal import LibPQ
internal import Measurement
internal import Planning

/// Which framework a round that is made is by.
enum FrameworkChoice {
    /// The newest version of each, by code.
    static var newest: Query<[Framework.ID]> {
        let statement: Statement = "select code, max(version) from framework group by code order by code"
        return statement.rows { row in Framework.ID(code: try row.next(), version: try row.count()) }
    }

    /// The one asked for; else that of the lokus's other rounds; else the newest version, where only one code exists.
    static func of(
        asked: Framework.ID?, others: Framework.ID?, newest: [Framework.ID]
    ) throws -> Framework.ID {
        if let chosen = asked ?? others { return chosen }
        guard let only = newest.first, newest.count == 1 else {
            throw Refusal.faults([DraftFault(pointer: "framework", code: .required)])
        }
        return only
    }
}

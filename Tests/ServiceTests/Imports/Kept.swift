import Support

/// What the database holds of surveys, to see whether something was kept.
struct Kept: Equatable {
    let families: Int
    let rounds: Int
    let receipts: Int
    let events: Int
    let keys: Int

    init(in database: TestDatabase) async throws {
        families = try await database.count("from family_answer")
        rounds = try await database.count("from survey_round")
        receipts = try await database.count("from survey_import")
        events = try await database.count("from event")
        keys = try await database.count("from idempotency_key")
    }
}

internal import Hummingbird
internal import Planning
internal import Wire

/// What the rounds of a lokus show; computed for every request, so that the tag is the hash alone.
struct ResultController {
    let results: any ResultPort

    @Sendable func weakIndicators(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let purpose = query.optional("purpose", .word) ?? SurveyRound.Purpose.baseline
        try query.finish()
        let weak = try await results.weakIndicators(context.access, of: context.id(), purpose: purpose)
        return .single(weak, version: nil, to: request)
    }

    @Sendable func comparison(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let before = query.optional("before", .word) ?? SurveyRound.Purpose.baseline
        let after = query.optional("after", .word) ?? SurveyRound.Purpose.resurvey
        try query.finish()
        let lokus: Lokus.ID = try context.id()
        let comparison = try await results.comparison(context.access, of: lokus, before: before, after: after)
        return .single(comparison, version: nil, to: request)
    }

    @Sendable func yearComparison(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let year = query.required("year", .integer(in: 2015...2100))
        let kabupaten = query.optional("kabupaten_code", .regionCode(depth: 2))
        let before = query.optional("before", .word) ?? SurveyRound.Purpose.baseline
        let after = query.optional("after", .word) ?? SurveyRound.Purpose.resurvey
        let order = query.optional("sort", .word) ?? YearComparison.Order.certain
        try query.finish()
        let comparison = try await results.comparison(
            context.access, ofYear: year ?? 0, in: kabupaten?.description, before: before, after: after, by: order)
        return .single(comparison, version: nil, to: request)
    }
}

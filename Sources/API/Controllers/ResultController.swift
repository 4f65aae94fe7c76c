internal import Hummingbird
internal import Measurement
internal import Planning
internal import Wire

/// What the rounds of a lokus show; computed for every request, so that the tag is the hash alone.
struct ResultController {
    let results: any ResultPort

    @Sendable func weakIndicators(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (access, purpose) = try Self.purpose(request, context)
        let weak = try await results.weakIndicators(access, of: context.id(), purpose: purpose)
        return .single(weak, version: nil, to: request)
    }

    @Sendable func suggestions(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (access, purpose) = try Self.purpose(request, context)
        let found = try await results.suggestions(access, of: context.id(), purpose: purpose)
        return .single(found, version: nil, to: request)
    }

    @Sendable func comparison(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (access, before, after) = try Self.purposes(request, context)
        let comparison = try await results.comparison(access, of: context.id(), before: before, after: after)
        return .single(comparison, version: nil, to: request)
    }

    @Sendable func counterparts(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (access, before, after) = try Self.purposes(request, context)
        let found = try await results.counterparts(access, of: context.id(), before: before, after: after)
        return .single(found, version: nil, to: request)
    }

    private static func purpose(
        _ request: Request, _ context: SignedInContext
    ) throws -> (access: Access, purpose: SurveyRound.Purpose) {
        var query = Query(request)
        let purpose = query.optional("purpose", .word) ?? SurveyRound.Purpose.baseline
        let access = query.access(context)
        try query.finish()
        return (access, purpose)
    }

    private static func purposes(
        _ request: Request, _ context: SignedInContext
    ) throws -> (access: Access, before: SurveyRound.Purpose, after: SurveyRound.Purpose) {
        var query = Query(request)
        let (before, after) = query.purposes()
        let access = query.access(context)
        try query.finish()
        return (access, before, after)
    }

    @Sendable func yearComparison(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let year = query.required("year", .integer(in: 2015...2100))
        let kabupaten = query.optional("kabupaten_code", .regionCode(depth: 2))
        let (before, after) = query.purposes()
        let order = query.optional("sort", .word) ?? YearComparison.Order.certain
        let access = query.access(context)
        try query.finish()
        let comparison = try await results.comparison(
            access, ofYear: year ?? 0, in: kabupaten?.description, before: before, after: after, by: order)
        return .single(comparison, version: nil, to: request)
    }

    @Sendable func samplePlan(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var query = Query(request)
        let purpose: SurveyRound.Purpose? = query.optional("purpose", .word)
        let wishes = SurveyOutlook.Wishes(&query)
        let access = query.access(context)
        try query.finish()
        let plan = try await results.samplePlan(access, of: context.id(), purpose: purpose, wishes: wishes)
        return .single(plan, version: nil, to: request)
    }
}

extension Query {
    /// Of the two rounds that are compared.
    fileprivate mutating func purposes() -> (before: SurveyRound.Purpose, after: SurveyRound.Purpose) {
        let before = optional("before", .word) ?? SurveyRound.Purpose.baseline
        let after = optional("after", .word) ?? SurveyRound.Purpose.resurvey
        // Beside itself a survey says nothing, and looks as if nothing had changed.
        if before == after { refuse("after", .repeated, after.rawValue) }
        return (before, after)
    }
}

extension SurveyOutlook.Wishes {
    fileprivate init(_ query: inout Query) {
        let usual = SurveyOutlook.Wishes()
        self.init(
            halfWidth: query.optional("half_width", .decimal(in: 0.1...50)) ?? usual.halfWidth,
            change: query.optional("change", .decimal(in: 0.1...100)) ?? usual.change,
            designEffect: query.optional("design_effect", .decimal(in: 0.1...50)) ?? usual.designEffect,
            discordance: query.optional("discordance", .decimal(in: 0.01...1)) ?? usual.discordance,
            village: query.optional("families", .integer(in: 1...1_000_000)))
    }
}

internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func targetFamilies(
        _ access: Access, round id: SurveyRound.ID, _ request: TargetFamilies.Request
    ) async throws -> TargetFamilies {
        let hashes = request.familyIDs.map { familyID in
            var hash: [UInt8] = []
            familyKey.appendHash(of: familyID, to: &hash)
            return hash
        }
        let fingerprint = familyKey.fingerprint(ofFirst: familyKey.count)
        let asking: Statement = """
            select number, rt, good, eligible
            from target_families(\(id.uuid), \(request.indicator), \(hashes), \(fingerprint))
            """
        // It leaves an event, so that the transaction is none that only reads.
        let (_, found, families) = try await run(
            enter(access, .read, .targetFamily, isReadOnly: false), RoundQueries.one(id), asking.rows { try $0.found() }
        )
        guard let found else { throw Refusal.notFound }
        let framework = try await scheme(access, found.framework).framework
        guard let indicator = framework.indicators.first(where: { $0.code == request.indicator }) else {
            throw Refusal.conflict(rule: "target_indicator_is_of_the_framework")
        }
        return TargetFamilies(round: found, indicator: indicator, request: request, found: families)
    }
}

extension Row {
    fileprivate mutating func found() throws -> TargetFamilies.Found {
        let (number, rt): (Int32, String) = (try next(), try next())
        guard let answers = PackedAnswers(good: try next(), eligible: try next()), answers.count == 1 else {
            throw UnexpectedContent(what: "family", found: "answer")
        }
        return TargetFamilies.Found(position: Int(number) - 1, rt: rt, answer: answers[0])
    }
}

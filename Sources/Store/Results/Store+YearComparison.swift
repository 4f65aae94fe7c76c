internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func comparison(
        _ access: Access, ofYear year: Int, in kabupaten: String?, before: SurveyRound.Purpose,
        after: SurveyRound.Purpose, by order: YearComparison.Order
    ) async throws -> YearComparison {
        let queries = YearQueries(year: year, before: before, after: after, kabupaten: kabupaten)
        guard let (kept, pairs) = try await rounds(access, queries) else {
            throw Refusal.faults([DraftFault(pointer: "kabupaten_code", code: .required)])
        }
        let areAnnounced = pairs.contains { pair in
            [pair.before, pair.after].contains { $0.map { $0.basis != .families } ?? false }
        }
        let items = try settled(areAnnounced) { try pairs.map { try kept.item($0) } }
        return YearComparison(year: year, before: before, after: after, items, by: order)
    }

    /// What is kept of a year, and the two rounds of each of its lokus; nil where those are too many for one answer.
    func rounds(
        _ access: Access, _ queries: YearQueries
    ) async throws -> (kept: KeptRounds, pairs: [YearQueries.Pair])? {
        let (_, found, tallies, evidence, panels, targets, announced) = try await run(
            enter(access, .read, .surveyRound), queries.lokus, queries.tallies, queries.evidence, queries.pairs,
            queries.targets, queries.announced)
        guard Set(found.map(\.lokus)).count <= YearQueries.mostLokus else { return nil }
        var kept = KeptRounds(
            purpose: queries.after, tallies: tallies, evidence: evidence, panels: panels, targets: targets,
            announced: announced)
        for id in Set(found.compactMap { $0.round?.framework }) { kept.schemes[id] = try await scheme(access, id) }
        let pairs = YearQueries.Pair.all(found, queries.before, queries.after)
        for versions in Set(pairs.compactMap(\.versions) + pairs.compactMap(kept.plannedVersions)) {
            kept.bridges[versions] = try await bridge(access, from: versions.before, to: versions.after)
        }
        return (kept, pairs)
    }
}

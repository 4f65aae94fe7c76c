internal import Measurement
internal import Phrasing
internal import Planning
internal import Wire

extension Service {
    /// What `send` sends; where the service refuses an indicator without naming it, it is named here.
    func namingIndicators(
        _ codes: [String], at option: String, of lokus: Lokus, _ send: () async throws -> Resource
    ) async throws -> Resource {
        do {
            return try await send()
        } catch Failure.problem(let problem) where Self.aboutIndicators.contains(problem.code ?? "") {
            guard let framework = try? await framework(nil, of: lokus.id, .baseline) else {
                throw Failure.problem(problem)
            }
            let known = framework.indicators.map(\.code)
            let faults = codes.filter { !known.contains($0) }.map { code -> JSONValue in
                let near =
                    known.first { $0.lowercased() == code.lowercased() }
                    ?? OtherNames.nearest(to: code, among: known, [:])
                let phrase = Phrase.noIndicator(code, "\(framework.id.code)/\(framework.id.version)", near: near)
                return ["place": .string(option), "message": .string(phrase.text(in: language))]
            }
            throw Failure.problem(
                ServiceProblem(
                    problem.document.adding(["errors": .array(faults)]), status: problem.status,
                    requestID: problem.requestID))
        }
    }

    private static let aboutIndicators: Set = [
        "target_is_of_an_indicator_of_the_framework", "intervention_aims_at_indicators_of_the_framework",
    ]

    /// Targets that ask for less than there was when they were declared: allowed, and hardly meant.
    func targetsBelowBaseline(_ targets: TargetOptions, of lokus: Lokus) async -> [Phrase] {
        guard !targets.isEmpty, let id = try? lokus.roundID(.baseline),
            let result = try? await get(Address("survey-rounds", id)).value["result"]
        else { return [] }
        let values = result["indicators"].items
        let asked = targets.target.map { target in
            (target.indicator, target.value, values.first { $0["code"].text == target.indicator }?["value"].number)
        }
        let index = targets.targetIkk.map { [("IKK", $0, result["ikk"].number)] } ?? []
        return (index + asked).compactMap { name, target, baseline in
            guard let baseline, let before = Double(baseline.text), let wanted = Double(target.number.text),
                wanted < before
            else { return nil }
            return .targetBelowBaseline(name, target.number, baseline)
        }
    }
}

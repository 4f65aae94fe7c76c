internal import Planning
internal import Wire

extension Service {
    /// The lokus that is meant; a desa that was a lokus in several years must be named with the year.
    func lokus(_ reference: LokusReference) async throws -> Lokus {
        switch reference {
        case .identifier(let id):
            return Lokus(value: try await get(Address("lokus", id)).value)
        case .desa(let desa, let year):
            let found = try await list(Address("lokus").with("desa_code", desa.text).with("year", year))
            guard let first = found.first else { throw Failure.notFound(.noLokus(desa.text, year: year)) }
            guard found.count == 1 else {
                let years = found.compactMap { $0["year"].integer }
                throw Failure.usage(.severalLokus(desa.text, years: years))
            }
            return Lokus(value: first)
        }
    }

    /// The document of a lokus, with the version that a change must name.
    func lokusDocument(_ reference: LokusReference) async throws -> Resource {
        try await get(Address("lokus", lokus(reference).id))
    }

    func round(_ reference: LokusReference, _ purpose: SurveyRound.Purpose) async throws -> Resource {
        try await get(Address("survey-rounds", lokus(reference).roundID(purpose)))
    }

    /// The intervention of that reference in the plan of the lokus, with the version that a change must name.
    func intervention(_ name: String, _ reference: LokusReference) async throws -> Resource {
        let lokus = try await lokus(reference)
        let items = try await list(Address("interventions").with("plan_id", lokus.planID()))
        guard let id = items.first(where: { $0["reference"].text == name })?["id"].text else {
            throw Failure.notFound(.noIntervention(name, lokus.label))
        }
        return try await get(Address("interventions", id))
    }
}

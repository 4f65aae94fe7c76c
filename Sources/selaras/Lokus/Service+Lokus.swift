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
    func lokusDocument(_ reference: LokusReference, _ past: PastOptions? = nil) async throws -> Resource {
        try await get(Address("lokus", lokus(reference).id).with("as_of", past?.asOf?.text))
    }

    func round(
        _ reference: LokusReference, _ purpose: SurveyRound.Purpose, _ past: PastOptions? = nil
    ) async throws -> Resource {
        try await get(Address("survey-rounds", lokus(reference).roundID(purpose)).with("as_of", past?.asOf?.text))
    }

    /// The plan of the lokus that a list is confined to; nil where none was named.
    func planID(of reference: LokusReference?) async throws -> String? {
        guard let reference else { return nil }
        return try await lokus(reference).planID()
    }

    /// A list of an office that does not exist would be empty, as if nothing were to be done.
    func requireAgency(_ code: String?) async throws {
        guard let code else { return }
        let agencies = Address("agencies")
        guard try await list(agencies.with("code", "eq." + code), limit: 1).isEmpty else { return }
        let known = try await list(agencies).compactMap { $0["code"].text }
        throw Failure.notFound(.noAgency(code, near: OtherNames.nearest(to: code, among: known, [:])))
    }

    func requireRegion(_ code: String?) async throws {
        guard let code else { return }
        do {
            _ = try await get(Address("regions", code))
        } catch Failure.problem(let problem) where problem.status == 404 {
            throw Failure.notFound(.noRegion(code))
        }
    }

    /// The lokus that a list is confined to; nil where none was named.
    func lokusID(of reference: LokusReference?) async throws -> String? {
        guard let reference else { return nil }
        return try await lokus(reference).id
    }

    /// The intervention of that reference in the plan of the lokus, with the version that a change must name.
    func intervention(
        _ name: String, _ reference: LokusReference, _ past: PastOptions? = nil
    ) async throws -> Resource {
        let lokus = try await lokus(reference)
        let found = try await list(
            Address("interventions").with("plan_id", lokus.planID()).with("reference", "eq." + name))
        guard let id = found.first(where: { $0["reference"].text == name })?["id"].text else {
            throw Failure.notFound(.noIntervention(name, lokus.label))
        }
        return try await get(Address("interventions", id).with("as_of", past?.asOf?.text))
    }

    /// The interventions of a plan by their references.
    func interventions(of lokus: Lokus) async throws -> [String: JSONValue] {
        let items = try await list(Address("interventions").with("plan_id", lokus.planID()))
        return Dictionary(items.map { ($0["reference"].text ?? "", $0) }) { first, _ in first }
    }
}

internal import Measurement
internal import Planning
internal import Wire

extension Service {
    /// The framework by which a file will be read: the one that is named; else that of the round, or of the other
    /// rounds of its lokus; else the newest version, where the service has only one code.
    func framework(
        _ stated: Framework.ID?, of lokusID: String? = nil, _ purpose: SurveyRound.Purpose? = nil
    ) async throws -> Framework {
        if let stated { return try await framework(stated) }
        if let lokusID {
            let rounds = try await list(Address("survey-rounds").with("lokus_id", lokusID))
            let own = rounds.first { $0["purpose"].text == purpose?.rawValue }
            let oldest = rounds.min { ($0["created_at"].text ?? "") < ($1["created_at"].text ?? "") }
            if let round = own ?? oldest, let code = round["framework_code"].text,
                let version = round["framework_version"].integer
            {
                return try await framework(Framework.ID(code: code, version: version))
            }
        }
        let all = try await list(Address("frameworks")).compactMap { row -> Framework.ID? in
            guard let code = row["code"].text, let version = row["version"].integer else { return nil }
            return Framework.ID(code: code, version: version)
        }
        guard let newest = all.max(by: { $0.version < $1.version }) else { throw Failure.notFound(.noFrameworks) }
        guard Set(all.map(\.code)).count == 1 else { throw Failure.usage(.severalFrameworks) }
        return try await framework(newest)
    }

    private func framework(_ id: Framework.ID) async throws -> Framework {
        let document = try await get(Address("frameworks", id.code, "versions", String(id.version))).value
        guard let framework = Framework(document), framework.faults().isEmpty else {
            throw Failure.said(.unknownFramework("\(id.code)/\(id.version)"), .failure)
        }
        return framework
    }
}

extension Framework {
    /// As the service tells it; nil where this program does not know what it tells. Weights are not told: nothing here
    /// is weighed, so the indicators count alike.
    fileprivate init?(_ document: JSONValue) {
        let indicators = document["indicators"].items.compactMap(Framework.Indicator.init)
        guard let code = document["code"].text, let version = document["version"].integer,
            let status = document["status"].text.flatMap(Status.init), indicators.count > 0,
            indicators.count == document["indicators"].items.count
        else { return nil }
        self.init(
            id: ID(code: code, version: version), title: document["title"].text ?? "", status: status,
            provenance: document["provenance"].text ?? "", aggregation: .meanOfIndicators,
            weakBelow: document["weak_below"].integer ?? 0, roundingDigits: document["rounding_digits"].integer ?? 0,
            categories: document["categories"].items.map { category in
                Category(
                    code: category["code"].text ?? "", nameID: category["name"].text ?? "",
                    from: category["from"].integer ?? 0)
            },
            dimensions: document["dimensions"].items.map { dimension in
                Dimension(
                    code: dimension["code"].text ?? "", nameID: dimension["name"].text ?? "",
                    nameEN: dimension["name_en"].text ?? "")
            },
            indicators: indicators)
    }
}

extension Framework.Indicator {
    fileprivate init?(_ row: JSONValue) {
        guard let code = row["code"].text, let direction = row["direction"].text.flatMap(Direction.init),
            let unit = row["unit"].text.flatMap(Unit.init)
        else { return nil }
        self.init(
            code: code, dimension: row["dimension"].text ?? "", nameID: row["name"].text ?? "",
            nameEN: row["name_en"].text ?? "", direction: direction, unit: unit, eligible: row["eligible"].text ?? "",
            sensitive: row["sensitive"].flag ?? false, provenance: row["provenance"].text ?? "",
            maximum: row["maximum"].integer ?? 1)
    }
}

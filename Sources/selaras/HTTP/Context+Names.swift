internal import Measurement
internal import Phrasing
internal import Planning
internal import Wire

/// The service tells indicators and dimensions by their Indonesian names, and has the English ones in the framework.
extension Context {
    /// The document with the names in the language of this run. Programs get it as it came, whatever the language.
    ///
    /// - Parameter place: the lokus and the purpose of the round that tells the framework, where the document does not.
    func named(
        _ document: Resource, _ service: Service, _ output: OutputOptions, _ common: CommonOptions,
        of place: (lokus: String, purpose: SurveyRound.Purpose?)? = nil
    ) async throws -> Resource {
        guard language == .english, try isForPeople(output, common) else { return document }
        // A name in the other language is better than no answer.
        guard let framework = try? await framework(of: document.value, service, place) else { return document }
        let names = Dictionary(
            framework.dimensions.map { ($0.code, $0.nameEN) } + framework.indicators.map { ($0.code, $0.nameEN) }
        ) { first, _ in first }.filter { !$0.value.isEmpty }
        return Resource(
            value: document.value.named(by: names), bytes: document.bytes, etag: document.etag,
            isReplay: document.isReplay)
    }

    /// Whether it is shown as people read it.
    func isForPeople(_ output: OutputOptions, _ common: CommonOptions) throws -> Bool {
        let format = try output.format ?? OutputOptions.Format(rawValue: settings(common).text(.output)) ?? .table
        return [.table, .wide].contains(format)
    }

    private func framework(
        of document: JSONValue, _ service: Service, _ place: (lokus: String, purpose: SurveyRound.Purpose?)?
    ) async throws -> Framework {
        let stated = document["framework_code"].text.flatMap { code in
            document["framework_version"].integer.map { Framework.ID(code: code, version: $0) }
        }
        return try await service.framework(stated, of: place?.lokus, place?.purpose)
    }
}

extension JSONValue {
    /// With another name wherever one stands beside a code that has one.
    func named(by names: [String: String]) -> JSONValue {
        switch self {
        case .array(let items): return .array(items.map { $0.named(by: names) })
        case .object(let object):
            let own = object["name"]?.text == nil ? nil : object["code"]?.text.flatMap { names[$0] }
            return .object(
                JSONObject(
                    object.members.map { member in
                        guard member.name != "name" else {
                            return (member.name, own.map { .string($0) } ?? member.value)
                        }
                        return (member.name, member.value.named(by: names))
                    }))
        default: return self
        }
    }
}

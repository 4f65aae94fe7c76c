internal import Wire

extension Context {
    /// Assigns or accepts several interventions of a plan in one request.
    func move(
        _ move: InterventionMove, _ references: [String], in lokus: LokusReference, _ batch: BatchOptions,
        _ write: WriteOptions, _ output: OutputOptions, _ common: CommonOptions
    ) async throws {
        guard references.count <= BatchOptions.most else {
            throw Failure.usage(.tooManyRows(BatchOptions.most))
        }
        let service = try service(common)
        let place = try await service.lokus(lokus)
        let known = try await service.interventions(of: place)
        let items = try references.map { reference in
            guard let found = known[reference] else {
                throw Failure.notFound(.noIntervention(reference, place.label))
            }
            var item = JSONObject([("id", found["id"]), ("version", found["version"])])
            item["assigned_on"] = move.day.map { .string($0.text) }
            return JSONValue.object(item)
        }
        lastWords.set(.interruptedWrite)
        let sent = try await service.batch(
            Address("interventions:batch"), ["action": .string(move.name), "items": .array(items)], batch, write,
            place: { [("place", .string(references.indices.contains($0) ? references[$0] : ""))] })
        lastWords.set(nil)
        try show(
            BatchView.moves(
                sent, references, move.sentence(sent.done, write), language, InterventionView.columns, name: "reference"
            ),
            output, common)
        try sent.requireAll()
    }
}

/// What is done to interventions that a plan has.
enum InterventionMove {
    case assign(on: Day?)
    case accept

    var name: String {
        switch self {
        case .assign: "assign"
        case .accept: "accept"
        }
    }

    var day: Day? {
        if case .assign(let day) = self { day } else { nil }
    }

    func sentence(_ count: Int, _ write: WriteOptions) -> Phrase {
        switch self {
        case .assign: write.dryRun ? .interventionsWouldBeAssigned(count) : .interventionsAssigned(count)
        case .accept: .interventionsAccepted(count, write)
        }
    }
}

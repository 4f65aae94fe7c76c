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
        try showMoved(
            sent, references, move.sentence(sent.done, write), InterventionView.columns, name: "reference", output,
            common)
    }

    /// Shows what was done, names what was refused, and ends with the code of a partial success where something was.
    func showMoved(
        _ sent: Batch, _ references: [String], _ sentence: Phrase, _ columns: [Column], name: String,
        _ output: OutputOptions, _ common: CommonOptions
    ) throws {
        try show(BatchView.moves(sent, references, sentence, language, columns, name: name), output, common)
        // A form for programs has rows alone.
        if try !isForPeople(output, common) || output.columns != nil {
            for line in BatchView.refused(sent, references, language) { note(Phrase(same: line), common) }
        }
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

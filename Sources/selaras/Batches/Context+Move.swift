internal import Wire

extension Context {
    /// Assigns or accepts several interventions of a plan in one request.
    func move(
        _ move: InterventionMove, _ references: [String], in lokus: LokusReference, _ batch: BatchOptions,
        _ write: WriteOptions, _ output: OutputOptions, _ common: CommonOptions
    ) async throws {
        try BatchOptions.expect(references.count)
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
        let moved = NamedItems(
            items: items, references: references, columns: InterventionView.columns, name: "reference",
            sentence: { move.sentence($0, write) })
        try await send(
            moved, to: Address("interventions:batch"), by: service, action: move.name, batch, write, output, common)
    }

    /// Sends them in one request, shows what was done, names what was refused, and ends with the code of a partial success
    /// where something was.
    func send(
        _ named: NamedItems, to address: Address, by service: Service, action: String? = nil, _ batch: BatchOptions,
        _ write: WriteOptions, _ output: OutputOptions, _ common: CommonOptions
    ) async throws {
        let references = named.references
        var body = JSONObject()
        body["action"] = action.map { .string($0) }
        body["items"] = .array(named.items)
        lastWords.set(.interruptedWrite)
        let sent = try await service.batch(
            address, .object(body), batch, write,
            place: { [("place", .string(references.indices.contains($0) ? references[$0] : ""))] })
        lastWords.set(nil)
        try show(
            BatchView.moves(sent, references, named.sentence(sent.done), language, named.columns, name: named.name),
            output,
            common)
        // A form for programs has rows alone.
        if try !isForPeople(output, common) || output.columns != nil {
            for line in BatchView.refused(sent, references, language) { note(Phrase(same: line), common) }
        }
        try sent.requireAll()
    }
}

/// Many things of a plan that are sent at once, each known by the reference of its intervention.
struct NamedItems {
    let items: [JSONValue]
    /// In the same order.
    let references: [String]
    /// How what comes back is shown, and the member that `-o name` tells.
    let columns: [Column]
    let name: String
    /// What was done, of how many.
    let sentence: (Int) -> Phrase
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

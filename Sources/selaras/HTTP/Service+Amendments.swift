internal import Wire

internal import struct Planning.PlanAmendment

extension Service {
    func amendments(of place: Lokus, _ past: PastOptions? = nil) async throws -> Resource {
        try await get(Address("action-plans", place.planID(), "amendments").with(past))
    }

    /// The amendment that is meant, with the version that a change must name.
    ///
    /// - Parameter reading: Whether one that was approved already will do where none is in preparation.
    func amendment(
        _ wanted: AmendmentOptions, of place: Lokus, reading: Bool = false
    ) async throws -> Resource {
        let all = try await amendments(of: place).value["amendments"].items
        let found = try Self.pick(wanted.amendment, all, reading: reading)
        return try await get(Address("amendments", found["id"].text ?? ""))
    }

    private static func pick(_ wanted: String?, _ all: [JSONValue], reading: Bool) throws -> JSONValue {
        if let wanted {
            let found = all.first {
                $0["id"].text == wanted.lowercased() || $0["number"].number?.text == wanted
            }
            guard let found else { throw Failure.notFound(.noAmendmentOf(wanted)) }
            return found
        }
        let pending = all.filter { amendment in
            PlanAmendment.State.pending.contains { $0.rawValue == amendment["state"].text }
        }
        if let only = pending.first, pending.count == 1 { return only }
        guard pending.isEmpty else {
            throw Failure.usage(
                .severalAmendments(pending.map { "\($0["id"].text ?? "") (\($0["reason"].text ?? ""))" }))
        }
        let last = all.filter { !$0["number"].isNull }.max {
            ($0["number"].integer ?? 0) < ($1["number"].integer ?? 0)
        }
        guard reading, let last else { throw Failure.notFound(.noAmendment) }
        return last
    }
}

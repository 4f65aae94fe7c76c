internal import Wire

extension Service {
    /// Takes a step of something as it was read, so that it is refused where somebody else has changed that since.
    func take(
        _ step: String, of collection: String, _ present: Resource, _ body: JSONObject, _ write: WriteOptions
    ) async throws -> Resource {
        try await post(
            Address(collection, present.value["id"].text ?? "", step).with("dry_run", write.dryRun), .object(body),
            version: present.etag)
    }
}

extension JSONObject {
    /// The body of a step: with the reason, where one is asked for.
    init(reason: String?) {
        self.init(reason.map { [("reason", .string($0))] } ?? [])
    }
}

internal import Wire

/// What became of many things that were sent at once.
struct Batch: Sendable {
    let document: Resource

    var done: Int { document.value["done"].integer ?? 0 }
    var refused: Int { document.value["refused"].integer ?? 0 }

    /// The refusal of each item; nil where it was done.
    var problems: [ServiceProblem?] {
        document.value["items"].items.map { $0["problem"].isNull ? nil : ServiceProblem($0["problem"]) }
    }

    /// What was made or changed, in order.
    var representations: [JSONValue] { document.value["items"].items.map { $0["representation"] } }

    /// Ends the command with the code of a partial success, or of a refusal where nothing was done.
    func requireAll() throws(Failure) {
        guard refused > 0 else { return }
        throw .told(done > 0 ? .partial : .invalid)
    }
}

extension Service {
    /// Sends many things at once. A refusal names places in the batch, which `place` puts into the sender's words.
    func batch(
        _ address: Address, _ body: JSONValue, _ options: BatchOptions, _ write: WriteOptions,
        place: (Int) -> [(String, JSONValue)]
    ) async throws -> Batch {
        do {
            return Batch(
                document: try await post(
                    address.with("atomic_mode", options.mode).with("dry_run", write.dryRun), body))
        } catch Failure.problem(let problem) {
            throw Failure.problem(problem.placed(place))
        }
    }
}

extension ServiceProblem {
    /// The same with the places of its errors, `/items/3/spent_idr`, as members of their own.
    func placed(_ place: (Int) -> [(String, JSONValue)]) -> ServiceProblem {
        guard case .object(var object) = document, !errors.isEmpty else { return self }
        object["errors"] = .array(
            errors.map { error in
                let parts = (error["pointer"].text ?? "").split(separator: "/")
                guard case .object(var fault) = error, parts.count > 1, parts[0] == "items",
                    let index = Int(parts[1])
                else { return error }
                if parts.count > 2 { fault["column"] = .string(String(parts[2])) }
                for (name, value) in place(index) { fault[name] = value }
                return .object(fault)
            })
        return ServiceProblem(.object(object), status: status, requestID: requestID)
    }
}

internal import Hummingbird
internal import Planning

extension Request {
    /// In whose name something is read that can be read as it was: `as_of` says when, and nothing else may be asked.
    func past(_ context: some CallingContext) throws -> Access {
        var query = Query(self)
        let moment = query.optional("as_of", .past)
        try query.finish()
        return context.access.at(moment)
    }
}

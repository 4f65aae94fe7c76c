internal import Hummingbird
internal import Planning

extension Query {
    /// In whose name something is read that can be read as it was: `as_of` says when.
    mutating func access(_ context: some CallingContext) -> Access { context.access.at(optional("as_of", .past)) }
}

extension Request {
    /// As `Query.access`, where nothing else may be asked.
    func past(_ context: some CallingContext) throws -> Access {
        var query = Query(self)
        let access = query.access(context)
        try query.finish()
        return access
    }
}

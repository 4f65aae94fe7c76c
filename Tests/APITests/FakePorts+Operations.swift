import Planning

extension FakePorts {
    func operations(_ access: Access, _ listing: Listing<OperationField>) -> Reading<Operation> {
        reading(access, listing) { _ in [] }
    }

    func operation(_ access: Access, id: Operation.ID) async throws -> Operation {
        try enter(access)
        throw Refusal.notFound
    }

    func queue(_ access: Access, _ draft: OperationDraft, as id: Operation.ID) async throws -> Operation {
        try enter(access)
        throw Refusal.notFound
    }

    func cancel(_ access: Access, operation id: Operation.ID) async throws -> Operation {
        try enter(access)
        throw Refusal.notFound
    }
}

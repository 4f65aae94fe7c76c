import Planning

extension FakePorts {
    func note(_ access: Access, _ deed: Deed) async throws {
        try enter(access)
    }

    func note(_ denial: Denial) async throws {}

    func events(_ access: Access, _ listing: Listing<EventField>) -> Reading<Event> {
        reading(access, listing) { _ in [] }
    }
}

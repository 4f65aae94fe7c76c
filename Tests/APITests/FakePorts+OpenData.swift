import Planning

extension FakePorts {
    func openDataState(_ access: Access) async throws -> OpenDataState {
        try enter(access)
        return OpenDataState(
            publishers: [], protection: OpenDataState.Protection(fewestFamilies: 5, source: "contoh"))
    }

    func openIndices(_ access: Access, _ listing: Listing<OpenIndexField>) -> Reading<OpenIndex> {
        reading(access, listing) { _ in [] }
    }

    func openIndicators(_ access: Access, _ listing: Listing<OpenIndicatorField>) -> Reading<OpenIndicator> {
        reading(access, listing) { _ in [] }
    }

    func openInterventions(_ access: Access, _ listing: Listing<OpenInterventionField>) -> Reading<OpenIntervention> {
        reading(access, listing) { _ in [] }
    }
}

/// What is open to everybody; the access carries no token.
package protocol OpenDataPort: Sendable {
    func openDataState(_ access: Access) async throws -> OpenDataState
    func openIndices(_ access: Access, _ listing: Listing<OpenIndexField>) -> Reading<OpenIndex>
    func openIndicators(_ access: Access, _ listing: Listing<OpenIndicatorField>) -> Reading<OpenIndicator>
    func openInterventions(_ access: Access, _ listing: Listing<OpenInterventionField>) -> Reading<OpenIntervention>
}

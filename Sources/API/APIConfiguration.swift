/// What may differ between installations and tests.
package struct APIConfiguration: Sendable {
    /// The largest JSON body, in bytes.
    package var largestJSONBody = 1 << 20
    /// The largest file of interventions, in bytes: they are held in memory until all were read. A survey file has no
    /// limit, since its families pass through.
    package var largestInterventionFile = 16 << 20

    package init() {}
}

/// What may differ between installations and tests.
package struct APIConfiguration: Sendable {
    /// The largest JSON body, in bytes.
    package var largestJSONBody = 1 << 20
    /// The largest file of interventions, in bytes: a plan has some dozens, and all of them are
    /// written in one transaction. A survey file has no
    /// limit, since its families pass through.
    package var largestInterventionFile = 256 << 10

    package init() {}
}

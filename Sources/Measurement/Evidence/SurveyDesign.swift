/// How the families of a round were chosen, which decides what their answers tell about those not asked.
package enum SurveyDesign: String, Sendable, CaseIterable {
    /// All families of the village were to be asked.
    case census
    case simpleRandomSample = "simple_random_sample"
    /// Whole RTs were drawn: what varies is RTs.
    case clusterSampleByRT = "cluster_sample_by_rt"
    /// Families were drawn within every RT: what varies is families within their RT.
    case stratifiedSampleByRT = "stratified_sample_by_rt"

    /// Whether an answer of a family-unit indicator counts as one independent answer.
    var countsFamiliesAsIndependent: Bool { self == .census || self == .simpleRandomSample }
}

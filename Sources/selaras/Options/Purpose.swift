internal import ArgumentParser

/// What a survey is for, as the service names it.
enum Purpose: String, CaseIterable, ExpressibleByArgument, Sendable {
    case baseline, midline, resurvey
}

/// How families were chosen, as the service names it.
enum Design: String, CaseIterable, ExpressibleByArgument, Sendable {
    case census
    case simpleRandomSample = "simple_random_sample"
    case clusterSampleByRT = "cluster_sample_by_rt"
    case stratifiedSampleByRT = "stratified_sample_by_rt"
}

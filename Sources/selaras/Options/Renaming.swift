internal import ArgumentParser

/// How a reference begins, before and after: `SPH25=SHI26`.
struct Renaming: ExpressibleByArgument, Sendable {
    let old: String
    let new: String

    init?(argument: String) {
        let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return nil }
        (old, new) = (halves[0], halves[1])
    }

    /// As it was where it begins otherwise.
    func renamed(_ reference: String) -> String {
        reference.hasPrefix(old) ? new + reference.dropFirst(old.count) : reference
    }
}

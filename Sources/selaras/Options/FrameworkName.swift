internal import ArgumentParser

/// A framework as an option takes it: `ikk-29`, or with its version `ikk-29/1`.
struct FrameworkName: ExpressibleByArgument, Sendable {
    let code: String
    let version: Int?

    init?(argument: String) {
        let halves = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), let code = halves.first, !code.isEmpty else { return nil }
        self.code = String(code)
        if halves.count == 2 {
            guard let version = Int(halves[1]), version > 0 else { return nil }
            self.version = version
        } else {
            version = nil
        }
    }

    var text: String { version.map { "\(code)/\($0)" } ?? code }
}

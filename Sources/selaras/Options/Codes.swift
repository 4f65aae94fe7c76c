internal import ArgumentParser
internal import Wire

/// Codes with commas between them, as an option takes them: `KLS-02,KKF-01`.
struct Codes: ExpressibleByArgument, Sendable {
    let codes: [String]

    init?(argument: String) {
        codes = argument.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        guard codes.allSatisfy({ !$0.isEmpty }) else { return nil }
    }

    var document: JSONValue { .array(codes.map { .string($0) }) }
}

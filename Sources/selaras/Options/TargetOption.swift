internal import ArgumentParser
internal import Wire

/// What an indicator is to reach: `KLS-02=75`.
struct TargetOption: ExpressibleByArgument, Sendable {
    let indicator: String
    let value: Decimal

    init?(argument: String) {
        let halves = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].trimmed.isEmpty, let value = Decimal(argument: String(halves[1])) else {
            return nil
        }
        indicator = halves[0].trimmed
        self.value = value
    }

    var document: JSONValue { ["indicator_code": .string(indicator), "value": .number(value.number)] }
}

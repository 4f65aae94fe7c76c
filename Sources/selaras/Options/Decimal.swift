internal import ArgumentParser
internal import Planning
internal import Wire

/// A number with at most two decimals as an option takes it: `8570.25`, or `8570,25` as an office writes it.
struct Decimal: ExpressibleByArgument, Sendable {
    let number: JSONNumber

    init?(argument: String) {
        // Both marks in one number may mean thousands; guessing would turn 1.250 into 1,25.
        guard argument.filter({ $0 == "." || $0 == "," }).count <= 1 else { return nil }
        let plain = argument.replacing(",", with: ".")
        if plain.split(separator: ".").dropFirst().first?.utf8.count == 3 { return nil }
        guard let hundredths = Hundredths(plain), let number = JSONNumber(hundredths.description) else { return nil }
        self.number = number
    }
}

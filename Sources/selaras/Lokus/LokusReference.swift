internal import ArgumentParser
internal import FoundationEssentials

/// How a person names a lokus: `63.02.12.2005/2025`, the desa's code alone where it is a lokus once, or the uuid.
enum LokusReference: Equatable, Sendable, ExpressibleByArgument {
    case identifier(String)
    case desa(DesaCode, year: Int?)

    init?(argument: String) {
        if let uuid = UUID(uuidString: argument) {
            self = .identifier(uuid.uuidString.lowercased())
            return
        }
        let halves = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), let desa = DesaCode(argument: String(halves[0])) else { return nil }
        guard halves.count == 2 else {
            self = .desa(desa, year: nil)
            return
        }
        guard halves[1].utf8.count == 4, let year = Int(halves[1]), (2000...2100).contains(year) else { return nil }
        self = .desa(desa, year: year)
    }
}

/// The code of a desa or kelurahan, `63.02.12.2005`. Without points it is refused: the national statistics office has
/// ten digits of its own that mean another place.
struct DesaCode: Equatable, Sendable, ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2, 2, 4],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        text = argument
    }
}

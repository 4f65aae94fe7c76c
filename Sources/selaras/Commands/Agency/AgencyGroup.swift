internal import ArgumentParser

struct AgencyGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "agency",
            Phrase("Perangkat daerah, instansi vertikal, dan mitra.", "Agencies, vertical offices and partners."),
            [AgencyList.self])
    }
}

internal import ArgumentParser

struct AgencyGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency", abstract: "Perangkat daerah, instansi vertikal, dan mitra.",
        subcommands: [AgencyList.self])
}

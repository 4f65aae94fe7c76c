internal import ArgumentParser

struct FrameworkGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework", abstract: "Kerangka indikator.",
        subcommands: [FrameworkList.self, FrameworkShow.self])
}

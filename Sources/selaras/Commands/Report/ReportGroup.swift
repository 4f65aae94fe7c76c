internal import ArgumentParser

struct ReportGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Laporan realisasi intervensi.",
        subcommands: [ReportSubmit.self, ReportCorrect.self, ReportList.self])
}

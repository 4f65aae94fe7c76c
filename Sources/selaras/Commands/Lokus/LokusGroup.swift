internal import ArgumentParser

struct LokusGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lokus", abstract: "Desa/kelurahan lokus: penetapan, daftar, dan SK.",
        subcommands: [LokusList.self, LokusShow.self, LokusRegister.self, LokusDecree.self])
}

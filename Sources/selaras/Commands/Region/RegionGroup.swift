internal import ArgumentParser

struct RegionGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region", abstract: "Wilayah administrasi dan kodenya.",
        subcommands: [RegionSearch.self, RegionShow.self])
}

internal import ArgumentParser

struct RegionGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "region", Phrase("Wilayah administrasi dan kodenya.", "Administrative regions and their codes."),
            [RegionSearch.self, RegionShow.self])
    }
}

internal import ArgumentParser

struct FrameworkGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "framework", Phrase("Kerangka indikator.", "Indicator frameworks."),
            [FrameworkList.self, FrameworkShow.self])
    }
}

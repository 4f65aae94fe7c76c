internal import ArgumentParser

struct LokusGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "lokus",
            Phrase(
                "Desa/kelurahan lokus: penetapan, daftar, dan SK.", "Focus villages: registration, list and decree."),
            [
                LokusList.self, LokusShow.self, LokusCompare.self, LokusCounterparts.self, LokusRegister.self,
                LokusDecree.self,
            ])
    }
}

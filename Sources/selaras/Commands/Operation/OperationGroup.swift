internal import ArgumentParser

struct OperationGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "operation",
            Phrase(
                "Pekerjaan layanan yang berjalan di latar belakang.", "Work that the service does in the background."),
            [OperationList.self, OperationShow.self, OperationWatch.self, OperationCancel.self])
    }
}

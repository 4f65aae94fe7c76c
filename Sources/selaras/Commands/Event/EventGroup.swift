internal import ArgumentParser

struct EventGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "event", Phrase("Jejak audit: siapa melakukan apa.", "The audit trail: who did what."), [EventList.self])
    }
}

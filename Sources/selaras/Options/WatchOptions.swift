internal import ArgumentParser

/// Whether a list is shown again when it changes.
struct WatchOptions: ParsableArguments {
    @Flag(
        help: .of("Tampilkan lagi setiap kali berubah, sampai Ctrl-C.", "Show it again when it changes, until Ctrl-C."))
    var watch = false

    @Option(
        help: .of(
            "Selang antarpemeriksaan, dalam detik; bawaannya 5.", "Time between two looks, in seconds; 5 by default.",
            .seconds))
    var interval = 5

    mutating func validate() throws {
        guard (1...3600).contains(interval) else { throw ValidationError(Phrase.badInterval.text) }
    }
}

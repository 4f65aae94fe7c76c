internal import ArgumentParser

/// How much of a list.
struct ListOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Paling banyak sekian baris; bawaannya semua.", valueName: "jumlah"))
    var limit: Int?

    mutating func validate() throws {
        guard let limit else { return }
        guard limit > 0 else { throw ValidationError(Phrase.badLimit.text(in: .indonesian)) }
    }
}

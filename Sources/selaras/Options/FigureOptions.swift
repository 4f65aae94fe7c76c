internal import ArgumentParser

/// What a report says: nothing happened, or how far it is, cumulative since the start.
struct FigureOptions: ParsableArguments {
    @Flag(name: .customLong("nil"), help: "Nihil: tidak ada realisasi dalam periode ini.")
    var isNil = false

    @Option(help: ArgumentHelp("Realisasi fisik s.d. periode ini, dalam persen.", valueName: "persen"))
    var physical: Decimal?

    @Option(help: ArgumentHelp("Volume s.d. periode ini.", valueName: "jumlah"))
    var quantity: Decimal?

    @Option(help: ArgumentHelp("Realisasi keuangan s.d. periode ini, dalam rupiah.", valueName: "rupiah"))
    var spent: Money?

    @Option(help: ArgumentHelp("Faktor penghambat.", valueName: "teks"))
    var obstacles: String?

    @Option(help: ArgumentHelp("Tindak lanjut.", valueName: "teks"))
    var followUp: String?

    var hasFigures: Bool { physical != nil || quantity != nil || spent != nil }
    var isComplete: Bool { physical != nil && quantity != nil && spent != nil }
    var isEmpty: Bool { !isNil && !hasFigures && obstacles == nil && followUp == nil }

    mutating func validate() throws {
        guard !isNil || !hasFigures else {
            throw ValidationError(Phrase.nilExcludesFigures.text(in: .indonesian))
        }
    }
}

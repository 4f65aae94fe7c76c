internal import ArgumentParser

/// What a report says: nothing happened, or how far it is, cumulative since the start.
struct FigureOptions: ParsableArguments {
    @Flag(
        name: .customLong("nil"),
        help: .of("Nihil: tidak ada realisasi dalam periode ini.", "Nil: nothing happened in this period."))
    var isNil = false

    @Option(
        help: .of(
            "Realisasi fisik s.d. periode ini, dalam persen.", "Physical progress up to this period, in percent.",
            .percent))
    var physical: Decimal?

    @Option(help: .of("Volume s.d. periode ini.", "Volume up to this period.", .quantity))
    var quantity: Decimal?

    @Option(
        help: .of(
            "Realisasi keuangan s.d. periode ini, dalam rupiah.", "Money spent up to this period, in rupiah.", .rupiah))
    var spent: Money?

    @Option(help: .of("Faktor penghambat.", "Obstacles.", .text))
    var obstacles: String?

    @Option(help: .of("Tindak lanjut.", "Follow-up.", .text))
    var followUp: String?

    @Option(help: .of("Asal angka, bila perlu dicatat.", "Where the figures come from, if worth a note.", .text))
    var basis: String?

    var hasFigures: Bool { physical != nil || quantity != nil || spent != nil }
    var isComplete: Bool { physical != nil && quantity != nil && spent != nil }
    var isEmpty: Bool { !isNil && !hasFigures && obstacles == nil && followUp == nil && basis == nil }

    mutating func validate() throws {
        guard !isNil || !hasFigures else {
            throw ValidationError(Phrase.nilExcludesFigures.text)
        }
    }
}

internal import ArgumentParser
internal import Planning

/// Whether what was known at a moment is wanted, instead of what is known.
struct PastOptions: ParsableArguments {
    @Option(
        help: .of(
            "Yang diketahui waktu itu: tanggal (akhir hari, WITA) atau waktu UTC.",
            "What was known then: a date (its end, in WITA) or a time in UTC.", .instant))
    var asOf: Instant?
}

/// A moment as an option takes it: `2026-06-30`, which is the end of that day in Kalimantan Selatan, or
/// `2026-06-30T15:59:59Z`.
struct Instant: ExpressibleByArgument, Sendable {
    /// As the service takes it.
    let text: String

    init?(argument: String) {
        if let moment = Moment(argument) {
            text = moment.description
        } else if CalendarDay(argument) != nil {
            text = "\(argument)T15:59:59Z"
        } else {
            return nil
        }
    }
}

extension Address {
    func with(_ past: PastOptions) -> Address { with("as_of", past.asOf?.text) }
}

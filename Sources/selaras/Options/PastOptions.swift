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
    /// As the service takes it; nil: now, as a day that has begun is known as far as it has come.
    let text: String?

    init?(argument: String) {
        self.init(argument, now: .now)
    }

    init?(_ argument: String, now: Moment) {
        if let moment = Moment(exact: argument) {
            text = moment.exact
        } else if CalendarDay(argument) != nil, let end = Moment(exact: "\(argument)T15:59:59.999999Z") {
            let begin = Moment(microsecondsSince1970: end.microsecondsSince1970 - 86_399_999_999)
            text = begin <= now && now < end ? nil : end.exact
        } else {
            return nil
        }
    }
}

extension Address {
    func with(_ past: PastOptions?) -> Address { with("as_of", past?.asOf?.text) }
}

internal import ArgumentParser
internal import Planning

/// A day as an option takes it: `2025-09-30`.
struct Day: ExpressibleByArgument, Sendable {
    let day: CalendarDay

    init?(argument: String) {
        guard let day = CalendarDay(argument) else { return nil }
        self.day = day
    }

    /// As the service takes it.
    var text: String { day.description }
}

internal import ArgumentParser
internal import Planning

// The words of the trade are spelled in Planning, once.
extension SurveyRound.Purpose: ExpressibleByArgument {}
extension SurveyRound.Design: ExpressibleByArgument {}
extension Operation.State: ExpressibleByArgument {}
extension Region.Level: ExpressibleByArgument {}
extension YearComparison.Order: ExpressibleByArgument {}
extension Holding.State: ExpressibleByArgument {}
extension Caller.Role: ExpressibleByArgument {
    package static var allValueStrings: [String] { signedIn.map(\.rawValue) }
}

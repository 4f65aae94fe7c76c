internal import ArgumentParser

/// A command that does its work through a context, so that tests can drive it without a network.
protocol ServiceCommand: ParsableCommand, Sendable {
    var common: CommonOptions { get }

    func run(in context: Context) async throws
}

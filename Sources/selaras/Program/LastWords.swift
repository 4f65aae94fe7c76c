internal import Synchronization

/// What a person is told when Ctrl-C ends the program; each stage of a command puts its own in.
final class LastWords: Sendable {
    private let phrase = Mutex<Phrase?>(nil)

    var present: Phrase? { phrase.withLock { $0 } }

    func set(_ phrase: Phrase?) {
        self.phrase.withLock { $0 = phrase }
    }
}

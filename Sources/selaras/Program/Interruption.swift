internal import Dispatch
internal import Glibc
internal import Phrasing

/// Ctrl-C and an asked-for end. The program leaves at once: the service takes a file whole or not at all, so an
/// abandoned request leaves no half state, and every file of ours is put in place by a rename.
struct Interruption {
    private let sources: [any DispatchSourceSignal]

    init(console: SystemConsole, lastWords: LastWords, language: Language) {
        let isListening = DispatchSemaphore(value: 0)
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                console.showTyping()
                if let words = lastWords.present?.text(in: language) { SystemConsole.say("\n" + words) }
                // _exit runs no handlers: other threads are still at work and may not expect them.
                _exit(number == SIGINT ? ProgramStatus.interrupted.rawValue : 128 + number)
            }
            source.setRegistrationHandler { isListening.signal() }
            source.resume()
            // Until then the signal is ignored and would be lost, as a Ctrl-C at the first prompt.
            isListening.wait()
            return source
        }
    }

    func stop() {
        for source in sources { source.cancel() }
    }
}

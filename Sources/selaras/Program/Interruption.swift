internal import Dispatch
internal import Glibc

/// Ctrl-C and an asked-for end. The program leaves at once: the service takes a file whole or not at all, so an
/// abandoned request leaves no half state, and the credentials file is put in place by a rename.
struct Interruption {
    private let sources: [any DispatchSourceSignal]

    init(console: SystemConsole) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                console.showTyping()
                // _exit runs no handlers: other threads are still at work and may not expect them.
                _exit(number == SIGINT ? ProgramStatus.interrupted.rawValue : 128 + number)
            }
            source.resume()
            return source
        }
    }

    func stop() {
        for source in sources { source.cancel() }
    }
}

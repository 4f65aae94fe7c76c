internal import Glibc
internal import Synchronization

/// The console of the process.
///
/// Typing is hidden with termios; what was set before is kept here, so that Ctrl-C in the middle of a prompt can put
/// it back and does not leave a shell in which nothing typed is seen.
final class SystemConsole: Sendable {
    private let shown = Mutex<termios?>(nil)

    /// The seam for commands.
    func console(environment: Environment) -> Console {
        let isOutputTerminal = isatty(STDOUT_FILENO) == 1
        return Console(
            isOutputTerminal: isOutputTerminal,
            isErrorTerminal: isatty(STDERR_FILENO) == 1,
            isInputTerminal: isatty(STDIN_FILENO) == 1,
            width: isOutputTerminal ? Self.width(environment: environment) : nil,
            writeOutput: { bytes in
                guard Self.write(bytes, to: STDOUT_FILENO) else {
                    // A reader that went away (`| head`) has all that it wants: no error, and no need of more.
                    throw errno == EPIPE ? Failure.told(.success) : .said(.cannotWriteOutput(errno), .failure)
                }
            },
            writeError: { bytes in _ = Self.write(bytes, to: STDERR_FILENO) },
            page: { bytes, pager in Pager.show(bytes, through: pager, environment: environment) },
            readSecret: { prompt in self.readSecret(prompt) },
            readLine: { Swift.readLine() })
    }

    static func say(_ text: String) {
        _ = write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// COLUMNS wins over what the terminal says, so that a person can choose.
    private static func width(environment: Environment) -> Int {
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private func readSecret(_ prompt: String) -> String? {
        // Hidden before it is asked for: what is typed at once would be shown, or dropped with what came before.
        hideTyping()
        _ = Self.write(Array(prompt.utf8), to: STDERR_FILENO)
        defer {
            showTyping()
            _ = Self.write([0x0A], to: STDERR_FILENO)
        }
        return Swift.readLine()
    }

    private func hideTyping() {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
        shown.withLock { [settings] in $0 = settings }
        settings.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    }

    /// Undoes `hideTyping`, once.
    func showTyping() {
        shown.withLock { saved in
            guard var settings = saved else { return }
            tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
            saved = nil
        }
    }
}

import Foundation
import Glibc

/// A program at a terminal of its own: what is typed reaches it as keys do, and it sees a screen.
final class Terminal {
    private let master: Int32
    private let child: pid_t
    /// All that came to the screen.
    private(set) var screen = ""
    private var seen = 0
    /// Bytes that came, whose character is not whole yet.
    private var unread: [UInt8] = []

    /// TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID of Linux.
    private static let unlock: UInt = 0x4004_5431
    private static let numberOf: UInt = 0x8004_5430
    private static let newSession: Int16 = 0x80

    struct Silent: Error, CustomStringConvertible {
        let wanted: String
        let screen: String
        var description: String { "\"\(wanted)\" did not come to the screen:\n\(screen)" }
    }

    init(_ program: String, _ arguments: [String], environment: [String: String], columns: UInt16) throws {
        // As posix_openpt, unlockpt and ptsname do, which Swift does not see here.
        let opened = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (unlocked, number): (Int32, UInt32) = (0, 0)
        guard opened >= 0, ioctl(opened, Self.unlock, &unlocked) == 0, ioctl(opened, Self.numberOf, &number) == 0 else {
            throw POSIXError(.EIO)
        }
        let name = "/dev/pts/\(number)"
        master = opened
        var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(opened, UInt(TIOCSWINSZ), &size)
        _ = fcntl(opened, F_SETFD, FD_CLOEXEC)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The leader of a new session that opens a terminal gets it for its own, Ctrl-C included.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Self.newSession)
        let texts = [program] + arguments
        let variables = environment.map { "\($0.key)=\($0.value)" }
        var argv = texts.map { strdup($0) } + [nil]
        var envp = variables.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var started: pid_t = 0
        guard posix_spawn(&started, program, &actions, &attributes, &argv, &envp) == 0 else {
            throw POSIXError(.ENOENT)
        }
        child = started
    }

    deinit {
        kill(child, SIGKILL)
        close(master)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// What comes to the screen up to and with that text. Waiting ends some time: a program that hangs fails the test.
    @discardableResult
    func until(_ text: String) throws -> String {
        let deadline = Date(timeIntervalSinceNow: 120)
        while true {
            let rest = screen.dropFirst(seen)
            if let range = rest.range(of: text) {
                let found = rest[..<range.upperBound]
                seen += found.count
                return String(found)
            }
            guard Date() < deadline, readMore() else { throw Silent(wanted: text, screen: String(rest)) }
        }
    }

    /// False at the end of the terminal.
    private func readMore() -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 1000) > 0 else { return true }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        unread += bytes[..<count]
        let whole = unread.count - Self.begun(at: unread)
        screen += String(decoding: unread[..<whole], as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        unread.removeFirst(whole)
        return true
    }

    /// How many bytes at the end are the beginning of a character or of a line's end, whose rest is still to come.
    private static func begun(at bytes: [UInt8]) -> Int {
        if bytes.last == UInt8(ascii: "\r") { return 1 }
        let tail = bytes.suffix(3)
        guard let lead = tail.lastIndex(where: { $0 & 0xC0 == 0xC0 }) else { return 0 }
        let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
        return bytes.count - lead < length ? bytes.count - lead : 0
    }
}

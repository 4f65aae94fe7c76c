internal import Glibc

/// The program that shows a long answer screen by screen, as `less` does.
enum Pager {
    /// Starts it with a shell, since a setting may have options, and waits for it. False where it cannot be started;
    /// nothing is shown then.
    static func show(_ bytes: [UInt8], through command: String, environment: Environment) -> Bool {
        guard let program = command.split(separator: " ").first.map(String.init),
            isThere(program, environment: environment)
        else { return false }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return false }
        // The pager must not hold the end that is written to, or it would never see the end.
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        var child: pid_t = 0
        let arguments = ["/bin/sh", "-c", command]
        let isStarted = withCStrings(arguments) { argv in
            posix_spawn(&child, "/bin/sh", &actions, nil, argv, environ) == 0
        }
        close(ends[0])
        guard isStarted else {
            close(ends[1])
            return false
        }
        // A reader that quits early has all that it wants.
        signal(SIGPIPE, SIG_IGN)
        _ = SystemConsole.write(bytes, to: ends[1])
        close(ends[1])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return true
    }

    private static func isThere(_ program: String, environment: Environment) -> Bool {
        if program.contains("/") { return access(program, X_OK) == 0 }
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    private static func withCStrings<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(&pointers)
    }
}

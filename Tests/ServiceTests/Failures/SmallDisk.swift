import Foundation
import Support
import Testing

/// A file system in memory that is soon full; only root can mount one.
struct SmallDisk: Sendable {
    /// An empty directory of the user that PostgreSQL runs as.
    let directory: String
    private let root: String

    /// Mounts one, and unmounts it after `body`.
    static func mounted(megabytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
        let root = "/tmp/selaras-disk-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false)
        defer { rmdir(root) }
        try await run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m,mode=0755", "selaras-test", root)
        let disk = SmallDisk(directory: "\(root)/data", root: root)
        do {
            try FileManager.default.createDirectory(atPath: disk.directory, withIntermediateDirectories: false)
            try await run("chown", clusterUser, disk.directory)
            try await body(disk)
        } catch {
            try await run("umount", "-l", root)
            throw error
        }
        try await run("umount", "-l", root)
    }

    /// Takes all the room that is left.
    func fill() throws {
        let file = open("\(root)/filler", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        defer { close(file) }
        var size = 1 << 20
        let zeros = [UInt8](repeating: 0, count: size)
        while size > 0 {
            if write(file, zeros, size) <= 0 { size /= 2 }
        }
        #expect(errno == ENOSPC)
    }

    /// Gives it back.
    func free() throws {
        try FileManager.default.removeItem(atPath: "\(root)/filler")
    }

    /// Whether this user can mount in this place: containers often forbid it even to root.
    static let canBeMounted: Bool = {
        guard geteuid() == 0 else { return false }
        let place = "/tmp/selaras-disk-\(UUID().uuidString.prefix(8))"
        guard mkdir(place, 0o700) == 0 else { return false }
        defer { rmdir(place) }
        guard mount("selaras-test", place, "tmpfs", 0, "size=1m") == 0 else { return false }
        return umount2(place, 2) == 0
    }()

    /// As `scripts/postgres` chooses it for root.
    private static var clusterUser: String { getpwnam("postgres") == nil ? "nobody" : "postgres" }

    private static func run(_ arguments: String...) async throws {
        let outcome = try await Program("/usr/bin/env").run(arguments)
        try #require(outcome.code == 0, "\(arguments): \(outcome.error)")
    }
}

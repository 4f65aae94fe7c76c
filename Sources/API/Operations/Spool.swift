internal import Dispatch
package import Planning

package import struct FoundationEssentials.UUID

#if canImport(Glibc)
internal import Glibc
#endif

/// Where uploads lie until their operation is at its end: a folder of this machine, for nobody else to read.
///
/// They name families as the village does, so they are kept out of the database: out of its log, its backups and its
/// replicas, from which nothing could be taken back. Each is removed as soon as it was used.
///
/// A file is locked by the process that works with it, and the lock ends with the process. So a server that starts
/// knows which uploads a dead one left behind, and two servers with the same folder leave each other's alone.
package final class Spool: Sendable {
    /// Stays the same from one start to the next: by it an operation knows where its upload is.
    package let id: UUID
    private let folder: String
    private static let ending = ".upload"

    /// Makes the folder where there is none. Throws what to tell an operator.
    package init(folder: String) throws(SpoolFault) {
        guard Self.make(folder) else { throw SpoolFault(path: folder, call: "mkdir") }
        guard chmod(folder, 0o700) == 0 else { throw SpoolFault(path: folder, call: "chmod") }
        self.folder = folder
        id = try Self.identity(in: folder)
    }

    /// A new file, locked.
    package func create(_ id: Operation.ID) throws(SpoolFault) -> SpooledFile {
        let path = "\(folder)/\(id)\(Self.ending)"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SpoolFault(path: path, call: "open") }
        let file = SpooledFile(path: path, descriptor: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let fault = SpoolFault(path: path, call: "flock")
            file.remove()
            throw fault
        }
        return file
    }

    /// All that are there, and of these, locked, what no living process works with.
    package func contents() -> (all: [Operation.ID], leftBehind: [(id: Operation.ID, file: SpooledFile)]) {
        var all: [Operation.ID] = []
        var leftBehind: [(id: Operation.ID, file: SpooledFile)] = []
        for name in Self.names(in: folder) where name.hasSuffix(Self.ending) {
            guard let id = Operation.ID(String(name.dropLast(Self.ending.count))) else { continue }
            all.append(id)
            let descriptor = open("\(folder)/\(name)", O_RDWR | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                continue
            }
            leftBehind.append((id, SpooledFile(path: "\(folder)/\(name)", descriptor: descriptor)))
        }
        return (all, leftBehind)
    }

    private static func make(_ folder: String) -> Bool {
        var path = folder.hasPrefix("/") ? "" : "."
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            if mkdir(path, 0o700) != 0 && errno != EEXIST { return false }
        }
        return true
    }

    /// Linked into place whole, so that two servers that start at once have the same.
    private static func identity(in folder: String) throws(SpoolFault) -> UUID {
        let path = "\(folder)/identity"
        if let known = try read(path) { return known }
        let mine = UUID()
        let draft = "\(folder)/identity.\(mine.uuidString)"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SpoolFault(path: draft, call: "open") }
        let text = Array(mine.uuidString.utf8)
        defer {
            close(descriptor)
            unlink(draft)
        }
        guard write(descriptor, text, text.count) == text.count else { throw SpoolFault(path: draft, call: "write") }
        // Before it has its name: after a loss of power a name without its content would belong to nobody.
        guard fsync(descriptor) == 0 else { throw SpoolFault(path: draft, call: "fsync") }
        if link(draft, path) != 0 && errno != EEXIST { throw SpoolFault(path: path, call: "link") }
        guard let known = try read(path) else { throw SpoolFault(path: path, call: "open") }
        return known
    }

    /// Nil where there is none. One that is damaged is not replaced: uploads of operations may lie here under it.
    private static func read(_ path: String) throws(SpoolFault) -> UUID? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SpoolFault(path: path, call: "open")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 36)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw SpoolFault(path: path, call: "read") }
        guard count == bytes.count, let id = UUID(uuidString: String(decoding: bytes, as: UTF8.self)) else {
            throw SpoolFault(path: path, call: "read", reason: EBADMSG)
        }
        return id
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.sorted()
    }
}

/// The folder for uploads cannot be used.
package struct SpoolFault: Error, Sendable, CustomStringConvertible {
    package let path: String
    package let call: String
    package let reason: Int32

    init(path: String, call: String, reason: Int32 = errno) {
        self.reason = reason
        self.path = path
        self.call = call
    }

    package var isFull: Bool { reason == ENOSPC || reason == EDQUOT }
    package var description: String { "\(path): \(call): \(String(cString: strerror(reason)))" }
}

/// One upload on disk. Its calls may wait for the disk, so they run on a queue of their own.
package final class SpooledFile: Sendable {
    private let path: String
    private let descriptor: Int32
    private let queue = DispatchQueue(label: "selaras.spool")

    init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    package func append(_ bytes: [UInt8]) async throws {
        try await onQueue { [self] in
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { throw SpoolFault(path: path, call: "write") }
                sent += count
            }
        }
    }

    /// On disk, so that an upload that was accepted outlives a loss of power.
    package func flush() async throws {
        try await onQueue { [self] in
            guard fsync(descriptor) == 0 else { throw SpoolFault(path: path, call: "fsync") }
            // Its name is the folder's, which is kept apart.
            let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
            let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard directory >= 0 else { throw SpoolFault(path: folder, call: "open") }
            defer { close(directory) }
            guard fsync(directory) == 0 else { throw SpoolFault(path: folder, call: "fsync") }
        }
    }

    /// From its beginning again.
    package func rewind() async throws {
        try await onQueue { [self] in
            guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SpoolFault(path: path, call: "lseek") }
        }
    }

    /// Empty at the end.
    package func next() async throws -> [UInt8] {
        try await onQueue { [self] in
            var bytes = [UInt8](repeating: 0, count: 64 << 10)
            let count = read(descriptor, &bytes, bytes.count)
            guard count >= 0 else { throw SpoolFault(path: path, call: "read") }
            return Array(bytes[..<count])
        }
    }

    package var size: Int {
        var found = stat()
        return fstat(descriptor, &found) == 0 ? Int(found.st_size) : 0
    }

    /// Seconds since it was last written to.
    package var age: Int {
        var found = stat()
        return fstat(descriptor, &found) == 0 ? time(nil) - found.st_mtim.tv_sec : 0
    }

    /// For good.
    package func remove() { unlink(path) }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}

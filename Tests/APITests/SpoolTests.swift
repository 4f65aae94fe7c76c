import Foundation
import Glibc
import Planning
import Testing

@testable import API

/// Uploads on disk: what is promised of them, and what a disk that fails is told as.
@Suite final class SpoolTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "selaras-spool-\(UUID().uuidString)")
        .path

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

    private func fault(_ work: () async throws -> Void) async -> SpoolFault? {
        do {
            try await work()
            return nil
        } catch {
            return error as? SpoolFault
        }
    }

    @Test func whatWasFlushedIsReadFromItsBeginning() async throws {
        let spool = try Spool(folder: folder)
        let id = Operation.ID.new()
        let file = try spool.create(id)
        try await file.append(Array("satu,".utf8))
        try await file.append(Array("dua".utf8))
        try await file.flush()
        #expect(file.size == 8)
        try await file.rewind()
        #expect(try await file.next() == Array("satu,dua".utf8))
        #expect(try await file.next().isEmpty)
        var status = stat()
        #expect(stat("\(folder)/\(id).upload", &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
        // Another of that id would be written into by two.
        #expect(await fault { _ = try spool.create(id) }?.reason == EEXIST)
        file.remove()
        #expect(names == ["identity"])
    }

    /// A file that cannot be brought to the disk: a pipe has none.
    @Test func anUploadThatIsNotOnDiskIsNotTaken() async throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let file = SpooledFile(path: "\(folder)/x.upload", descriptor: ends[1])
        let found = try #require(await fault { try await file.flush() })
        #expect(found.call == "fsync" && found.path == "\(folder)/x.upload" && !found.isFull)
        #expect(found.description.hasPrefix("\(folder)/x.upload: fsync: "))
    }

    /// The bytes are on disk, and the folder that knows their name is gone.
    @Test func aNameThatIsNotOnDiskIsNotTaken() async throws {
        let file = try Spool(folder: folder).create(.new())
        try await file.append([1])
        try FileManager.default.removeItem(atPath: folder)
        let found = try #require(await fault { try await file.flush() })
        #expect(found.call == "open" && found.path == folder && found.reason == ENOENT)
    }

    @Test func aFullDiskIsToldApart() async throws {
        let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
        try #require(full >= 0)
        let file = SpooledFile(path: "/dev/full", descriptor: full)
        let found = try #require(await fault { try await file.append([1]) })
        #expect(found.isFull && found.call == "write")
    }

    /// The identity stays, and one that a crash has damaged is not replaced by another: uploads lie under it.
    @Test func theIdentityStays() async throws {
        let first = try Spool(folder: folder).id
        #expect(try Spool(folder: folder).id == first)
        #expect(names == ["identity"])
        for damaged in ["", "not an id", String(repeating: "x", count: 36)] {
            try damaged.write(toFile: folder + "/identity", atomically: false, encoding: .utf8)
            let found = try #require(await fault { _ = try Spool(folder: folder) })
            #expect(found.path == folder + "/identity" && found.reason == EBADMSG && found.call == "read")
            #expect(names == ["identity"])
        }
        try FileManager.default.removeItem(atPath: folder + "/identity")
        #expect(try Spool(folder: folder).id != first)
    }

    @Test func aFolderThatCannotBeIsNamed() async throws {
        try Data().write(to: URL(filePath: folder))
        let found = try #require(await fault { _ = try Spool(folder: folder + "/in/it") })
        #expect(found.call == "mkdir" && found.reason == ENOTDIR)
    }

    /// Only what no living process holds is taken up; each once.
    @Test func whatWasLeftBehindIsFoundOnce() async throws {
        let spool = try Spool(folder: folder)
        let (held, left) = (Operation.ID.new(), Operation.ID.new())
        let file = try spool.create(held)
        _ = try spool.create(left)
        try Data().write(to: URL(filePath: folder + "/notes.upload"))
        let found = spool.contents()
        #expect(Set(found.all) == [held, left])
        #expect(found.leftBehind.map(\.id) == [left])
        #expect(spool.contents().leftBehind.isEmpty)
        withExtendedLifetime((file, found)) {}
    }
}

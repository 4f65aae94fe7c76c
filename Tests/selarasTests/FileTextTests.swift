import Foundation
import Glibc
import Testing

@testable import selaras

/// Small files of ours: whole or as they were, for whom they are, and never half.
@Suite final class FileTextTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "selaras-file-\(UUID().uuidString)")
        .path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

    private func mode(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    private func failure(_ work: () throws(Failure) -> Void) -> Failure? {
        do throws(Failure) {
            try work()
            return nil
        } catch {
            return error
        }
    }

    @Test func anotherTextTakesThePlaceOfTheFirst() throws {
        let path = folder + "/new/er/config.toml"
        try FileText.write(String(repeating: "x", count: 100_000), to: path, mode: 0o644)
        try FileText.write("dua\n", to: path, mode: 0o600)
        #expect(try FileText.read(path) == "dua\n")
        #expect(mode(of: path) == 0o600 && mode(of: folder + "/new") == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/new/er") == ["config.toml"])
    }

    /// The rename fails, as what is there is no file: it stays, and nothing is left beside it.
    @Test func aFolderInItsPlaceStays() throws {
        let path = folder + "/config.toml"
        try FileManager.default.createDirectory(atPath: path + "/inner", withIntermediateDirectories: true)
        let found = try #require(failure { () throws(Failure) in try FileText.write("x", to: path, mode: 0o644) })
        #expect("\(found)".contains(path))
        #expect(names == ["config.toml"])
        #expect(failure { () throws(Failure) in try FileText.requireWritable(path) } != nil)
        #expect(failure { () throws(Failure) in _ = try FileText.read(path) } != nil)
    }

    /// What somebody else is writing under the same name for the time being is not written into.
    @Test func whatIsNotOursIsLeftAlone() throws {
        let path = folder + "/config.toml"
        try "theirs".write(toFile: path + ".\(getpid())", atomically: false, encoding: .utf8)
        #expect(failure { () throws(Failure) in try FileText.write("x", to: path, mode: 0o644) } != nil)
        #expect(names == ["config.toml.\(getpid())"])
        #expect(try FileText.read(path + ".\(getpid())") == "theirs")
    }

    @Test func whatIsNotThereIsNoFailure() throws {
        #expect(try FileText.read(folder + "/nosuch") == nil)
        let file = folder + "/file"
        try FileText.write("abcdef", to: file, mode: 0o644)
        #expect(try FileText.read(file + "/beneath") == nil)
        #expect(try FileText.read(file, upTo: 16_384) == "abcdef")
    }

    @Test func tryingLeavesNothing() throws {
        let path = folder + "/made/report.csv"
        try FileText.requireWritable(path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/made").isEmpty)
        try FileText.requireNew(path)
        try FileText.write("x", to: path, mode: 0o644)
        #expect(failure { () throws(Failure) in try FileText.requireNew(path) } != nil)
        #expect(failure { () throws(Failure) in try FileText.requireWritable(path + "/beneath") } != nil)
    }
}

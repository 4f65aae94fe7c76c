import ArgumentParser
import Foundation
import Intake

/// A folder of configuration on disk.
struct ConfigFolder {
    private let path: String

    init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Reads all its files. Prints every fault and throws the exit code where there are any.
    func read() throws -> ConfigContent {
        var files: [String: [UInt8]] = [:]
        for name in try names() { files[name] = try FileBytes.all(of: "\(path)/\(name)") }
        do throws(ConfigRefusal) {
            return try ConfigContent(files: files)
        } catch {
            throw error.faults.print(in: path)
        }
    }

    /// The CSV files at the top, and those of each folder in `frameworks` and `kabupaten`.
    private func names() throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw UnreadableFile(path: path, reason: ENOENT)
        }
        var found = tables(in: "")
        for parent in ["frameworks", "kabupaten"] {
            for folder in entries(of: parent) { found += tables(in: "\(parent)/\(folder)/") }
        }
        return found
    }

    private func tables(in folder: String) -> [String] {
        entries(of: folder).filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.map { folder + $0 }
    }

    /// Nothing where there is no such folder: what must be there is missed when the files are read.
    private func entries(of folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
    }
}

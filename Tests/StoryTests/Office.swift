import Foundation
import Support

/// Those of a kabupaten who sit at a program of their own.
struct Office {
    let coordinator: Program
    let agency: Program
    let leadership: Program
    let shell: Program
    let folder: String
}

extension Office {
    init(_ database: TestDatabase, _ server: RunningServer) async throws {
        let admin = try Program.built("selaras-server", environment: database.adminEnvironment)
        let token = { (rest: [String]) async throws -> String in
            let made = try await admin.run(["token", "create", "--name", "U", "--kabupaten", "63.02"] + rest)
            return made.out.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "selaras-office-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let bin = ProcessInfo.processInfo.environment["SELARAS_TEST_BIN"] ?? ""
        let common = [
            "SELARAS_URL": server.url, "HOME": folder, "XDG_CONFIG_HOME": folder, "PATH": "\(bin):/usr/bin:/bin",
        ]
        let first = common.merging(["SELARAS_TOKEN": try await token(["--role", "coordinator"])]) { $1 }
        let second = common.merging(["SELARAS_TOKEN": try await token(["--role", "agency", "--agency", "PUPR"])]) { $1 }
        let third = common.merging(["SELARAS_TOKEN": try await token(["--role", "leadership"])]) { $1 }
        self.init(
            coordinator: try Program.built("selaras", environment: first),
            agency: try Program.built("selaras", environment: second),
            leadership: try Program.built("selaras", environment: third),
            shell: Program("/bin/bash", environment: first), folder: folder)
    }
}

import Foundation
import Support
import Testing

/// A disk that takes no more: what the command line keeps is whole or as it was.
@Suite struct StorageTests {
    @Test func settingsSurviveAFullDisk() async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "selaras-home-\(UUID().uuidString)").path
        let bin = ProcessInfo.processInfo.environment["SELARAS_TEST_BIN"] ?? ""
        let shell = Program(
            "/bin/bash", environment: ["HOME": home, "XDG_CONFIG_HOME": home, "PATH": "\(bin):/usr/bin:/bin"])
        let first = try await shell("-c", "selaras config set timeout 17 && selaras config get timeout")
        #expect(first.code == 0 && first.out == "17\n", "\(first)")
        // No file may grow: write says so in the middle of the text, as a full disk does.
        let full = try await shell("-c", "trap '' XFSZ; ulimit -f 0; selaras config set timeout 18")
        #expect(full.code == 1 && full.out.isEmpty && full.error.contains("config.toml"), "\(full)")
        let after = try await shell("-c", "selaras config get timeout; ls -A $HOME/selaras")
        #expect(after.out == "17\nconfig.toml\n", "\(after)")
        try FileManager.default.removeItem(atPath: home)
    }
}

import Support
import Testing

/// A port that the environment names wrongly is told, and not passed over.
@Suite struct PortTests {
    @Test(arguments: ["SELARAS_PORT", "SELARAS_ADMIN_PORT"], ["x", "0", "70000", "-1", "80.5", "8080x"])
    func aWrongPortIsRefused(name: String, text: String) async throws {
        let server = try Program.built("selaras-server", environment: [name: text])
        let outcome = try await server.run(["serve"])
        #expect(outcome.code == 2 && outcome.error.contains("\(name)=\(text) bukan nomor port"), "\(outcome)")
    }
}

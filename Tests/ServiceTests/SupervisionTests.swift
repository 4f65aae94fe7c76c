import Foundation
import Support
import Testing

/// What the service tells the manager that started it.
@Suite(.timeLimit(.minutes(30))) struct SupervisionTests {
    @Test(arguments: [false, true]) func readyAliveAndStopping(isAbstract: Bool) async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let manager = try NotifyListener(isAbstract: isAbstract)
                let environment = ["NOTIFY_SOCKET": manager.name, "WATCHDOG_USEC": "200000"]
                let server = try await RunningServer.start(on: database, environment: environment, isQuiet: true)
                var message = await manager.next()
                #expect(message.split(separator: "\n").first == "READY=1")
                #expect(message.contains("STATUS=") && message.contains(server.url))
                for _ in 0..<3 { #expect(await manager.next() == "WATCHDOG=1") }
                async let code = server.stop()
                repeat { message = await manager.next() } while message == "WATCHDOG=1"
                #expect(message.split(separator: "\n").first == "STOPPING=1")
                #expect(await code == 0)
            }
        }
    }

    /// A watch on another process, a socket that nobody reads, and a name that is none: the service does its work.
    @Test func nothingThatTheManagerSaysStopsTheService() async throws {
        for environment in [
            ["NOTIFY_SOCKET": "/nonexistent/socket", "WATCHDOG_USEC": "1000000"],
            ["NOTIFY_SOCKET": "vsock:2:1234"], ["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 200)],
            ["WATCHDOG_USEC": "-5", "WATCHDOG_PID": "1"],
        ] {
            try await Service.withSlot {
                let database = try await TestDatabase.make()
                try await Service.removing(database) {
                    try await Service.serving(database, environment: environment) { service in
                        _ = try await service.coordinator().get("me").expect(200)
                    }
                }
            }
        }
    }

    /// The password stays out of the environment: a file names the database, as a credential of systemd does.
    @Test func theDatabaseMayBeNamedInAFile() async throws {
        let database = try await TestDatabase.make()
        let file = FileManager.default.temporaryDirectory.appending(path: "database-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try (database.loginConninfo + "\n").write(to: file, atomically: true, encoding: .utf8)
        let environment = ["DATABASE_URL": "", "DATABASE_URL_FILE": file.path]
        try await Service.removing(database) {
            try await Service.serving(database, environment: environment) { service in
                _ = try await service.coordinator().get("me").expect(200)
            }
            let missing = try await Program.built(
                "selaras-server", environment: ["DATABASE_URL": "", "DATABASE_URL_FILE": "/nonexistent"]
            ).run(["token", "list"])
            #expect(missing.code == 2 && missing.error.contains("/nonexistent"), "\(missing.error)")
        }
    }
}

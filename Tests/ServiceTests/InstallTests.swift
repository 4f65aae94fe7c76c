import Foundation
import Support
import Testing

/// What `make install` puts somewhere works there, without the clone, and can be taken away again.
@Suite struct InstallTests {
    @Test func whatIsInstalledWorksAndCanBeRemoved() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "install-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let programs = try Program.built("selaras-server").path.split(separator: "/").dropLast().joined(separator: "/")
        let script = Program(
            TestDatabase.root.appending(path: "scripts/install").path,
            environment: ["SELARAS_BIN": "/\(programs)", "STRIP": "no", "PREFIX": "/usr", "DESTDIR": place.path])
        let installed = try await script()
        try #require(installed.code == 0, "\(installed.error)")

        let unit = try String(
            contentsOf: place.appending(path: "usr/lib/systemd/system/selaras-server.service"), encoding: .utf8)
        #expect(unit.contains("ExecStart=/usr/bin/selaras-server serve"))
        #expect(!unit.contains("@BINDIR@"))
        for (folder, heading) in [("man1", "NAME"), ("id/man1", "NAMA")] {
            for page in ["selaras.1", "selaras-lokus-register.1", "selaras-server-serve.1"] {
                let file = place.appending(path: "usr/share/man/\(folder)/\(page)")
                #expect(try String(contentsOf: file, encoding: .utf8).contains("\(heading)"), "\(folder)/\(page)")
            }
        }
        let database = try await TestDatabase.makeEmpty()
        try await Service.removing(database) {
            // It finds its schema beside itself, wherever it is called.
            let path = place.appending(path: "usr/bin/selaras-server").path
            let server = Program(path, environment: database.adminEnvironment)
            let migrated = try await server("migrate")
            #expect(migrated.code == 0, "\(migrated.error)")
            let config = place.appending(path: "usr/share/selaras/Config").path
            let imported = try await server("config", "import", config)
            #expect(imported.code == 0, "\(imported.error)")
            let running = try await RunningServer.start(path, on: database, isQuiet: true)
            try await Client(url: running.adminURL, token: nil).get("/readyz").expect(200)
            try await Client(url: running.url, token: nil).get("/api/v1/openapi.json").expect(200)
            #expect(await running.stop() == 0)
        }
        #expect(try await Program(place.appending(path: "usr/bin/selaras").path)("--version").code == 0)

        let removed = try await script("--uninstall")
        #expect(removed.code == 0, "\(removed.error)")
        let left = FileManager.default.enumerator(at: place, includingPropertiesForKeys: [.isRegularFileKey])
        while let file = left?.nextObject() as? URL {
            let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
            #expect(isFile == false, "\(file.path) was left behind")
        }
    }

    @Test func aRelativePrefixIsRefused() async throws {
        let script = Program(
            TestDatabase.root.appending(path: "scripts/install").path,
            environment: ["PREFIX": "usr", "SELARAS_BIN": "/"])
        let outcome = try await script()
        #expect(outcome.code == 1 && outcome.error.contains("PREFIX"))
    }
}

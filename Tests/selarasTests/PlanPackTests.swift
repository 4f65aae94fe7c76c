import Foundation
import Phrasing
import Testing

@testable import selaras

/// The papers of a rakor as a file; what the command prints is a golden one.
@Suite struct PlanPackTests {
    private static let page = "<!DOCTYPE html>\n<html lang=\"id\"><body>Bahan – rakor</body></html>\n"

    private func transport(_ status: Int = 200) -> FakeTransport {
        FakeTransport { asked in
            switch String(asked.path.prefix { $0 != "?" }.dropFirst("/api/v1".count)) {
            case "/lokus": FakeTransport.answer(200, Documents.lokusList)
            case "/agencies":
                FakeTransport.answer(
                    200,
                    asked.path.contains("PUPRR")
                        ? #"{"items":[],"next_page_token":null}"#
                        : #"{"items":[{"code":"PUPR"}],"next_page_token":null}"#)
            case "/action-plans/p1/pack" where status == 200 && asked.headers["Accept"] == "text/html":
                FakeTransport.answer(200, Self.page)
            default: FakeTransport.answer(404, #"{"title":"Not found","code":"not_found","detail":"?"}"#)
            }
        }
    }

    @Test func intoAFileThatIsNotThereYet() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "rakor.html")
        let first = Session(transport())
        #expect(await first.run("plan pack 63.02.12.2005/2025 --write \(file.path)") == .success)
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.page)
        #expect(first.output.isEmpty && first.error.contains(file.path))
        // A person may have written into it.
        let asked = transport()
        let second = Session(asked)
        #expect(await second.run("plan pack 63.02.12.2005/2025 --write \(file.path)") != .success)
        #expect(asked.asked.isEmpty)
        // Nothing is left of a page that did not come.
        let other = folder.appending(path: "lain.html")
        #expect(await Session(transport(404)).run("plan pack 63.02.12.2005/2025 --write \(other.path)") == .notFound)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["rakor.html"])
    }

    @Test func ofAnAgencyThatThereIs() async {
        let asked = transport()
        let known = Session(asked)
        #expect(await known.run("plan pack 63.02.12.2005/2025 --agency PUPR") == .success)
        #expect(known.output == Self.page)
        #expect(asked.asked.last?.path.hasSuffix("/pack?agency=PUPR") == true)
        let unknown = Session(transport())
        #expect(await unknown.run("plan pack 63.02.12.2005/2025 --agency PUPRR") == .notFound)
        #expect(unknown.error.contains("PUPR"))
    }
}

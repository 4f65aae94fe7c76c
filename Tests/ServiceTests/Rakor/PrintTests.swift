import Foundation
import Support
import Testing

/// The papers of a rakor as a browser prints them.
@Suite struct PrintTests {
    /// Of `SELARAS_TEST_BROWSER`, or in the path.
    private static let browser: String? = {
        let variables = ProcessInfo.processInfo.environment
        let folders = (variables["PATH"] ?? "").split(separator: ":")
        let found = folders.flatMap { folder in
            ["chromium-headless-shell", "chromium", "google-chrome"].map { "\(folder)/\($0)" }
        }
        return ([variables["SELARAS_TEST_BROWSER"]].compactMap(\.self) + found)
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    private struct Printed {
        /// In points, one a page.
        let pages: [(width: Double, height: Double)]

        var portrait: Int { pages.count { Self.is($0, 595, 842) } }
        var landscape: Int { pages.count { Self.is($0, 842, 595) } }

        private static func `is`(_ page: (width: Double, height: Double), _ width: Double, _ height: Double) -> Bool {
            abs(page.width - width) < 1 && abs(page.height - height) < 1
        }

        init(_ page: String) async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let (html, pdf) = (folder.appending(path: "rakor.html"), folder.appending(path: "rakor.pdf"))
            try page.write(to: html, atomically: true, encoding: .utf8)
            let program = Program(try #require(PrintTests.browser), environment: ["HOME": folder.path])
            let outcome = try await program.run([
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--user-data-dir=\(folder.appending(path: "profile").path)", "--print-to-pdf=\(pdf.path)",
                html.absoluteString,
            ])
            // What the policy forbids, the browser says.
            #expect(!outcome.error.contains("Content Security Policy"), "\(outcome.error)")
            // The file names the size of each page in plain text.
            let text = String(decoding: try Data(contentsOf: pdf), as: Unicode.ASCII.self)
            pages = text.matches(of: #/\/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]/#).compactMap { match in
                guard let width = Double(match.1), let height = Double(match.2) else { return nil }
                return (width, height)
            }
        }
    }

    @Test(.enabled(if: browser != nil, "NOT TESTED: the print view needs Chromium"))
    func onA4() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            try await scene.agreed(service)
            // An office's sheet is one sheet.
            for agency in ["PUPR", "DINKES", "DP3APPKB"] {
                let printed = try await Printed(
                    try await scene.client.get("\(scene.pack)?agency=\(agency)").expect(200).text)
                #expect(printed.pages.count == 1 && printed.portrait == 1, "\(agency) \(printed.pages)")
            }
            let page = try await scene.client.get(scene.pack).expect(200).text
            let sheets = page.components(separatedBy: "<section class=\"sheet").count - 1
            let printed = try await Printed(page)
            #expect(printed.portrait + printed.landscape == printed.pages.count)
            // The matrix lies on its side; each other sheet begins a page.
            #expect((1...2).contains(printed.landscape), "\(printed.landscape)")
            #expect(
                printed.portrait >= sheets - 1 && printed.portrait <= sheets + 3, "\(printed.portrait) of \(sheets)")
        }
    }
}

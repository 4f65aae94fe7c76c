internal import ArgumentParser
internal import NIOCore
internal import Wire

/// Renders man pages from a tree of commands; `scripts/man` calls it, and nobody else needs it.
struct ManualCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "manual", Phrase("Buat halaman man dari susunan perintah.", "Make man pages from a tree of commands."),
            examples: [
                "selaras manual --directory man/id/man1",
                "selaras-server --experimental-dump-help | selaras manual --tree - --directory man/id/man1",
            ], isShown: false)
    }

    @Option(help: .of("Folder tujuan.", "Folder to write to.", .folder), completion: .directory)
    var directory: String

    @Option(
        help: .of(
            "Susunan perintah program lain (JSON), atau - untuk masukan standar.",
            "Command tree of another program (JSON), or - for stdin.", .file), completion: .file())
    var tree: String?

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let document: JSONValue
        if let tree {
            var bytes: [UInt8] = []
            for try await chunk in try Upload(path: tree).chunks { bytes += Array(chunk.readableBytesView) }
            guard let value = try? JSONValue(parsing: bytes) else { throw Failure.usage(.notATree) }
            document = value
        } else {
            guard let value = try? JSONValue(parsing: Array(Selaras._dumpHelp().utf8)) else {
                throw Failure.usage(.notATree)
            }
            document = value
        }
        guard !document["command"].isNull else { throw Failure.usage(.notATree) }
        for page in ManualPage.pages(of: document["command"], version: Version.current, context.language) {
            try FileText.write(page.text, to: "\(directory)/\(page.name).1", mode: 0o644)
        }
    }
}

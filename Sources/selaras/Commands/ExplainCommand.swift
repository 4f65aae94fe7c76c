internal import ArgumentParser
internal import Intake
internal import Phrasing
internal import Wire

struct ExplainCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "explain",
            Phrase(
                "Jelaskan sebuah kode masalah dan cara mengatasinya.", "Explain a problem code and what to do about it."
            ),
            examples: ["selaras explain file_refused", "selaras explain"],
            more: Phrase("Tanpa kode, semua kode ditampilkan.", "Without a code all are listed."))
    }

    @Argument(help: .of("Kode masalah.", "Problem code.", .code), completion: .problem)
    var code: String?

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    private static let columns = [
        Column("code", .code, .code), Column("title", .meaning), Column("reason", .explanation, for: .machines),
        Column("remedy", .remedy, for: .machines),
    ]

    func run(in context: Context) async throws {
        guard let code else {
            let rows = ProblemText.all.keys.sorted().map { Self.document(ProblemText.of($0), context) }
            return try context.show(.list(rows, Self.columns, name: .member("code")), output, common)
        }
        guard let text = ProblemText.all[code] else {
            throw Failure.notFound(
                .noProblem(code, near: NearName.nearest(to: code, among: Array(ProblemText.all.keys))))
        }
        let document = Self.document(text, context)
        let url = try context.settings(common).text(.url)
        let paragraphs = ["reason", "remedy", "background"].compactMap { document[$0].text }.filter { !$0.isEmpty }
        let page =
            [.title("\(text.title[context.language]) (\(code))")] + paragraphs.map { .line($0) }
            + Self.examples(code, context.language)
            + [.line(Phrase.onlinePage("\(url)/problems/\(code)").text(in: context.language))]
        try context.show(
            Answer(
                document: .made(document),
                table: Table(columns: Self.columns, rows: [document], name: .member("code")), page: page), output,
            common)
    }

    private static func examples(_ code: String, _ language: Language) -> [Block] {
        let lines = NextStep.after(code).map { "  \($0.purpose.text(in: language)): \($0.example)" }
        return lines.isEmpty ? [] : [.title(Phrase.examplesTitle.text(in: language))] + lines.map { .line($0) }
    }

    private static func document(_ text: ProblemText, _ context: Context) -> JSONValue {
        let language = context.language
        // What this program says of it by itself tells both, and what to do here rather than at the API.
        let own = OwnWords.detail(for: text.code)?.text(in: language)
        let commands = NextStep.after(text.code).map { JSONValue.string($0.example) }
        return [
            "code": .string(text.code), "title": .string(text.title[language]),
            "reason": .string(own ?? OwnWords.translated(text.reason[language], in: language)),
            "remedy": .string(own == nil ? OwnWords.translated(text.remedy[language], in: language) : ""),
            "background": Background.of(text.code).map { .string($0.text(in: language)) } ?? .null,
            "commands": .array(commands),
        ]
    }
}

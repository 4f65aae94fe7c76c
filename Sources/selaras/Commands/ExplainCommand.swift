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
        let page: [Block] = [
            .title("\(text.title[context.language]) (\(code))"),
            .line(document["reason"].text ?? ""), .line(document["remedy"].text ?? ""),
            .line(Phrase.onlinePage("\(url)/problems/\(code)").text(in: context.language)),
        ]
        try context.show(
            Answer(
                document: .made(document),
                table: Table(columns: Self.columns, rows: [document], name: .member("code")), page: page), output,
            common)
    }

    private static func document(_ text: ProblemText, _ context: Context) -> JSONValue {
        let language = context.language
        return [
            "code": .string(text.code), "title": .string(text.title[language]),
            "reason": .string(OwnWords.translated(text.reason[language], in: language)),
            "remedy": .string(OwnWords.translated(text.remedy[language], in: language)),
        ]
    }
}

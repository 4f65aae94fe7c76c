internal import ArgumentParser

/// How an answer is written.
struct OutputOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, wide, json, ndjson, csv, tsv, yaml, name
    }

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: .of("Bentuk keluaran; bawaannya table.", "Output format; table by default.", .format))
    var stated: Format?

    @Flag(help: .of("Sama dengan -o json.", "The same as -o json."))
    var json = false

    @Option(
        help: .of(
            "Hanya kolom ini, dipisahkan koma (tabel, CSV, TSV).",
            "Only these columns, with commas between them (table, CSV, TSV).", .names))
    var columns: String?

    @Flag(help: .of("Tanpa judul kolom (tabel, CSV, TSV).", "Without column heads (table, CSV, TSV)."))
    var noHeader = false

    @Flag(help: .of("Jangan tampilkan lewat $PAGER.", "Do not show it through $PAGER."))
    var noPager = false

    mutating func validate() throws {
        guard !json || stated == nil || stated == .json else { throw ValidationError(Phrase.outputsExclude.text) }
    }

    /// What an option says; nil where only the settings know.
    var format: Format? { json ? .json : stated }
}

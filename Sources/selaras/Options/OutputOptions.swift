internal import ArgumentParser

/// How an answer is written.
struct OutputOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    enum Color: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(
        name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("Bentuk keluaran.", valueName: "bentuk"))
    var format: Format = .table

    @Option(help: ArgumentHelp("Hanya kolom ini, dipisahkan koma (tabel dan CSV).", valueName: "nama,…"))
    var columns: String?

    @Flag(help: "Tanpa judul kolom (tabel dan CSV).")
    var noHeader = false

    @Option(help: ArgumentHelp("Warna pada keluaran.", valueName: "kapan"))
    var color: Color = .auto
}

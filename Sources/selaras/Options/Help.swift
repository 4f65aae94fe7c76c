internal import ArgumentParser

extension ArgumentHelp {
    /// The help of an option in the language of this run.
    static func of(_ indonesian: String, _ english: String, _ value: ValueName? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: Phrase(indonesian, english).text).named(value)
    }

    /// The words for the argument and the option that name a lokus, the same in every command.
    static var lokus: ArgumentHelp {
        .of(
            "Lokus: 63.02.12.2005/2025, kode desa/kelurahan saja, atau pengenalnya.",
            "Lokus: 63.02.12.2005/2025, the code of the desa/kelurahan alone, or its identifier.", .lokus)
    }

    private func named(_ value: ValueName?) -> ArgumentHelp {
        var copy = self
        copy.valueName = value?.phrase.text
        return copy
    }
}

/// What stands between `<` and `>` in the help.
enum ValueName: CaseIterable {
    case format, names, address, name, seconds, when, code, codes, year, quarter, text, file, amount, percent, rupiah
    case quantity, day, number, purpose, design, framework, round, reference, level, unit, funding, lokus, desa
    case method, path, header, field, key, value, shell, folder, filter, sort, page, operation, state

    var phrase: Phrase {
        switch self {
        case .format: Phrase("bentuk", "format")
        case .names: Phrase("nama,…", "name,…")
        case .address: Phrase("alamat", "address")
        case .name: Phrase("nama", "name")
        case .seconds: Phrase("detik", "seconds")
        case .when: Phrase("kapan", "when")
        case .code: Phrase("kode", "code")
        case .codes: Phrase("kode,…", "code,…")
        case .year: Phrase("tahun", "year")
        case .quarter: Phrase("triwulan", "quarter")
        case .text: Phrase("teks", "text")
        case .file: Phrase("berkas", "file")
        case .amount: Phrase("jumlah", "number")
        case .percent: Phrase("persen", "percent")
        case .rupiah: Phrase("rupiah", "rupiah")
        case .quantity: Phrase("jumlah", "quantity")
        case .day: Phrase("tanggal", "date")
        case .number: Phrase("nomor", "number")
        case .purpose: Phrase("jenis", "purpose")
        case .design: Phrase("cara", "design")
        case .framework: Phrase("kerangka", "framework")
        case .round: Phrase("pendataan", "survey")
        case .reference: Phrase("rujukan", "reference")
        case .level: Phrase("tingkat", "level")
        case .unit: Phrase("satuan", "unit")
        case .funding: Phrase("sumber=jumlah", "source=amount")
        case .lokus: Phrase(same: "lokus")
        case .desa: Phrase(same: "desa")
        case .method: Phrase("metode", "method")
        case .path: Phrase("alamat", "path")
        case .header: Phrase("kepala", "header")
        case .field: Phrase("nama=nilai", "name=value")
        case .key: Phrase("kunci", "key")
        case .value: Phrase("nilai", "value")
        case .shell: Phrase(same: "shell")
        case .folder: Phrase("folder", "folder")
        case .filter: Phrase("nama=nilai", "name=value")
        case .sort: Phrase("nama,…", "name,…")
        case .operation: Phrase("pekerjaan", "operation")
        case .state: Phrase("keadaan", "state")
        case .page: Phrase("halaman", "page")
        }
    }
}

extension CommandConfiguration {
    /// A command as all are declared: examples come first in its help.
    static func command(
        _ name: String, _ about: Phrase, examples: [String], more: Phrase? = nil,
        subcommands: [any ParsableCommand.Type] = [], isShown: Bool = true
    ) -> CommandConfiguration {
        let lines = [Phrase("Contoh:", "Examples:").text] + examples.map { "  " + $0.replacing("\n", with: "\n  ") }
        let text = lines.joined(separator: "\n") + (more.map { "\n\n" + $0.text } ?? "")
        return CommandConfiguration(
            commandName: name, abstract: about.text, discussion: text, shouldDisplay: isShown,
            subcommands: subcommands)
    }

    /// A noun with its verbs.
    static func group(
        _ name: String, _ about: Phrase, _ subcommands: [any ParsableCommand.Type]
    ) -> CommandConfiguration {
        CommandConfiguration(commandName: name, abstract: about.text, subcommands: subcommands)
    }
}

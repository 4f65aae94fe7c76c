internal import ArgumentParser
internal import Phrasing

/// A topic of the help, as `selaras help exit-codes`; it is no command, so it is not in the list of commands.
protocol HelpTopic: ParsableCommand {
    static var name: String { get }
    static var about: Phrase { get }
    static var content: Phrase { get }
}

extension HelpTopic {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: about.text, discussion: content.text, shouldDisplay: false)
    }

    func run() throws { throw CleanExit.message(Self.content.text) }
}

struct ExitCodesTopic: HelpTopic {
    static let name = "exit-codes"
    static let about = Phrase("Arti kode keluar program ini.", "What the exit codes mean.")
    static var content: Phrase {
        ProgramStatus.allCases.reduce(Phrase(same: "")) { text, status in
            let number = String(status.rawValue)
            let blanks = String(repeating: " ", count: max(0, 5 - number.count))
            return text + Phrase(same: "\(blanks)\(number)  ") + status.meaning + Phrase(same: "\n")
        }
    }
}

struct EnvironmentTopic: HelpTopic {
    static let name = "environment"
    static let about = Phrase("Variabel lingkungan yang dibaca.", "Variables of the environment that are read.")
    static var content: Phrase {
        let settings = SettingKey.allCases.reduce(Phrase(same: "")) { text, key in
            text + Phrase(same: "  \(key.variables.joined(separator: ", ")): ") + key.meaning + Phrase(same: "\n")
        }
        return settings
            + Phrase(
                """
                  SELARAS_TOKEN: Token; mengalahkan yang tersimpan.
                  LC_ALL, LC_MESSAGES, LANG: Bahasa: en… untuk Inggris, selain itu Indonesia.
                  NO_COLOR, CLICOLOR_FORCE, TERM: Warna pada keluaran.
                  COLUMNS: Lebar layar.
                  XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME: Tempat menyimpan.

                Pilihan mengalahkan variabel, variabel mengalahkan .selaras.toml di folder proyek, lalu config.toml \
                pengguna, lalu config.toml sistem. Asal sebuah nilai: selaras config explain KUNCI
                """,
                """
                  SELARAS_TOKEN: Token; wins over the stored one.
                  LC_ALL, LC_MESSAGES, LANG: Language: en… for English, otherwise Indonesian.
                  NO_COLOR, CLICOLOR_FORCE, TERM: Colours in the output.
                  COLUMNS: Width of the screen.
                  XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME: Where things are kept.

                An option wins over a variable, a variable over .selaras.toml in the project's folder, that over the \
                user's config.toml, and that over the system's. Where a value is from: selaras config explain KEY
                """)
    }
}

struct OutputTopic: HelpTopic {
    static let name = "output"
    static let about = Phrase("Bentuk keluaran.", "Output formats.")
    static let content = Phrase(
        """
          table   tabel untuk dibaca, disesuaikan dengan layar (bawaan)
          wide    tabel dengan semua kolom
          json    dokumen API; daftar sebagai {"items": […]}
          ndjson  satu baris JSON setiap butir
          csv     RFC 4180, dengan nama anggota API sebagai judul
          tsv     dipisahkan tab; tab dan baris baru di dalam isi ditulis \\t dan \\n
          yaml    dokumen yang sama sebagai YAML
          name    pengenal saja, satu setiap baris, untuk dipakai perintah lain

        Data ditulis ke keluaran standar dan pemberitahuan ke keluaran galat. Ke pipa tidak ada warna, pemotongan, \
        atau penampil per layar. Angka bagi orang mengikuti bahasanya; bagi mesin apa adanya.
        """,
        """
          table   a table to read, fitted to the screen (default)
          wide    a table with all columns
          json    the API's document; a list as {"items": […]}
          ndjson  a line of JSON for each item
          csv     RFC 4180, with the API's member names as heads
          tsv     tabs between; a tab or line break within a cell is written \\t and \\n
          yaml    the same document as YAML
          name    identifiers only, one a line, for other commands to use

        Data go to stdout and notices to stderr. A pipe gets no colours, no truncation and no pager. Numbers for people \
        follow their language; machines get them plain.
        """)
}

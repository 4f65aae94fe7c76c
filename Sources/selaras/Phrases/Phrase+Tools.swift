/// The words of `api`, `explain`, `complete` and `manual`.
extension Phrase {
    static func badMethod(_ method: String) -> Phrase {
        Phrase("metode \"\(method)\" tidak dikenal.", "the method \"\(method)\" is not known.")
    }
    static func badField(_ field: String) -> Phrase {
        Phrase("\"\(field)\" bukan nama=nilai.", "\"\(field)\" is not name=value.")
    }
    static func badHeader(_ header: String) -> Phrase {
        Phrase("\"\(header)\" bukan Nama: nilai.", "\"\(header)\" is not Name: value.")
    }
    static let paginateReads = Phrase("--paginate hanya untuk GET.", "--paginate is for GET only.")
    static func onlinePage(_ url: String) -> Phrase {
        Phrase("Halaman daring: \(url)", "Online page: \(url)")
    }
    static func unknownShell(_ name: String) -> Phrase {
        Phrase(
            "shell \(name) tidak dikenal; pilih bash, zsh, atau fish.",
            "unknown shell \(name); choose bash, zsh or fish.")
    }
    static let notATree = Phrase(
        "masukan ini bukan susunan perintah (--experimental-dump-help).",
        "this input is no command tree (--experimental-dump-help).")
}

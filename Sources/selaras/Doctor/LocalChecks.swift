internal import Glibc

/// What this machine and its terminal are like.
struct LocalChecks {
    let context: Context

    func findings() -> [Finding] { [locale, terminal, timeZones] }

    private var locale: Finding {
        let environment = context.environment
        let name = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "C"
        let isUTF8 = name.lowercased().replacing("-", with: "").hasSuffix("utf8")
        guard isUTF8 else {
            return .warn(
                "locale",
                Phrase(
                    "\(name) bukan UTF-8; garis dan panah mungkin tampil salah",
                    "\(name) is not UTF-8; lines and arrows may look wrong"),
                Phrase("pakai LC_ALL=C.UTF-8 atau id_ID.UTF-8", "use LC_ALL=C.UTF-8 or id_ID.UTF-8"))
        }
        return .ok("locale", Phrase(same: name))
    }

    private var terminal: Finding {
        guard context.console.isOutputTerminal else {
            return .ok("terminal", Phrase("keluaran bukan terminal", "the output is no terminal"))
        }
        let term = context.environment["TERM"] ?? "dumb"
        let width = context.console.width ?? 80
        guard width >= 60 else {
            return .warn(
                "terminal", Phrase("\(term), hanya \(width) kolom", "\(term), only \(width) columns"),
                Phrase("lebarkan jendela, atau pilih kolom dengan --columns", "widen the window, or choose --columns"))
        }
        return .ok("terminal", Phrase("\(term), \(width) kolom", "\(term), \(width) columns"))
    }

    private var timeZones: Finding {
        guard access("/usr/share/zoneinfo/Asia/Makassar", R_OK) == 0 else {
            return .warn(
                "time-zones", Phrase("data zona waktu tidak ada", "there are no time zone data"),
                Phrase("pasang paket tzdata", "install the package tzdata"))
        }
        return .ok("time-zones", Phrase(same: "Asia/Makassar (WITA)"))
    }
}

/// The clock of this machine.
enum Clock {
    static var now: Int { Int(time(nil)) }
}

internal import Phrasing

/// What can be configured. The help and `config` are made from this list.
enum SettingKey: String, CaseIterable, Sendable {
    case url, principal, profile, timeout, output, color, pager, retries, language
    case noInput = "no_input"

    /// The variable of the environment that wins over every file.
    var variables: [String] {
        switch self {
        case .url: ["SELARAS_URL"]
        case .principal: ["SELARAS_PRINCIPAL"]
        case .profile: ["SELARAS_PROFILE"]
        case .timeout: ["SELARAS_TIMEOUT"]
        case .output: ["SELARAS_OUTPUT"]
        case .color: ["SELARAS_COLOR"]
        case .pager: ["SELARAS_PAGER", "PAGER"]
        case .retries: ["SELARAS_RETRIES"]
        case .language: ["SELARAS_LANG"]
        case .noInput: ["SELARAS_NO_INPUT"]
        }
    }

    /// What holds where nobody said anything; nil where there is nothing to say.
    var standard: String? {
        switch self {
        case .url: ServiceURL.standard
        case .profile: Profile.standardName
        case .timeout: "60"
        case .output: OutputOptions.Format.table.rawValue
        case .color: CommonOptions.Color.auto.rawValue
        case .pager: "less -FRX"
        case .retries: "2"
        case .language, .principal: nil
        case .noInput: "false"
        }
    }

    /// Whether a project's file may say it. Anybody may have put a file into a folder that one walks into: it must not
    /// lead a token elsewhere or start a program.
    var isForProjects: Bool {
        switch self {
        case .profile, .output, .color, .timeout, .language: true
        case .url, .pager, .retries, .noInput, .principal: false
        }
    }

    /// Whether a profile may say it for itself.
    var isForProfiles: Bool { self != .profile && self != .language }

    /// The value as it is kept; nil where it is none for this key.
    func checked(_ text: String) -> String? {
        switch self {
        case .url: try? ServiceURL.checked(text)
        case .principal: UUIDText.checked(text)
        case .profile: Profile.isName(text) ? text : nil
        case .timeout: Int(text).flatMap { (1...86_400).contains($0) ? text : nil }
        case .retries: Int(text).flatMap { (0...10).contains($0) ? text : nil }
        case .output: OutputOptions.Format(rawValue: text)?.rawValue
        case .color: CommonOptions.Color(rawValue: text)?.rawValue
        case .pager: text
        case .language: Language(tag: text)?.rawValue
        case .noInput: ["true", "false"].contains(text) ? text : nil
        }
    }

    var expected: Phrase {
        switch self {
        case .url: Phrase("alamat http:// atau https://", "an address with http:// or https://")
        case .principal: Phrase("pengenal dari selaras whoami", "an identifier from selaras whoami")
        case .profile: Phrase("huruf kecil, angka, dan tanda hubung", "small letters, digits and hyphens")
        case .timeout: Phrase("1 sampai 86400", "1 to 86400")
        case .retries: Phrase("0 sampai 10", "0 to 10")
        case .output: Phrase(same: OutputOptions.Format.allCases.map(\.rawValue).joined(separator: ", "))
        case .color: Phrase(same: CommonOptions.Color.allCases.map(\.rawValue).joined(separator: ", "))
        case .pager: Phrase("perintah", "a command")
        case .language: Phrase("id atau en", "id or en")
        case .noInput: Phrase("true atau false", "true or false")
        }
    }

    var meaning: Phrase {
        switch self {
        case .url: Phrase("Alamat layanan.", "Address of the service.")
        case .principal:
            Phrase("Peran yang dipakai, bila memegang beberapa.", "Role to act in, where one holds several.")
        case .profile: Phrase("Profil yang dipakai.", "Profile in use.")
        case .timeout: Phrase("Batas waktu menunggu, detik.", "How long to wait, seconds.")
        case .retries:
            Phrase("Berapa kali mencoba lagi bila terganggu.", "How often to try again after a hindrance.")
        case .output: Phrase("Bentuk keluaran.", "Output format.")
        case .color: Phrase("Warna pada keluaran.", "Colours in the output.")
        case .pager:
            Phrase("Penampil per layar; kosong berarti tanpa.", "Program that shows page by page; empty for none.")
        case .language: Phrase("Bahasa.", "Language.")
        case .noInput: Phrase("Jangan pernah bertanya.", "Never ask.")
        }
    }
}

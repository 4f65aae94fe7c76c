/// A language that people read. Adding one makes the compiler ask for every text in it.
///
/// The raw value is its tag (RFC 5646).
package enum Language: String, Hashable, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    /// What is said to whoever names no language, or none that we speak.
    package static let preset = Language.indonesian

    /// The language of a tag or a POSIX locale: `en`, `en-GB`, `en_US.UTF-8`, `id_ID`.
    ///
    /// `in` is the code that Indonesian had until 1989, and that some programs still send.
    package init?(tag: some StringProtocol) {
        switch tag.prefix(while: { !"-_.@".contains($0) }).lowercased() {
        case "id", "in": self = .indonesian
        case "en": self = .english
        default: return nil
        }
    }
}

extension Language {
    /// The language of a process: what `SELARAS_LANG` says, else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
    /// not empty (POSIX), as far as it names a language that we speak.
    ///
    /// `SELARAS_LANG` is there because a machine's locale is often the choice of who installed it.
    package init(environment variables: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
        let wishes = [variables["SELARAS_LANG"], locale].lazy.compactMap { $0 }
        self = wishes.compactMap { Language(tag: $0) }.first ?? .preset
    }
}

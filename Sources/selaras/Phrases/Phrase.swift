internal import Phrasing

/// What this program says; one that is missing in a language does not compile.
typealias Phrase = Wording

extension Wording {
    init(_ indonesian: String, _ english: String) {
        self.init(id: indonesian, en: english)
    }

    /// What is the same everywhere: names, figures, words of others.
    init(same text: String) {
        self.init(id: text, en: text)
    }

    var indonesian: String { self[.indonesian] }
    var english: String { self[.english] }

    func text(in language: Language) -> String { self[language] }

    /// In the language of this run, for the declarations of the help.
    var text: String { self[.current] }

    static func + (first: Wording, second: Wording) -> Wording {
        Wording(id: first[.indonesian] + second[.indonesian], en: first[.english] + second[.english])
    }
}

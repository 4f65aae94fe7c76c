/// A text in every language that people read. It cannot be made without one of them.
package struct Wording: Hashable, Sendable {
    private let indonesian: String
    private let english: String

    package init(id indonesian: String, en english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    package subscript(language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }

    /// Each language changed in the same way.
    package func map(_ change: (String) -> String) -> Wording {
        Wording(id: change(indonesian), en: change(english))
    }
}

import Foundation
import Phrasing

extension Language {
    /// The language of this process: what an operator's locale says.
    static let spoken = Language(environment: ProcessInfo.processInfo.environment)
}

extension Wording {
    /// In the language of this process.
    var spoken: String { self[.spoken] }
}

/// A text in the language of this process.
func spoken(id: String, en: String) -> String {
    Wording(id: id, en: en).spoken
}

internal import Phrasing

/// What is wrong with a command line, and what would be right.
extension Phrase {
    static func unknownCommand(_ name: String, near: [String]) -> Phrase {
        let said = Phrase("perintah tidak dikenal: '\(name)'.", "unknown command '\(name)'.")
        guard near.count > 1 else { return said + (near.first.map(didYouMean) ?? Phrase(same: "")) }
        let list = near.map { "\n  \($0)" }.joined()
        return said + Phrase(" Mungkin maksudnya salah satu dari:" + list, " Did you mean one of these:" + list)
    }
    static func unknownOption(_ name: String, near: String?) -> Phrase {
        failed(Phrase("pilihan tidak dikenal: '\(name)'.", "unknown option '\(name)'."))
            + (near.map(didYouMean) ?? Phrase(same: ""))
    }
    /// With the blank that parts it from what was said before.
    static func didYouMean(_ name: String) -> Phrase {
        Phrase(" Mungkin maksudnya '\(name)'?", " Did you mean '\(name)'?")
    }
    static func refusedValue(_ value: String, for place: String, _ expected: Phrase) -> Phrase {
        failed(
            Phrase(
                "nilai '\(value)' tidak dapat diterima untuk '\(place)'.",
                "the value '\(value)' is no good for '\(place)'.")
                + expected)
    }
    static func shouldBe(_ indonesian: String, _ english: String) -> Phrase {
        Phrase(" Isi dengan \(indonesian).", " It should be \(english).")
    }
    static func oneOf(_ words: [Phrase]) -> Phrase {
        let (id, en) = (words.map(\.indonesian).joined(separator: ", "), words.map(\.english).joined(separator: ", "))
        return Phrase("\nPilihannya: \(id)", "\nThe choice is: \(en)")
    }
    static func strayValue(_ value: String) -> Phrase {
        failed(
            Phrase(
                "isian tidak dikenal: '\(value)'. Isian yang memuat spasi ditulis di antara tanda kutip: \"…\".",
                "unexpected argument '\(value)'. What has blanks in it is written between quotes: \"…\"."))
    }
    static func seeHelp(_ command: String) -> Phrase {
        let path = command == "selaras" ? command : "selaras \(command)"
        return Phrase("Semua perintah: \(path) --help", "All commands: \(path) --help")
    }
}

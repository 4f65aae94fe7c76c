import Phrasing
import Testing

@testable import Pages

/// What the templates ask for is there, in both languages, and nothing is there that none of them asks for.
@Suite struct PackTemplateTests {
    @Test func everyTemplateIsRead() {
        #expect(PackTemplates.names == Set(PackTemplates.texts.keys))
    }

    @Test func everyWordIsThere() {
        let asked = Set(
            PackTemplates.texts.values.flatMap { $0.matches(of: /\{\{words\.([A-Za-z]+)\}\}/).map { String($0.1) } })
        // Of these programs ask, too.
        let known = Set(PackWords.words.keys)
        #expect(asked.subtracting(known).isEmpty)
        #expect(known.subtracting(asked).subtracting(["noIntervention"]).isEmpty)
        for (name, words) in PackWords.words {
            for language in Language.allCases { #expect(!words[language].isEmpty, "\(name)") }
        }
    }

    /// A letter with a mark upon it is one character; what it begins with would still begin a tag.
    @Test func nothingWrittenIsMarkup() {
        let escape = ScalarEscape()
        #expect(escape.escapeText("<b a=\"1\" c='2'>&amp;") == "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;")
        #expect(escape.escapeText("<\u{301}b \"\u{301}>\u{301}") == "&lt;\u{301}b &quot;\u{301}&gt;\u{301}")
        #expect(escape.escapeText("Desa Sampanahan – 75,91 %") == "Desa Sampanahan – 75,91 %")
    }
}

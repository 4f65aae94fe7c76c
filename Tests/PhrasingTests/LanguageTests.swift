import Phrasing
import Testing

struct LanguageTests {
    @Test(arguments: [
        (nil, Language.indonesian), ("", .indonesian), ("id", .indonesian), ("en", .english), ("EN-gb", .english),
        ("en-US,en;q=0.9,id;q=0.5", .english), ("id-ID,id;q=0.9,en;q=0.8", .indonesian),
        ("de, en;q=0.7, id;q=0.3", .english), ("de", .indonesian), ("*", .indonesian), ("de, *;q=0.1", .indonesian),
        ("in", .indonesian), ("en;q=0", .indonesian), ("id;q=0, *", .english), ("id;q=0,en;q=0", .indonesian),
        ("id;q=0.3, *;q=0.5", .english), ("en;q=0.2, *;q=0.9", .indonesian), ("en, id", .english),
        ("id, en", .indonesian), ("en ; q=0.5 , id;q=0.4", .english), ("en;q=1.000, id;q=0.999", .english),
        ("en;q=0.0001, id;q=0.1", .indonesian), ("en;q=1.5", .indonesian), ("en;q=", .indonesian),
        ("en;level=1", .indonesian), (",,;;q,=,en", .english), ("english", .indonesian),
    ])
    func aRequestGetsTheLanguageThatItWantsMost(header: String?, language: Language) {
        #expect(Language(accepting: header) == language, "\(header ?? "none")")
    }

    @Test func noHeaderStopsTheReader() {
        let parts = ["en", "id", "*", ";", "q", "=", "0.5", "1", ",", " ", "-", "\u{e9}", "\t"]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...12, using: &generator)
            let header = (0..<length).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }.joined()
            #expect(Language.allCases.contains(Language(accepting: header)))
        }
    }

    @Test(arguments: [
        ([:], Language.indonesian), (["LANG": "en_US.UTF-8"], .english), (["LANG": "C.UTF-8"], .indonesian),
        (["LC_ALL": "id_ID.UTF-8", "LANG": "en_US.UTF-8"], .indonesian),
        (["LC_ALL": "", "LC_MESSAGES": "en", "LANG": "id_ID"], .english),
        (["LC_ALL": "C", "LC_MESSAGES": "en_GB"], .indonesian), (["LANG": "de_DE@euro"], .indonesian),
        (["SELARAS_LANG": "id", "LC_ALL": "en_US.UTF-8"], .indonesian),
        (["SELARAS_LANG": "en", "LC_ALL": "id_ID.UTF-8"], .english), (["SELARAS_LANG": "", "LANG": "en"], .english),
    ])
    func aProcessSpeaksTheLanguageOfItsLocale(variables: [String: String], language: Language) {
        #expect(Language(environment: variables) == language)
    }

    @Test func aWordingHasBoth() {
        let wording = Wording(id: "satu", en: "one").map { $0 + "." }
        #expect(wording[.indonesian] == "satu.")
        #expect(wording[.english] == "one.")
    }
}

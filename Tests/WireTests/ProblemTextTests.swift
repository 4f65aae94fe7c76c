import Phrasing
import Planning
import Testing
import Wire

struct ProblemTextTests {
    @Test(arguments: Language.allCases)
    func everyTextSaysWhatIsTheMatterAndWhatToDo(language: Language) {
        #expect(ProblemText.all.count >= 100)
        for text in ProblemText.all.values {
            let title = text.title[language]
            #expect(!title.isEmpty && !title.hasSuffix(".") && title.first?.isLowercase == false, "\(text.code)")
            for sentence in [text.reason[language], text.remedy[language]] {
                #expect(sentence.count > 8 && sentence.hasSuffix(".") && !sentence.contains(". "), "\(sentence)")
            }
            #expect(text.detail(in: language) == "\(text.reason[language]) \(text.remedy[language])")
        }
    }

    /// A remedy that tells nobody to do anything is none.
    @Test func everyRemedyIsAnInstruction() {
        let indonesian: Set<String> = [
            "Akhiri", "Baca", "Bagi", "Buat", "Cari", "Coba", "Daftarkan", "Gunakan", "Hapus", "Hubungi", "Impor",
            "Isi",
            "Kirim",
            "Kosongkan", "Lengkapi", "Lihat", "Masuk", "Mulai", "Perbaiki", "Periksa", "Pilih", "Samakan", "Sebutkan",
            "Sertakan", "Susun",
            "Tulis", "Tunggu", "Ulangi", "Undang", "Untuk", "If-Match",
        ]
        let english: Set<String> = [
            "Check", "Choose", "Complete", "Contact", "Correct", "Create", "Discard", "Divide", "End", "Fill", "Import",
            "Invite",
            "Leave",
            "Look",
            "Make", "Name", "Read", "Register", "Repeat", "Search", "See", "Send", "Sign", "Start", "Try", "Use",
            "Wait",
            "Write", "If-Match",
        ]
        for text in ProblemText.all.values {
            let remedy = text.remedy
            #expect(indonesian.contains(Self.firstWord(of: remedy[.indonesian])), "\(remedy[.indonesian])")
            #expect(english.contains(Self.firstWord(of: remedy[.english])), "\(remedy[.english])")
        }
    }

    @Test func noTextIsLeftUntranslated() {
        for text in ProblemText.all.values {
            for wording in [text.title, text.reason, text.remedy] {
                #expect(wording[.indonesian] != wording[.english], "\(text.code)")
            }
        }
        for code in DraftFault.Code.allCases { #expect(code.message[.indonesian] != code.message[.english]) }
    }

    @Test func namesOfTheDatabaseItselfAreNotShown() {
        #expect(ProblemText.of("lokus_pkey").code == "other_rule")
        #expect(ProblemText.of("survey_round_lokus_id_fkey").code == "other_rule")
        #expect(ProblemText.of("region").code == "other_rule")
        #expect(ProblemText.of("a_rule_of_tomorrow").code == "a_rule_of_tomorrow")
        #expect(ProblemText.of("a_rule_of_tomorrow").title == ProblemText.of("lokus_pkey").title)
    }

    @Test(arguments: DraftFault.Code.allCases, Language.allCases)
    func everyFaultHasAMessage(code: DraftFault.Code, language: Language) throws {
        let problem = Problem(
            status: 422, text: .of("invalid_request"), language: language, instance: "/a", requestID: "r",
            faults: .members([DraftFault(pointer: "/a", code: code)]))
        let fault = try JSONValue(parsing: JSONWriter.bytes(of: problem))["errors"].items[0]
        #expect(fault["message"].text == code.message[language])
        #expect(fault["message"].text?.hasSuffix(".") == true)
        #expect(fault["value"].isNull)
    }

    private static func firstWord(of text: String) -> String {
        String(text.prefix { $0 != " " && $0 != "," })
    }
}

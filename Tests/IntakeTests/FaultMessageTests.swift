import Intake
import Phrasing
import Testing

@Suite struct FaultMessageTests {
    @Test func aSentenceSaysWhereWhatAndHow() {
        let fault = Fault(line: 17, column: "KLS-02", value: "3/2", code: .goodAboveEligible)
        #expect(
            fault.message[.indonesian]
                == "Baris 17, kolom KLS-02: \"3/2\" – angka pertama tidak boleh melebihi angka kedua, yaitu jumlah yang "
                + "memenuhi syarat; tulis misalnya 2/3.")
        #expect(
            fault.message[.english]
                == "Line 17, column KLS-02: \"3/2\" – the first number must not exceed the second, which is how many "
                + "are eligible; write for example 2/3.")
        #expect(Fault(line: 1, code: .emptyFile).message[.indonesian].hasPrefix("Berkas kosong;"))
        #expect(
            Fault(line: 1, value: "KLS-1", code: .misnamedColumn, expected: "KLS-01").message[.indonesian]
                == "Baris 1: \"KLS-1\" – judul kolom tidak dikenal; mungkin maksudnya \"KLS-01\".")
        for language in Language.allCases {
            #expect(Fault(line: 9, value: "x", code: .notUTF8).message[language].contains("Windows-1252"))
        }
    }

    @Test func aDoubledFamilyNamesTheOtherLine() {
        let fault = Fault.duplicateFamily(line: 30, familyID: "K-1\n", otherLine: 12)
        #expect(
            fault.message[.indonesian]
                == "Baris 30, kolom family_id: \"K-1\\n\" – keluarga ini sudah ada pada baris 12.")
        #expect(fault.code.rawValue == "duplicate_family")
    }

    @Test(arguments: Fault.Code.allCases, Language.allCases)
    func everyCodeHasASentence(code: Fault.Code, language: Language) {
        let message = Fault(line: 2, column: "k", value: "v", code: code, expected: "7").message[language]
        #expect(message.count > 20 && message.hasSuffix(".") && message.first?.isUppercase == true)
        #expect(!message.contains(code.rawValue) || code == .utf16)
        #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber })
    }

    @Test(arguments: Fault.Code.allCases) func noSentenceIsLeftUntranslated(code: Fault.Code) {
        let message = Fault(line: 2, code: code, expected: "7").message
        #expect(message[.indonesian] != message[.english])
    }
}

import Foundation
import Phrasing
import Testing
import Wire

@testable import selaras

/// A person at the command line types options; members of JSON and headers of HTTP mean nothing there.
@Suite struct OwnWordsTests {
    /// Words with an underscore that people do type: values of options, and codes.
    private static let typed = [
        "simple_random_sample", "cluster_sample_by_rt", "stratified_sample_by_rt", "apbd_kabupaten", "apbd_provinsi",
    ]

    @Test(arguments: ProblemText.all.keys.sorted(), Language.allCases)
    func noProblemSpeaksOfTheAPI(_ code: String, _ language: Language) throws {
        let text = try #require(ProblemText.all[code])
        let document: JSONValue = [
            "code": .string(code), "title": .string(text.title[language]),
            "detail": .string(text.detail(in: language)),
        ]
        let response = IncomingResponse(status: 422, headers: [], body: Array(document.written().utf8))
        let page = ProblemPage(problem: ServiceProblem(response), language: language, width: nil).text
        // The last lines name the code, and the first is the title that belongs to it.
        let body = page.split(separator: "\n").dropFirst().filter { !$0.contains(code) }.joined(separator: "\n")
        for word in OwnWords.jargon { #expect(!body.contains(word), "\(body)") }
        let rest = Self.typed.reduce(body) { $0.replacing($1, with: "") }
        #expect(rest.firstMatch(of: /[a-z]+_[a-z]+/) == nil, "\(body)")
    }

    @Test(arguments: [
        ("/funding/1/amount_idr", "--funding, nomor 2"), ("/starts_on", "--starts-on"),
        ("/unknown_member", "unknown_member"),
        ("", ""), ("/indicators/0", "--indicators, nomor 1"),
    ])
    func places(_ pointer: String, _ words: String) {
        #expect(OwnWords.place(pointer, in: .indonesian) == words)
    }

    @Test func aRefusedBody() async {
        let transport = FakeTransport { _ in
            FakeTransport.answer(
                422,
                """
                {"title":"Isian belum benar","code":"invalid_request","request_id":"q","errors":[\
                {"pointer":"/year","code":"out_of_range","message":"Nilainya di luar batas yang diperbolehkan."}]}
                """)
        }
        let session = Session(transport)
        #expect(await session.run("lokus register 63.02.12.2005 --year 1900") == .invalid)
        #expect(session.error.contains("  - --year: Nilainya di luar batas yang diperbolehkan. Isi dengan tahun 2015"))
        #expect(!session.error.contains("/year"))
    }

    @Test func everyCodeIsExplained() async {
        for language in Language.allCases {
            for code in ProblemText.all.keys {
                let session = Session(FakeTransport([:]), language: language)
                #expect(await session.run("explain \(code)") == .success)
                #expect(session.output.contains(code))
                #expect(session.output.contains("http://fake/problems/\(code)"))
            }
        }
        let all = Session(FakeTransport([:]))
        #expect(await all.run("explain -o name") == .success)
        #expect(Set(all.output.split(separator: "\n").map(String.init)) == Set(ProblemText.all.keys))
    }

    @Test func anUnknownCode() async {
        let session = Session(FakeTransport([:]))
        #expect(await session.run("explain file_refusd") == .notFound)
        #expect(session.error.contains("Mungkin maksudnya file_refused?"))
    }
}

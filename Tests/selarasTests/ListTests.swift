import Phrasing
import Testing

@testable import selaras

/// C3, C5, C6: lists of any length, in every form.
@Suite struct ListTests {
    private static let csv = "desa_code,year\r\n63.02.12.2005,2025\r\n63.02.12.2008,2025\r\n"

    /// The service's file, or pages of a list of so many lokus.
    private func transport(total: Int = 2) -> FakeTransport {
        FakeTransport { asked in
            let query = asked.path.split(separator: "?").last ?? ""
            func parameter(_ name: String) -> Int? {
                query.split(separator: "&").first { $0.hasPrefix(name + "=") }.flatMap {
                    Int($0.dropFirst(name.count + 1))
                }
            }
            if asked.headers["Prefer"] == "count=exact" {
                return FakeTransport.answer(200, #"{"items":[],"next_page_token":null,"total":1234}"#)
            }
            guard let size = parameter("page_size") else { return FakeTransport.answer(200, Self.csv) }
            let first = parameter("page_token") ?? 0
            let last = min(total, first + size)
            let next = last < total ? last : nil
            let rows = (first..<last).map { "63.02.12.\(1000 + $0)" }
            guard asked.headers["Accept"] == "application/json" else {
                let isCSV = asked.headers["Accept"] == "text/csv"
                let text = rows.map { (isCSV ? $0 : #"{"desa_code":"\#($0)"}"#) + "\n" }.joined()
                let link = next.map { "</api/v1/lokus?page_size=\(size)&page_token=\($0)>; rel=\"next\"" }
                return FakeTransport.answer(
                    200, (isCSV ? "desa_code\n" : "") + text, link.map { ["Link": $0] } ?? [:])
            }
            let items = rows.map { #"{"desa_code":"\#($0)","year":2025}"# }.joined(separator: ",")
            return FakeTransport.answer(
                200, #"{"items":[\#(items)],"next_page_token":\#(next.map { "\"\($0)\"" } ?? "null")}"#)
        }
    }

    @Test func aFileIsTheServicesOwn() async {
        let transport = transport()
        let session = Session(transport)
        #expect(await session.run("lokus list --year 2025 -o csv --fields desa_code,year") == .success)
        #expect(session.output == Self.csv)
        #expect(transport.asked.map(\.path) == ["/api/v1/lokus?year=2025&fields=desa_code%2Cyear"])
        #expect(transport.asked.first?.headers["Accept"] == "text/csv")
    }

    @Test func itsHeadCanBeLeftOut() async {
        let session = Session(transport())
        #expect(await session.run("lokus list -o csv --no-header") == .success)
        #expect(session.output == "63.02.12.2005,2025\r\n63.02.12.2008,2025\r\n")
    }

    @Test func aLimitIsKeptOverPages() async {
        for (form, head) in [("csv", 1), ("ndjson", 0), ("csv --no-header", 0), ("tsv", 1), ("name", 0)] {
            let transport = transport(total: 3000)
            let session = Session(transport)
            #expect(await session.run("lokus list -o \(form) --limit 1500") == .success)
            #expect(session.output.split(separator: "\n").count == 1500 + head, "\(form)")
            #expect(transport.asked.map { $0.path.contains("page_size=1000") } == [true, false])
            #expect(transport.asked.last?.path.contains("page_size=500&page_token=1000") == true)
        }
    }

    @Test func everyRowComesWithoutALimit() async {
        for (form, lines) in [("tsv", 2501), ("csv --columns desa_code", 2501), ("name", 2500)] {
            let session = Session(transport(total: 2500))
            #expect(await session.run("lokus list -o \(form)") == .success)
            #expect(session.output.split(whereSeparator: \.isNewline).count == lines, "\(form)")
        }
    }

    @Test func aBrokenListIsNoList() async {
        for (language, word) in [(Language.indonesian, "tidak lengkap"), (.english, "incomplete")] {
            let broken = FakeTransport { _ in FakeTransport.answer(200, "a\n1\n", ["Broken": "yes"]) }
            let session = Session(broken, language: language)
            #expect(await session.run("lokus list -o csv") == .temporary)
            #expect(session.error.contains(word))
            #expect(broken.asked.count == 1, "what is written cannot be written again")
        }
    }

    @Test func aRefusalWritesNothing() async {
        let refused = FakeTransport { _ in FakeTransport.answer(422, #"{"code":"invalid_request"}"#) }
        let session = Session(refused)
        #expect(await session.run("lokus list -o csv --filter nope=1") == .invalid)
        #expect(session.output.isEmpty)
    }

    @Test func countsOnly() async {
        for (line, text) in [
            ("", "1.234\n"), (" -o name", "1234\n"), (" -o csv", "total\r\n1234\r\n"),
            (" --json", "{\"total\":1234}\n"),
        ] {
            let transport = transport()
            let session = Session(transport)
            #expect(await session.run("lokus list --count --year 2025" + line) == .success)
            #expect(session.output == text)
            #expect(transport.asked.map(\.path) == ["/api/v1/lokus?year=2025&page_size=1"])
        }
        let session = Session(transport(), language: .english)
        #expect(await session.run("lokus list --count") == .success)
        #expect(session.output == "1,234\n")
        #expect(await session.run("lokus list --count --limit 3") == .usage)
    }

    @Test func fieldsAreForMachines() async {
        for line in ["--fields year", "--fields year -o wide", "--fields year -o csv --columns year"] {
            let session = Session(transport())
            #expect(await session.run("lokus list " + line) == .usage)
            #expect(session.output.isEmpty && session.error.contains("--columns"))
        }
        let transport = transport()
        #expect(await Session(transport).run("lokus list --json --fields year") == .success)
        #expect(transport.asked.first?.path.contains("fields=year") == true)
    }

    @Test func allThatOneMaySeeWithoutALokus() async {
        for (noun, path) in [
            ("intervention", "/api/v1/interventions"), ("report", "/api/v1/reports"),
            ("survey", "/api/v1/survey-rounds"),
        ] {
            let transport = transport()
            #expect(await Session(transport).run("\(noun) list -o csv") == .success)
            #expect(transport.asked.map { $0.path.prefix { $0 != "?" } } == [path[...]])
        }
    }

    @Test func theInboxIsOneList() async {
        let transport = transport()
        #expect(await Session(transport).run("inbox --all --count") == .success)
        #expect(
            transport.asked.map(\.path) == [
                "/api/v1/report-obligations?state=in.%28due%2Coverdue%2Creported%29&page_size=1"
            ])
    }
}

import Foundation
import Phrasing
import Testing

@testable import selaras

/// A table of another layout: what is sent of it, and what is not.
@Suite final class MappingTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write("kk;rt_;masalah;anak;bersekolah;jarak\n7;001;1;2;1;4\n8;002;0;0;0;\n", to: "tabel.csv")
        try write(
            """
            target,source,rule,value,means,note
            family_id,kk,,,,
            rt,rt_,,,,
            status,,constant,,1,
            *,,,1,ya,
            *,,,0,tidak,
            A-01,masalah,,,,
            A-02,bersekolah,good,,,
            A-02,anak,eligible,,,
            A-03,jarak,,,,

            """, to: "peta.csv")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }

    private static func indicator(_ code: String, _ name: String, _ rest: String) -> String {
        #"{"code":"\#(code)","dimension":"D","name":"\#(name)","name_en":"\#(name)","eligible":"e","#
            + #""sensitive":false,"provenance":"p","suggestion":null,"equivalent":null,\#(rest)}"#
    }

    private static let framework =
        #"{"code":"uji","version":3,"title":"t","status":"working","provenance":"p","weak_below":75,"#
        + #""aggregation":"mean_of_dimensions","rounding_digits":2,"categories":[{"code":"r","name":"R","from":0}],"#
        + #""dimensions":[{"code":"D","name":"D","name_en":"D"}],"indicators":["#
        + indicator("A-01", "Masalah", #""direction":"negative","unit":"family","maximum":1"#) + ","
        + indicator("A-02", "Bersekolah", #""direction":"positive","unit":"person","maximum":1"#) + ","
        + indicator("A-03", "Jarak layanan", #""direction":"negative","unit":"family","maximum":5"#) + "]}"

    /// The service with one lokus without rounds, one framework, and this answer to an import.
    private func transport(
        _ answer: @escaping @Sendable () throws(TransportFailure) -> IncomingResponse = {
            FakeTransport.answer(201, #"{"dry_run":false,"purpose":"baseline","rows_read":2,"added":2}"#)
        }
    ) -> FakeTransport {
        FakeTransport { asked throws(TransportFailure) in
            if asked.method == "POST" { return try answer() }
            if asked.path.contains("/frameworks/uji/versions/3") { return FakeTransport.answer(200, Self.framework) }
            if asked.path.contains("/frameworks") {
                return FakeTransport.answer(
                    200, #"{"items":[{"code":"uji","version":2},{"code":"uji","version":3}],"next_page_token":null}"#)
            }
            if asked.path.contains("/survey-rounds") { return FakeTransport.answer(200, #"{"items":[]}"#) }
            return FakeTransport.answer(200, Documents.lokusList)
        }
    }

    private func session(_ transport: FakeTransport, _ language: Language = .indonesian) -> Session {
        Session(
            transport, variables: ["XDG_STATE_HOME": folder + "/state", "SELARAS_RETRIES": "0", "TMPDIR": folder],
            language: language)
    }

    private func line(_ mapping: String = "peta.csv", _ table: String = "tabel.csv") -> String {
        "survey import \(folder)/\(table) --mapping \(folder)/\(mapping) --lokus 63.02.12.2005/2025 --purpose baseline"
    }

    @Test func theServiceGetsASurveyFile() async throws {
        let taken = transport()
        let session = session(taken)
        #expect(await session.run(line()) == .success, "\(session.error)")
        let sent = try #require(taken.asked.last)
        #expect(
            sent.body == """
                family_id,rt,status,A-01,A-02,A-03,enumerator,interviewed_on,previous_family_id
                7,001,1,ya,1/2,4,,,
                8,002,1,tidak,tb,,,,

                """)
        #expect(sent.path.contains("framework=uji") && sent.path.contains("framework_version=3"))
        #expect(sent.path.contains("file_name=tabel.csv"))
        // What was made on the way is gone.
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("selaras-") }
        #expect(left.isEmpty)
    }

    @Test(arguments: Language.allCases)
    func aFaultyTableIsNotSent(_ language: Language) async throws {
        try write("kk;rt_;masalah;anak;bersekolah;jarak\n7;001;entah;2;1;4\n7;001;1;2;1;6\n", to: "tabel.csv")
        let taken = transport()
        let session = session(taken, language)
        #expect(await session.run(line() + " --report \(folder)/r.csv") == .invalid)
        #expect(!taken.asked.contains { $0.method == "POST" })
        #expect(session.output.isEmpty && session.error.contains("masalah") && session.error.contains("entah"))
        let report = try String(contentsOfFile: folder + "/r.csv", encoding: .utf8)
        #expect(report.contains("2,masalah,entah,value_not_mapped,"), "\(report)")
        #expect(report.contains("3,jarak,6,value_not_mapped,"), "\(report)")
    }

    @Test(arguments: Language.allCases)
    func aFaultyMappingIsNamed(_ language: Language) async throws {
        try write("target,source,rule,value,means\nA-09,kk,,,\n", to: "salah.csv")
        let taken = transport()
        let session = session(taken, language)
        #expect(await session.run(line("salah.csv")) == .invalid)
        #expect(session.error.contains("salah.csv") && session.error.contains("A-09"), "\(session.error)")
        #expect(!taken.asked.contains { $0.method == "POST" })
        #expect(await self.session(taken, language).run(line("tidakada.csv")) == .failure)
        #expect(await self.session(taken, language).run(line("peta.csv", "tidakada.csv")) == .failure)
    }

    /// The same table by the same mapping is the same sending; by another one it is another.
    @Test func aBreakIsTakenUpWithTheSameKey() async throws {
        let broken = transport { () throws(TransportFailure) in throw .reset }
        #expect(await session(broken).run(line()) == .temporary)
        let text = try String(contentsOfFile: folder + "/peta.csv", encoding: .utf8)
        try write(text.replacing("A-01,masalah,", with: "A-01,masalah,invert"), to: "lain.csv")
        let working = transport()
        #expect(await session(working).run(line("lain.csv") + " --resume") == .notFound)
        #expect(await session(working).run(line() + " --resume") == .success)
        #expect(working.asked.last?.headers["Idempotency-Key"] == broken.asked.last?.headers["Idempotency-Key"])
        #expect(working.asked.last?.body == broken.asked.last?.body)
    }

    @Test(arguments: Language.allCases)
    func aTableIsInspected(_ language: Language) async throws {
        try write("no_kk,no_rt,A_01 Masalah,lain\n1,001,1,x\n2,001,2,\n3,002,1,y\n", to: "asing.csv")
        let taken = transport()
        let session = session(taken, language)
        let command = "survey inspect \(folder)/asing.csv --framework uji/3"
        #expect(await session.run(command + " --write-mapping \(folder)/usul.csv") == .success, "\(session.error)")
        for part in ["asing.csv", "no_kk", "A-01", "A-02, A-03", "1 (2), 2 (1)", "lain"] {
            #expect(session.output.contains(part), "\(part): \(session.output)")
        }
        #expect(session.output.contains(language == .indonesian ? "Perlu diputuskan" : "Needs a decision"))
        let mapping = try String(contentsOfFile: folder + "/usul.csv", encoding: .utf8)
        #expect(mapping.hasPrefix("target,source,rule,value,means,note\n") && mapping.contains("family_id,no_kk,"))
        #expect(session.error.contains("usul.csv"))
        // Nobody's work is overwritten, and nothing was sent.
        #expect(await self.session(taken, language).run(command + " --write-mapping \(folder)/usul.csv") == .failure)
        #expect(!taken.asked.contains { $0.method == "POST" })

        let machine = self.session(taken, language)
        #expect(await machine.run(command + " -o csv") == .success)
        #expect(machine.output.hasPrefix("target,sources,rule,certainty\r\nfamily_id,no_kk,,"), "\(machine.output)")
        try write("", to: "kosong.csv")
        let empty = self.session(taken, language)
        #expect(await empty.run("survey inspect \(folder)/kosong.csv") == .invalid)
        #expect(!empty.error.isEmpty && empty.output.isEmpty)
    }
}

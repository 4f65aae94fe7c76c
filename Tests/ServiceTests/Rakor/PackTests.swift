import Contract
import Foundation
import Planning
import Support
import Testing
import Wire

/// The papers of a rakor: what is on them, for whom, and that nothing on them runs.
@Suite struct PackTests {
    private static func sheets(_ page: String) -> [String] {
        page.components(separatedBy: "<section class=\"sheet").dropFirst().map { $0 }
    }

    private static func sheet(_ page: String, _ heading: String) -> String? {
        sheets(page).first { $0.contains("<h1>\(heading)") }
    }

    @Test func whatTheMeetingNeeds() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            try await scene.agreed(service)
            let answer = try await scene.client.get(scene.pack).expect(200)
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(answer.headers["content-language"] == "id")
            let page = answer.text
            let cover = try #require(Self.sheets(page).first)
            #expect(cover.contains("Bahan Rapat Koordinasi: Desa Sampanahan (63.02.12.2005), lokus tahun 2024"))
            #expect(cover.contains("Kecamatan Sampanahan, Kabupaten Kotabaru"))
            let round = try await scene.client.get("lokus/\(scene.lokus)/weak-indicators").expect(200)
            let ikk = try #require(round["round"]["ikk"].number?.text.replacing(".", with: ","))
            #expect(cover.contains("Indeks Kualitas Keluarga (IKK)</th><td>\(ikk) ("))
            #expect(cover.contains("Indikator Merah (\(round.items.count))"))
            for item in round.items {
                let (code, value) = (item["code"].text ?? "", item["value"].number?.text ?? "")
                let needed = item["needed_to_reach_threshold"].integer ?? 0
                let unit = item["unit"].text == "person" ? "orang" : "keluarga"
                #expect(cover.contains("<tr><td class=\"k\">\(code)</td>"), "\(code)")
                let figures =
                    #"<td class="n">\#(value.replacing(".", with: ","))</td><td class="n">\#(needed) \#(unit)</td>"#
                #expect(cover.contains(figures), "\(figures)")
            }
            #expect(cover.contains("80,5") && cover.contains("401.234.567") && cover.contains("300.000.000"))
            let spent = "Realisasi keuangan terverifikasi Rp162.000.000, dilaporkan Rp162.000.000"
            #expect(cover.contains("\(spent); 1 intervensi sudah lapor."))
            #expect(cover.contains("Merah, intervensinya belum diterima") == false)
            #expect(cover.contains("<li>Merah tanpa intervensi, yang paling berarti bagi IKK lebih dahulu: KK"))

            // One sheet for who does something or has the duty to, with its own.
            let office = try #require(Self.sheet(page, "Dinas Pekerjaan Umum"))
            #expect(
                office.contains("<td>P-1</td>") && office.contains("<td>P-3</td>") && !office.contains("<td>P-2</td>"))
            #expect(office.contains("Ditolak: Bukan tugas kami") && office.contains("TW I–IV TA 2024"))
            #expect(office.contains("Fisik 40 %, 18 unit, Rp162.000.000 (s.d. TW I TA 2024)"))
            #expect(office.contains("<td>1.03.05.2.01.0007</td><td>Tangki septik</td>"))
            #expect(office.contains("<td>TW II TA 2024</td><td>") && office.contains("Terlambat "))
            #expect(Self.sheet(page, "Dinas Kesehatan")?.contains("<td>P-2</td>") == true)

            let matrix = try #require(Self.sheet(page, "Matriks Intervensi"))
            #expect(matrix.contains("lihat no. 1") && matrix.contains("Belum ada intervensi"))
            #expect(matrix.contains("1.03.05.2.01.0007 Tangki septik (900.1.15.5-3406/2024), 2024"))
            #expect(matrix.contains("Cuaca; Dipercepat"))
            let minutes = try #require(Self.sheet(page, "Notulen"))
            #expect(minutes.contains("15 Januari 2024") && minutes.contains("Aula Bapperida"))
            #expect(minutes.contains("<li>Sekda</li>") && minutes.contains("Notulen 1/2024"))
            #expect(minutes.contains("Kepala Desa Sampanahan") && minutes.contains("Koordinator (Bapperida"))
            let attendance = try #require(Self.sheet(page, "Daftar Hadir"))
            #expect(attendance.contains("Dinas Kesehatan"))
        }
    }

    /// What is not budgeted yet: without any money, and of what is to come from the kabupaten, what no line gives.
    @Test func whatIsToBeAppliedFor() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            // The year of these interventions is over; nobody applies for it any more.
            let none = try #require(Self.sheet(try await scene.client.get(scene.pack).expect(200).text, "Usulan untuk"))
            #expect(none.contains("Tidak ada intervensi yang belum dianggarkan."))
            let year = Calendar(identifier: .gregorian).component(.year, from: Date())
            for (index, last) in [(0, year), (1, year + 1)] {
                let path = "interventions/\(scene.interventions[index])"
                var change = JSONObject([("ends_on", .string("\(last)-12-31"))])
                if index == 1 { change["starts_on"] = .string("\(year + 1)-01-01") }
                try await scene.client.change(path, .object(change)).expect(200)
            }
            let page = try await scene.client.get(scene.pack).expect(200).text
            let wishes = try #require(Self.sheet(page, "Usulan untuk"))
            #expect(wishes.contains("<td>APBD-P \(year)</td><td>P-1</td>") && wishes.contains(">100.000.000</td>"))
            #expect(wishes.contains("<td>Renja \(year + 1)</td><td>P-2</td>") && wishes.contains("belum dihitung"))
            #expect(!wishes.contains("P-3"))
        }
    }

    @Test func nothingOnItRuns() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            let answer = try await scene.client.get(scene.pack).expect(200)
            let page = answer.text
            #expect(page.contains("Bilik WC &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;septik&quot;"))
            #expect(!page.contains("<script") && !page.contains(" style=") && !page.contains("javascript:"))
            #expect(page.matches(of: #/\s(?:src|href|action|on[a-z]+)=/#).isEmpty)
            let policy = try #require(answer.headers["content-security-policy"])
            #expect(
                policy.hasPrefix("default-src 'none'; style-src 'sha256-") && policy.hasSuffix("frame-ancestors 'none'")
            )
            #expect(!policy.contains("unsafe"))
            // The page says the same of itself, so that it holds for a copy too.
            let own = try #require(page.firstMatch(of: #/Content-Security-Policy" content="([^"]*)"/#)?.1)
            #expect(policy == own.replacing("&#39;", with: "'") + "; frame-ancestors 'none'")
            #expect(page.count(where: { $0 == "\0" }) == 0 && !page.contains("{{"))
            // Every element that is opened is closed, in order.
            var open: [String] = []
            for tag in page.matches(of: #/<(\/?)([a-z][a-z0-9]*)[^>]*>/#) {
                let name = String(tag.2)
                if ["meta", "br"].contains(name) { continue }
                if tag.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
            }
            #expect(open.isEmpty)
        }
    }

    @Test func oneAgencyAlone() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            let page = try await scene.client.get("\(scene.pack)?agency=PUPR").expect(200).text
            #expect(Self.sheets(page).count == 1 && page.contains("<td>P-1</td>") && !page.contains("<td>P-2</td>"))
            // One that is to do nothing has a sheet that says so.
            let idle = try await scene.client.get("\(scene.pack)?agency=BAPPERIDA").expect(200).text
            #expect(Self.sheets(idle).count == 1 && idle.contains("Belum mengusulkan atau menerima intervensi."))
            try await scene.client.get("\(scene.pack)?agency=UNHEARD").expectProblem(404, "not_found")
            try await scene.client.get("\(scene.pack)?agency=").expectProblem(422, "invalid_request")
            try await scene.client.get("\(scene.pack)?agncy=PUPR").expectProblem(422, "invalid_request")
        }
    }

    /// An office sees the whole plan and its own arrears; who reads no reports is told that they are left out.
    @Test func whatIsDueIsToldToWhomItConcerns() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            try await scene.agreed(service)
            let heading = "Dinas Pekerjaan Umum"
            let own = try await service.agency("PUPR").get(scene.pack).expect(200).text
            #expect(Self.sheet(own, heading)?.contains("<td>TW II TA 2024</td>") == true)
            let other = try await service.agency("DINKES").get(scene.pack).expect(200).text
            let told = try #require(Self.sheet(other, heading))
            #expect(!told.contains("<td>TW II TA 2024</td>") && told.contains("Tidak ditampilkan kepada pembaca ini."))
            #expect(told.contains("<td>P-1</td>"))
            let viewer = try await service.client(.viewer).get(scene.pack).expect(200).text
            #expect(!viewer.contains("Terlambat ") && viewer.contains("Laporan yang terlambat atau disanggah"))
        }
    }

    @Test func byTheCommandLine() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            let selaras = try Program.built(
                "selaras", environment: ["SELARAS_URL": service.url, "SELARAS_TOKEN": scene.client.token ?? ""])
            let page = try await scene.client.get(scene.pack).expect(200).text
            let printed = try await selaras("plan", "pack", "63.02.12.2005/2024")
            #expect(printed.code == 0 && printed.out == page, "\(printed.error)")
            let sheet = try await selaras("plan", "pack", "63.02.12.2005/2024", "--agency", "PUPR")
            #expect(try await scene.client.get("\(scene.pack)?agency=PUPR").text == sheet.out)
            let table = try await selaras("plan", "matrix", "63.02.12.2005/2024")
            #expect(table.code == 0 && table.out.contains("belum ada intervensi"), "\(table.error)")
            let items = try await scene.client.get(scene.matrix).expect(200).items
            let rows = try await selaras("plan", "matrix", "63.02.12.2005/2024", "-o", "csv")
            #expect(rows.out.split(whereSeparator: \.isNewline).count == items.count + 1)
        }
    }

    @Test func inEnglish() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            try await scene.agreed(service)
            let answer = try await scene.client.get(scene.pack, ["Accept-Language": "en"]).expect(200)
            #expect(answer.headers["content-language"] == "en")
            #expect(answer.headers["vary"]?.contains("Accept-Language") == true)
            let page = answer.text
            #expect(page.contains("<html lang=\"en\">") && page.contains("Papers of the Coordination Meeting"))
            #expect(page.contains("401,234,567") && page.contains("Q1–Q4 FY 2024") && page.contains("15 January 2024"))
            for word in ["Pagu", "Jadwal", "Belum", "keluarga dihitung", "Kekurangan", "Realisasi"] {
                #expect(!page.contains(word), "\(word)")
            }
            let again = try await scene.client.get(
                scene.pack, ["Accept-Language": "en", "If-None-Match": answer.etag]
            ).expect(304)
            #expect(again.bytes.isEmpty)
            try await scene.client.get(scene.pack, ["If-None-Match": answer.etag]).expect(200)
        }
    }
}

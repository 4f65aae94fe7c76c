import Intake
import Planning
import Testing

@Suite struct ReferenceFileTests {
    static let levels = "provinsi, kabupaten, kota, kecamatan, desa, kelurahan"
    static let regions = "code,name,level,parent_code\n"

    @Test func regionsAreRead() {
        var file = RegionFile()
        let rows = file.all(
            Self.regions + "63,Kalimantan Selatan,provinsi,\n63.02,Kabupaten Kotabaru,kabupaten,63\n"
                + "63.71,Kota Banjarmasin,kota,63\n63.02.12,Sampanahan,kecamatan,63.02\n"
                + "63.02.12.2005,\"Sampanahan I, II\",desa,63.02.12\n63.02.12.1001,Contoh,kelurahan,63.02.12\n")
        #expect(file.faults.isEmpty)
        #expect(rows.map(\.level) == [.provinsi, .kabupaten, .kota, .kecamatan, .desa, .kelurahan])
        #expect(rows.map(\.parentCode) == [nil, "63", "63", "63.02", "63.02.12", "63.02.12"])
        #expect(rows[4].name == "Sampanahan I, II" && rows[4].code == "63.02.12.2005" && rows[4].line == 6)
    }

    @Test func regionsAreRefused() {
        let cases: [(String, String, String, Fault.Code, String?)] = [
            ("63.2,X,kabupaten,63", "code", "63.2", .badRegionCode, nil),
            ("6302,X,kabupaten,63", "code", "6302", .badRegionCode, nil),
            ("63.02.12.2005.1,X,desa,63.02.12", "code", "63.02.12.2005.1", .badRegionCode, nil),
            ("63.02,X,kecamatan,63", "level", "kecamatan", .levelDisagrees, "63.02"),
            ("63.02,X,dusun,63", "level", "dusun", .notAChoice, Self.levels),
            ("63.02,X,kota,64", "parent_code", "64", .parentDisagrees, "63"),
            ("63.02,X,kota,", "parent_code", "", .parentDisagrees, "63"),
            ("63,X,provinsi,62", "parent_code", "62", .parentDisagrees, nil),
            ("63,,provinsi,", "name", "", .valueMissing, nil),
        ]
        for (row, column, value, code, expected) in cases {
            var file = RegionFile()
            #expect(file.all(Self.regions + row).isEmpty)
            #expect(
                file.faults.kept == [Fault(line: 2, column: column, value: value, code: code, expected: expected)])
        }
    }

    @Test func regionsMayHaveTheCodeOfStatisticsIndonesia() {
        var file = RegionFile()
        let header = "code,name,level,parent_code,bps_code\n"
        let rows = file.all(
            header + "63,Kalimantan Selatan,provinsi,,63\n63.02,Kabupaten Kotabaru,kabupaten,63,6302\n"
                + "63.02.12,Sampanahan,kecamatan,63.02,6302190\n63.02.12.2005,Sampanahan,desa,63.02.12,6302190006\n"
                + "63.10.11,Kusan Tengah,kecamatan,63.10,\n")
        #expect(file.faults.isEmpty)
        #expect(rows.map(\.bpsCode) == ["63", "6302", "6302190", "6302190006", nil])
        for (row, value, expected) in [
            ("63.02,X,kabupaten,63,63.02", "63.02", "2, 4, 7, 10"), ("63.02,X,kabupaten,63,630", "630", "2, 4, 7, 10"),
            ("63.02.12,X,kecamatan,63.02,6302", "6302", "7"), ("63.02,X,kota,63,63O2", "63O2", "2, 4, 7, 10"),
        ] {
            var file = RegionFile()
            #expect(file.all(header + row).isEmpty)
            #expect(
                file.faults.kept == [
                    Fault(line: 2, column: "bps_code", value: value, code: .badBPSCode, expected: expected)
                ])
        }
    }

    @Test func protectionIsRead() {
        var file = ProtectionFile()
        let rows = file.all("rule,threshold,source\nfewest_families,5,OECD\n")
        #expect(file.faults.isEmpty && rows.map(\.threshold) == [5] && rows.map(\.rule) == [.fewestFamilies])
        for row in ["fewest_families,2,OECD", "most_families,5,OECD", "fewest_families,5,"] {
            var file = ProtectionFile()
            #expect(file.all("rule,threshold,source\n\(row)\n").isEmpty)
            #expect(file.faults.kept.count == 1, "\(row)")
        }
    }

    static let interventions =
        "ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on,"
        + "status_note,provenance\n"

    @Test func interventionsAreRead() {
        var file = InterventionFile()
        let rows = file.all(
            Self.interventions
                + "S-1,PUPR,\"Bilik WC, septik\",KKE-02;KKF-03,45,unit,APBD kabupaten,405000000,2025-08-01,"
                + "2025-12-15,,\n"
                + "S-2,DKPP,Beras,KKF-01,\"8570,5\",kg,apbn; CSR;non-anggaran,Rp1.000.000;0;,2025-09-15,2025-12-15,"
                + "\"dua\nbaris\",reported\nS-3,PKK,Kampanye,KKSB-05,3,kali,swadaya,,2025-10-01,2025-10-01,,\n")
        #expect(file.faults.isEmpty)
        #expect(rows.map(\.indicators) == [["KKE-02", "KKF-03"], ["KKF-01"], ["KKSB-05"]])
        #expect(rows.map(\.targetHundredths) == [4500, 857_050, 300])
        #expect(rows[0].funding == [.init(source: .apbdKabupaten, budgetIDR: 405_000_000)])
        #expect(rows[1].funding.map(\.source) == [.apbn, .csr, .none])
        #expect(rows[1].funding.map(\.budgetIDR) == [1_000_000, 0, nil])
        #expect(rows[1].statusNote == "dua\nbaris")
        #expect(rows[2].funding == [.init(source: .swadaya, budgetIDR: nil)])
        #expect(rows[2].endsOn == CalendarDay(year: 2025, month: 10, day: 1))
    }

    @Test(
        arguments: [
            "APBD kabupaten": FundingSource.apbdKabupaten, "APBD Provinsi": .apbdProvinsi, "APBN": .apbn,
            "APBDes": .apbdes, "CSR": .csr, "Baznas": .baznas, "swadaya": .swadaya, "lainnya": .other,
            "non-anggaran": .none, "apbd_kabupaten": .apbdKabupaten, "none": .none,
        ]) func fundingHasWordsAndCodes(word: String, source: FundingSource)
    {
        var file = InterventionFile()
        let rows = file.all(Self.interventions + "S,P,T,I-1,1,u,\(word),0,2025-08-01,2025-12-15,,\n")
        #expect(rows.first?.funding.map(\.source) == [source])
    }

    @Test func interventionsAreRefused() {
        let cases: [(String, String, Fault.Code)] = [
            ("S,P,T,I-1;I-1,1,u,CSR,0,2025-08-01,2025-12-15,,", "indicators", .doubledListItem),
            ("S,P,T,I-1,8.570,u,CSR,0,2025-08-01,2025-12-15,,", "target_quantity", .ambiguousThousands),
            ("S,P,T,I-1,1,u,hibah,0,2025-08-01,2025-12-15,,", "funding", .notAChoice),
            ("S,P,T,I-1,1,u,CSR;APBN,5,2025-08-01,2025-12-15,,", "budget_idr", .listLengthsDiffer),
            ("S,P,T,I-1,1,u,CSR,\"5,50\",2025-08-01,2025-12-15,,", "budget_idr", .moneyWithSen),
            ("S,P,T,I-1,1,u,CSR,5,2025-12-15,2025-08-01,,", "ends_on", .endsBeforeStart),
            ("S,P,T,I-1,1,u,CSR,5,2025-12-15,,,", "ends_on", .valueMissing),
        ]
        for (row, column, code) in cases {
            var file = InterventionFile()
            #expect(file.all(Self.interventions + row).isEmpty)
            #expect(file.faults.kept.map(\.column) == [column])
            #expect(file.faults.kept.map(\.code) == [code])
        }
    }

    @Test func extraColumnsAreFaults() {
        var file = InterventionFile()
        _ = file.all("catatan," + Self.interventions + "x,S,P,T,I-1,1,u,CSR,0,2025-08-01,2025-12-15,,\n")
        #expect(file.faults.kept == [Fault(line: 1, value: "catatan", code: .unknownColumn)])
    }
}

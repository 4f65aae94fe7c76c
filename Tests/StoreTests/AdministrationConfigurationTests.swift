import Measurement
import Planning
import Testing

@testable import Store

@Suite struct AdministrationConfigurationTests {
    @Test func theSameAgainIsTheSame() async throws {
        try await AdministeredDatabase.run { database in
            let configuration = Self.configuration()
            let first = try await database.administration.importConfiguration(configuration)
            #expect(first.frameworks == MergeCount(added: 1))
            #expect(first.agencies == MergeCount(added: 2))
            let again = try await database.administration.importConfiguration(configuration)
            for count in [
                again.regions, again.frameworks, again.kabupaten, again.holidays, again.agencies, again.duties,
                again.catalogue, again.catalogueLinks, again.grants,
            ] {
                #expect(count.added + count.changed + count.removed == 0)
            }
        }
    }

    @Test func anotherContentUnderTheSameVersionIsRefusedAndNothingIsKept() async throws {
        try await AdministeredDatabase.run { database in
            _ = try await database.administration.importConfiguration(Self.configuration())
            await #expect(throws: FrameworkDiffers(id: Framework.ID(code: "uji", version: 1))) {
                try await database.administration.importConfiguration(
                    Self.configuration(weakBelow: 70, office: "Bappeda"))
            }
            let renamed = try await database.count(
                "select count(*) from selaras.kabupaten where coordinator_office = 'Bappeda'")
            #expect(renamed == 0)
        }
    }

    @Test func whatIsNoLongerGrantedOrClosedIsRemoved() async throws {
        try await AdministeredDatabase.run { database in
            _ = try await database.administration.importConfiguration(Self.configuration())
            let receipt = try await database.administration.importConfiguration(
                Self.configuration(office: "Bapplitbangda", holidays: [], grants: [Self.read]))
            #expect(receipt.kabupaten == MergeCount(changed: 1))
            #expect(receipt.holidays == MergeCount(removed: 1))
            #expect(receipt.grants == MergeCount(same: 1, removed: 1))
        }
    }

    @Test func aKabupatenOutsideTheRegisterIsRefusedByName() async throws {
        try await AdministeredDatabase.run { database in
            await #expect(throws: AdministrationFault.rule("kabupaten_is_in_the_register")) {
                try await database.administration.importConfiguration(Self.configuration(kabupaten: "99.01"))
            }
        }
    }

    /// Nothing is open until somebody says so, and nothing once it is no longer said.
    @Test func openDataIsOpenedAndClosedAgain() async throws {
        try await AdministeredDatabase.run { database in
            let open = "select count(*) from selaras.kabupaten where code = '63.10' and publishes_open_data"
            let rule = "select count(*) from selaras.protection where threshold = 7"
            let administration = database.administration
            _ = try await administration.importConfiguration(Self.configuration())
            #expect(try await database.count(open) == 0)
            let protection = Configuration.Protection(rule: "fewest_families", threshold: 7, source: "uji")
            let opened = try await administration.importConfiguration(
                Self.configuration(isOpen: true, protection: [protection]))
            #expect(try await database.count(open) == 1)
            #expect(try await database.count(rule) == 1)
            #expect(opened.kabupaten.changed == 1)
            let again = try await administration.importConfiguration(
                Self.configuration(isOpen: true, license: "CC BY 4.0", protection: [protection]))
            #expect(again.protection == MergeCount(same: 1) && again.kabupaten == MergeCount(changed: 1))
            #expect(try await database.count(open + " and open_data_license = 'CC BY 4.0'") == 1)
            let closed = try await administration.importConfiguration(Self.configuration())
            #expect(closed.protection == MergeCount(removed: 1))
            #expect(try await database.count(open) == 0)
        }
    }

    @Test func anAgencyThatTheKabupatenLacksIsLeftOutOfTheCatalogue() async throws {
        try await AdministeredDatabase.run { database in
            _ = try await database.administration.importConfiguration(Self.configuration())
            let makers = try await database.count(
                "select count(*) from selaras.catalogue_agency where item_code = 'uji' and agency_code = 'UJI-2'")
            let strangers = try await database.count(
                "select count(*) from selaras.catalogue_agency where item_code = 'uji' and agency_code = 'LAIN'")
            #expect((makers, strangers) == (1, 0))
        }
    }

    static let read = Configuration.Grant(role: .viewer, cell: PermissionCell(Permission(.read, .lokus)))

    static func configuration(
        kabupaten: String = "63.10", weakBelow: Int = 75, office: String = "Bapperida",
        holidays: [Configuration.Holiday]? = nil, grants: [Configuration.Grant]? = nil, isOpen: Bool = false,
        license: String? = nil, protection: [Configuration.Protection] = []
    ) -> Configuration {
        let agencies = [agency("UJI-2", in: kabupaten, parent: "UJI-1"), agency("UJI-1", in: kabupaten, parent: nil)]
        let day = CalendarDay(year: 2026, month: 7, day: 1).map { Configuration.Holiday(day: $0, name: "Hari uji") }
        return Configuration(
            regions: [], frameworks: [framework(weakBelow: weakBelow)],
            kabupaten: [
                Configuration.Kabupaten(
                    code: kabupaten, coordinatorOffice: office, timeZone: "Asia/Makassar", reportDueWorkingDays: 10,
                    publishesOpenData: isOpen, openDataLicense: license,
                    holidays: holidays ?? [day].compactMap { $0 }, agencies: agencies)
            ],
            catalogue: [
                CatalogueItem(
                    code: "uji", title: "Uji", unit: "kali", indicators: ["UJI-01"], agencies: ["UJI-2", "LAIN"])
            ],
            grants: grants ?? [
                read, Configuration.Grant(role: .viewer, cell: PermissionCell(Permission(.read, .region))),
            ],
            protection: protection)
    }

    private static func agency(_ code: String, in kabupaten: String, parent: String?) -> Configuration.ConfiguredAgency
    {
        Configuration.ConfiguredAgency(
            agency: Agency(
                kabupatenCode: kabupaten, code: code, shortName: code, name: "Dinas Uji", kind: "opd",
                parentCode: parent, regionCode: nil, role: "implementer", urusan: ["1.02"], indicators: ["UJI-01"]),
            provenance: "expected")
    }

    private static func framework(weakBelow: Int) -> Framework {
        Framework(
            id: Framework.ID(code: "uji", version: 1), title: "Uji", status: .working, provenance: "uji",
            aggregation: .meanOfDimensions, weakBelow: weakBelow, roundingDigits: 2,
            categories: [Framework.Category(code: "semua", nameID: "Semua", from: 0)],
            dimensions: [Framework.Dimension(code: "UJI", nameID: "Uji", nameEN: "Test")],
            indicators: [
                Framework.Indicator(
                    code: "UJI-01", dimension: "UJI", nameID: "Uji", nameEN: "Test", direction: .positive,
                    unit: .family, eligible: "all families", sensitive: false, provenance: "uji")
            ])
    }
}

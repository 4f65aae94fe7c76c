import Testing
import Wire

/// A region has the codes of both registers, so that figures can be put beside those of Statistics Indonesia.
@Suite struct RegionTests {
    @Test func bothCodes() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            try await service.database.execute("update region set bps_code = '6302' where code = '63.02'")
            try await service.database.execute("update region set bps_code = null where code = '63.02.12'")
            let regions = try await client.get("regions?code=in.(63.02,63.02.12)").expect(200).items
            #expect(regions.map(\.["bps_code"].text) == ["6302", nil])
            #expect(try await client.get("regions/63.02").expect(200)["bps_code"].text == "6302")
            let table = try await client.get("regions?code=63.02&fields=code,bps_code", ["Accept": "text/csv"])
            #expect(table.expect(200).text == "code,bps_code\r\n63.02,6302\r\n")
        }
    }
}

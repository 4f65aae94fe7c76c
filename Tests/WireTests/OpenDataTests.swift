import Planning
import Testing

@testable import Wire

struct OpenDataTests {
    /// The metadata describe what is sent: the same columns in the same order.
    @Test func everyColumnIsDescribed() {
        #expect(OpenDataset.indices.columns.map(\.name) == OpenIndex.columns.map(\.name))
        #expect(OpenDataset.indicators.columns.map(\.name) == OpenIndicator.columns.map(\.name))
        #expect(OpenDataset.interventions.columns.map(\.name) == OpenIntervention.columns.map(\.name))
    }

    @Test func everyTextIsThereInBothLanguages() throws {
        let state = OpenDataState(
            publishers: [
                OpenDataState.Publisher(
                    kabupaten: OpenPlace.Part(code: "63.02", bpsCode: nil, name: "Kotabaru"), rounds: 0,
                    lastClosedAt: nil, license: "CC BY 4.0")
            ], protection: OpenDataState.Protection(fewestFamilies: 5, source: "contoh"))
        let catalogue = OpenCatalogue(state)
        let value = try JSONValue(parsing: JSONWriter.bytes(of: catalogue))
        #expect(value["publishers"].items.map { $0["kabupaten_bps_code"].isNull } == [true])
        #expect(value["publishers"].items.map { $0["license"].text } == ["CC BY 4.0"])
        #expect(value["protection"]["fewest_families"].integer == 5)
        for dataset in value["datasets"].items {
            for part in [dataset] + dataset["columns"].items {
                for member in part.members where member.name.hasSuffix("_id") {
                    let other = part[String(member.name.dropLast(2)) + "en"]
                    #expect(member.value.isNull == other.isNull, "\(member.name)")
                    #expect(member.value.text?.isEmpty != true && other.text?.isEmpty != true, "\(member.name)")
                }
            }
        }
        let lines = String(decoding: catalogue.csv, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 1 + OpenDataset.allCases.reduce(0) { $0 + $1.columns.count })
        // Without a rule nothing is promised of one.
        let bare = try JSONValue(
            parsing: JSONWriter.bytes(of: OpenCatalogue(OpenDataState(publishers: [], protection: nil))))
        #expect(bare["protection"].isNull && bare["publishers"].items.isEmpty)
    }
}

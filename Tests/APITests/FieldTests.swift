import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct FieldTests {
    private let path = "/api/v1/action-plans/\(ActionPlan.ID.new())/interventions"

    @Test func allFaultsAtOnce() async throws {
        try await Client.run { client in
            let long = String(repeating: "x", count: 501)
            let answer = try await client.send(
                .post, path,
                """
                {"reference":" ","agency_code":7,"title":"\(long)","indicators":["A","A",3],"target_quantity":1.005,
                "unit":null,"starts_on":"2025-02-30","ends_on":"2025-12-01","a/b~c":1,"note":"\(long)",
                "funding":[{"source":"apbd","amount_idr":1.5},{"source":"csr","amount_idr":-1,"x":0},
                {"source":"csr","amount_idr":9007199254740992},3]}
                """)
            answer.expectProblem(.unprocessableContent, "invalid_request")
            #expect(
                answer.faults
                    == [
                        "/reference blank", "/agency_code wrong_type", "/title too_long", "/indicators/1 repeated",
                        "/indicators/2 wrong_type", "/target_quantity too_many_decimals", "/unit required",
                        "/starts_on not_a_day", "/funding/0/source not_in_list", "/funding/0/amount_idr wrong_type",
                        "/funding/1/amount_idr out_of_range", "/funding/1/x unknown_member",
                        "/funding/2/amount_idr out_of_range", "/funding/2/source repeated", "/funding/3 wrong_type",
                        "/a~1b~0c unknown_member",
                    ].sortedLike(answer.faults))
            #expect(answer.json["errors"].items[2]["value"].text?.count == 60)
            // Asked was only whether the caller may do this at all.
            #expect(client.ports.get { $0.accesses.isEmpty })
            #expect(client.ports.get(\.admissions) == [Permission(.create, .intervention)])
        }
    }

    @Test func aWholeIntervention() async throws {
        try await Client.run { client in
            let answer = try await client.send(
                .post, path,
                """
                {"reference":"SPH25-01","agency_code":"PUPR","title":"Bilik WC","indicators":["KKE-02","KKF-03"],
                "target_quantity":45.10,"unit":"unit","starts_on":"2025-08-01","ends_on":"2025-12-15",
                "funding":[{"source":"apbd_kabupaten","amount_idr":405e6}]}
                """)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/api/v1/interventions/\(answer.json["id"].text ?? "")")
            let draft = try #require(client.ports.get { $0.interventionDrafts.last })
            #expect(draft.targetQuantity == Hundredths(45_10))
            #expect(draft.funding == [Funding(source: .apbdKabupaten, amount: Rupiah(405_000_000))])
            #expect(draft.note == "" && draft.catalogueCode == nil)
        }
    }

    @Test func daysAreCompared() async throws {
        try await Client.run { client in
            let patch = #"{"starts_on":"2025-12-15","ends_on":"2025-08-01","catalogue_code":null,"note":null}"#
            let id = Intervention.ID.new()
            let answer = try await client.send(
                .patch, "/api/v1/interventions/\(id)", patch, headers: [.ifMatch: "\"1\""])
            #expect(answer.faults == ["/ends_on ends_before_it_starts"])
            _ = try await client.send(
                .patch, "/api/v1/interventions/\(id)", #"{"catalogue_code":null,"note":null}"#,
                headers: [.ifMatch: "\"1\""])
            let change = try #require(client.ports.get { $0.interventionChanges.last })
            #expect(change.catalogueCode == .clear && change.note == "" && change.title == nil)
        }
    }

    @Test(arguments: [
        ("{}", ["/desa_code required", "/year required"]),
        (#"{"desa_code":"63.02","year":"2025"}"#, ["/desa_code not_a_region_code", "/year wrong_type"]),
        (#"{"desa_code":"63.02.04.2001","year":2014}"#, ["/year out_of_range"]),
        (#"{"desa_code":"63.02.04.2001","year":2025.5}"#, ["/year wrong_type"]),
        (#"{"desa_code":"63.02.04.2001","year":1e30}"#, ["/year out_of_range"]),
        (
            #"{"desa_code":"63.02.04.2001","year":2025,"decree_on":"2025-01-01"}"#,
            ["/decree_number needs_both_or_neither"]
        ),
        (#"{"desa_code":"63.02.04.2001","year":2025,"decree_number":"1"}"#, ["/decree_on needs_both_or_neither"]),
        (#"{"desa_code":"63.02.04.2001","year":2025.0,"decree_number":null}"#, []),
    ])
    func lokus(body: String, faults: [String]) async throws {
        try await Client.run { client in
            let answer = try await client.send(.post, "/api/v1/lokus", body)
            #expect(answer.faults == faults)
            #expect(answer.status == (faults.isEmpty ? .created : .unprocessableContent))
        }
    }
}

extension [String] {
    /// The same elements in the order of `other`, as the order of faults is no promise.
    fileprivate func sortedLike(_ other: [String]) -> [String] {
        Set(self) == Set(other) && count == other.count ? other : self
    }
}

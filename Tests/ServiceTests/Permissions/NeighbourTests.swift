import Foundation
import Planning
import Testing
import Wire

/// What is somebody else's: another kabupaten's, another agency's, another village's.
@Suite struct NeighbourTests {
    @Test func anotherKabupatenFindsNothing() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let stranger = try await service.coordinator("63.10")
            // What is not for a coordinator is asked by whom it is for.
            let lead = try await service.client(.lead, "63.10")
            let leadership = try await service.client(.leadership, "63.10")
            let village = Client(
                url: service.url,
                token: try await service.database.token(.village, kabupaten: "63.10", desa: "63.10.11.2011").text)
            for route in Route.reading + Route.writing {
                let request = try await route.request(world)
                let client =
                    switch (route.resource, route.action) {
                    case ("target_family", _): lead
                    case _ where route.isOfVillage: village
                    case _ where route.isDecision: leadership
                    default: stranger
                    }
                let answer = try await client.send(route.method, request.path, request.body, request.headers)
                switch (route.method, route.path) {
                case (_, let path) where path.contains("{id}"): answer.expectProblem(404, "not_found")
                case ("POST", "action-plans"), ("POST", "interventions:batch"), ("POST", "reports:batch"),
                    ("POST", "reports:verify"):
                    answer.expectProblem(404, "not_found")
                // A lokus of others is told as one that is not there.
                case ("POST", "result-imports"): answer.expectProblem(422, "file_refused")
                case ("POST", "lokus"), ("POST", "invitations"):
                    answer.expectProblem(403, route.path == "lokus" ? "forbidden" : "role_is_ones_to_give")
                case ("POST", "budget-lines"): answer.expectProblem(403, "forbidden")
                case ("GET", "regions"), ("GET", "frameworks"), ("GET", "catalogue-items"):
                    answer.expect(200)
                case ("GET", "lokus"):
                    #expect(answer.expect(200).items.map(\.["kabupaten_code"].text) == ["63.10"])
                case ("GET", "events"): expectOwn(answer)
                case ("GET", "comparisons"):
                    #expect(answer.expect(200).items.map { $0["lokus"]["kabupaten_code"].text } == ["63.10"])
                case ("GET", "agencies"):
                    #expect(Set(answer.expect(200).items.map(\.["kabupaten_code"].text)) == ["63.10"])
                case ("GET", let path) where path.contains("{code}"): answer.expect(200)
                default: #expect(answer.expect(200).items.isEmpty, "\(route.testDescription)")
                }
            }
            let catalogue = try await stranger.get("catalogue-items?page_size=1000").expect(200)
            let agencies = Set(try await stranger.get("agencies").expect(200).items.compactMap(\.["code"].text))
            #expect(catalogue.items.allSatisfy { agencies.isSuperset(of: $0["agencies"].texts) })
            // A filter opens nothing either.
            #expect(try await stranger.get("lokus?kabupaten_code=63.02").expect(200).items.isEmpty)
            #expect(try await stranger.get("agencies?kabupaten_code=63.02").expect(200).items.isEmpty)
        }
    }

    /// A trail has something of every kabupaten: its own configuration.
    private func expectOwn(_ events: Answer) {
        let areas = Set(events.expect(200).items.map { $0["area_code"].text })
        #expect(areas == ["63.10"])
    }

    @Test func anotherAgencyWritesNothing() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let other = try await service.agency("DINKES")
            let tag = try await world.coordinator.tag("interventions/\(world.assigned)")
            try await other.post("interventions/\(world.assigned)/accept", nil, tag).expectProblem(403, "forbidden")
            try await other.report(world.accepted, Client.figures(2024, 2, 1, 1, 1)).expectProblem(403, "forbidden")
            let reportTag = try await world.coordinator.tag("reports/\(world.report)")
            try await other.patch("reports/\(world.report)", ["spent_idr": 7], reportTag)
                .expectProblem(403, "forbidden")
            // It reads them, as all offices of the kabupaten do, and nothing has changed.
            let intervention = try await other.get("interventions/\(world.assigned)").expect(200)
            #expect(intervention["state"].text == "assigned")
            #expect(try await other.get("reports/\(world.report)").expect(200)["spent_idr"].integer == 100)
            #expect(try await other.get("report-obligations").expect(200).items.isEmpty)
        }
    }

    @Test func aVillageSeesItsOwnOnly() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let village = try await service.client(.village)
            let lists = [
                ("lokus", "desa_code"), ("survey-rounds", "desa_code"), ("action-plans", "desa_code"),
                ("interventions", "desa_code"), ("report-obligations", "desa_name"),
            ]
            for (path, name) in lists {
                let items = try await village.get(path).expect(200).items
                #expect(!items.isEmpty)
                #expect(Set(items.map(\.[name].text)) == [name == "desa_code" ? World.desa : "Sampanahan"], "\(path)")
            }
            #expect(try await village.get("reports").expect(200).items.map(\.["id"].text) == [world.report])
            for path in [
                "lokus/\(world.otherLokus)", "lokus/\(world.otherLokus)/weak-indicators",
                "lokus/\(world.otherLokus)/comparison", "survey-rounds/\(world.otherRound)",
                "action-plans/\(world.otherPlan)", "interventions/\(world.otherIntervention)",
                "interventions/\(world.otherIntervention)/reports", "reports/\(world.otherReport)",
                "lokus/\(world.foreignLokus)",
            ] {
                try await village.get(path).expectProblem(404, "not_found")
            }
        }
    }

    @Test func aProvinceReadsAllItsKabupaten() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let province = try await service.client(.province)
            #expect(try await province.get("me").expect(200)["areas"].texts.sorted() == ["63.02", "63.10"])
            let lokus = try await province.get("lokus").expect(200).items.compactMap(\.["id"].text)
            #expect(Set(lokus) == [world.lokus, world.otherLokus, world.spareLokus, world.foreignLokus])
            try await province.get("lokus/\(world.foreignLokus)").expect(200)
            let agencies = try await province.get("agencies?page_size=1000").expect(200).items
            #expect(Set(agencies.map(\.["kabupaten_code"].text)) == ["63.02", "63.10"])
        }
    }

    /// What agencies say of their difficulties stays among those who act on it.
    @Test func aViewerReadsNoWords() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let viewer = try await service.client(.viewer)
            for route in Route.reading {
                let request = try await route.request(world)
                let answer = try await viewer.get(request.path)
                #expect(!answer.text.contains("Cuaca") && !answer.text.contains("Dipercepat"))
                #expect(!answer.text.contains("obstacles"))
            }
            let intervention = try await viewer.get("interventions/\(world.accepted)").expect(200)
            #expect(intervention["unverified"]["spent_idr"].integer == 100)
            let lead = try await service.client(.lead)
            #expect(try await lead.get("reports/\(world.report)").expect(200)["obstacles"].text == "Cuaca")
        }
    }
}

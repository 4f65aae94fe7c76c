import Foundation
import Planning
import Support
import Testing
import Wire

/// Whom an intervention is for, where and with whom: part of what it commits to, through plan, files and amendments.
@Suite struct InterventionScopeTests {
    private static let members: [(String, JSONValue)] = [
        ("target_group", "Keluarga tanpa jamban"), ("target_families", 45), ("target_people", 180),
        ("location", "RT 001, RT 002"), ("supporting_agencies", ["TPPKK", "DINKES"]),
    ]

    private static func draft(_ reference: String, _ members: [(String, JSONValue)] = members) -> JSONValue {
        guard case .object(let plain) = Client.intervention(reference) else { return .null }
        return .object(JSONObject(plain.members.map { ($0.name, $0.value) } + members))
    }

    private static func scope(_ value: JSONValue) -> [JSONValue] {
        ["target_group", "target_families", "target_people", "location", "supporting_agencies"].map { value[$0] }
    }

    private static let written: [JSONValue] = [
        "Keluarga tanpa jamban", 45, 180, "RT 001, RT 002", ["DINKES", "TPPKK"],
    ]
    private static let nothing: [JSONValue] = ["", nil, nil, "", []]

    @Test func whatIsSaidIsKeptChangedAndRemoved() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let path = "interventions/\(try await client.propose(world.plan, Self.draft("S-1")))"
            #expect(try await Self.scope(client.get(path).expect(200).json) == Self.written)
            let other = try await client.propose(world.plan, Client.intervention("S-2"))
            #expect(try await Self.scope(client.get("interventions/\(other)").expect(200).json) == Self.nothing)
            // What is not named stays, null removes, and what changes nothing makes no version.
            let one = try await client.change(path, ["target_people": nil, "location": "RT 003"]).expect(200)
            #expect(Self.scope(one.json) == ["Keluarga tanpa jamban", 45, nil, "RT 003", ["DINKES", "TPPKK"]])
            let same = try await client.change(path, ["supporting_agencies": ["TPPKK", "DINKES"]]).expect(200)
            #expect(same["version"] == one["version"])
            let none = try await client.change(
                path,
                [
                    "target_group": nil, "target_families": nil, "target_people": nil, "location": nil,
                    "supporting_agencies": nil,
                ]
            ).expect(200)
            #expect(Self.scope(none.json) == Self.nothing)
            _ = try await client.change(path, ["supporting_agencies": ["BAPPERIDA"]])
            try await client.change(path, ["supporting_agencies": ["DINKES"], "target_families": 7]).expect(200)
            let supported = try await client.get("interventions?plan_id=\(world.plan)&supporting_agencies=DINKES")
            #expect(supported.expect(200).items.map { $0["reference"].text } == ["S-1"])
        }
    }

    @Test func whatCannotBeIsRefused() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let path = "action-plans/\(world.plan)/interventions"
            for (members, pointer) in [
                ([("target_families", 0)], "target_families"), ([("target_people", 1_000_001)], "target_people"),
                ([("target_families", "45")], "target_families"), ([("location", 3)], "location"),
                ([("supporting_agencies", ["TPPKK", "TPPKK"])], "supporting_agencies/1"),
                ([("supporting_agencies", .array((0...20).map { .string("A\($0)") }))], "supporting_agencies"),
            ] as [([(String, JSONValue)], String)] {
                let refused = try await client.post(path, Self.draft("S-3", members))
                refused.expectProblem(422, "invalid_request")
                #expect(refused["errors"].items.map { $0["pointer"].text } == ["/" + pointer], "\(members)")
            }
            try await client.post(path, Self.draft("S-3", [("supporting_agencies", ["TIADA"])]))
                .expectProblem(409, "intervention_supporters_are_of_the_kabupaten")
            try await client.post(path, Self.draft("S-3", [("supporting_agencies", ["PUPR"])]))
                .expectProblem(422, "intervention_is_not_supported_by_its_own_agency")
            // Who helps is not who does it: it may not write what the other commits to.
            let id = try await client.propose(world.plan, Self.draft("S-4"))
            let helper = try await service.agency("DINKES")
            try await helper.patch(
                "interventions/\(id)", ["location": "RT 009"], try await helper.tag("interventions/\(id)")
            ).expectProblem(403, "forbidden")
        }
    }

    @Test func filesSayItToo() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let imports = "action-plans/\(world.plan)/intervention-imports"
            let header = "ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on"
            let row = "F-1,PUPR,Jamban,KKE-02,10,unit,APBD kabupaten,1000000,2024-01-01,2024-12-31"
            let scope = ",target_group,target_families,target_people,location,supporting_agencies\n"
            func send(_ text: String) async throws -> Answer {
                try await client.send("POST", imports, .csv(text), Client.key())
            }
            try await send(header + scope + row + ",Keluarga,45,180,RT 001,DINKES;TPPKK\n").expect(201)
            // A file without the columns, or with empty cells, takes nothing away.
            for text in [header + "\n" + row + "\n", header + scope + row + ",,,,,\n"] {
                #expect(try await send(text).expect(201)["same"].integer == 1)
            }
            #expect(try await send(header + scope + row + ",,46,,,\n").expect(201)["changed"].integer == 1)
            let found = try await client.get("interventions?plan_id=\(world.plan)&reference=F-1").expect(200)
            #expect(found.items.first.map(Self.scope) == ["Keluarga", 46, 180, "RT 001", ["DINKES", "TPPKK"]])
            let unknown = try await send(header + scope + row + ",,,,,DINKES;TIADA\n")
            unknown.expectProblem(422, "file_refused")
            #expect(
                unknown.fileFaults() == [
                    FileFault(line: 2, column: "supporting_agencies", value: "TIADA", code: "unknown_agency")
                ])
            let export = try await client.get("interventions?plan_id=\(world.plan)", ["Accept": "text/csv"])
            let again = try await send(export.expect(200).text).expect(201)
            #expect(again["same"].integer == again["rows_read"].integer)
        }
    }

    /// Two who amend the same intervention meet in what both change, and in nothing else.
    @Test func amendmentsSayItToo() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let id = try await client.propose(world.plan, Self.draft("S-5"))
            try await service.put(world.plan, into: "running")
            let leadership = try await service.client(.leadership)
            func amend(_ members: [(String, JSONValue)]) async throws -> String {
                let line: JSONValue = .object(
                    JSONObject([("kind", "change"), ("intervention_id", .string(id))] + members))
                let made = try await client.post(
                    "action-plans/\(world.plan)/amendments", ["reason": "APBD-P", "lines": [line]])
                let path = "amendments/\(made.expect(201).id)"
                try await client.post("\(path)/submit", nil, try await client.tag(path)).expect(200)
                return path
            }
            let place = try await amend([("location", "RT 007")])
            let helpers = try await amend([("supporting_agencies", ["TPPKK"])])
            let late = try await amend([("location", "RT 008")])
            let lines = try await client.get(place).expect(200)["lines"]
            #expect(lines.items.first?["changed"] == ["location"])
            for path in [place, helpers] {
                try await leadership.post("\(path)/approve", nil, try await leadership.tag(path)).expect(200)
            }
            try await leadership.post("\(late)/approve", nil, try await leadership.tag(late))
                .expectProblem(409, "amendment_meets_no_other_change")
            let now = try await client.get("interventions/\(id)").expect(200).json
            #expect(Self.scope(now) == ["Keluarga tanpa jamban", 45, 180, "RT 007", ["TPPKK"]])
            let matrix = try await client.get("action-plans/\(world.plan)/matrix").expect(200)
            let told = matrix["items"].items.first { $0["intervention"]["reference"].text == "S-5" }
            #expect(told.map { Self.scope($0["intervention"]) } == .some(Self.scope(now)))
        }
    }
}

import Planning
import Testing
import Wire

/// Lists in other forms, and rows with more or less than they have.
@Suite struct ExportTests {
    private func csv(_ answer: Answer) -> [[String]] { CSVRows.parse(answer.text) }

    @Test func everyListIsATableToo() async throws {
        try await Service.run { service in
            _ = try await World(service)
            let client = try await service.client(.province)
            for path in [
                "regions", "frameworks", "agencies", "catalogue-items", "lokus", "survey-rounds", "action-plans",
                "interventions", "reports", "report-obligations", "annual-evaluations",
            ] {
                let lines = try await client.get(path, ["Accept": "application/x-ndjson"]).expect(200)
                #expect(lines.headers["content-type"] == "application/x-ndjson; charset=utf-8")
                let rows = lines.text.split(separator: "\n").compactMap { try? JSONValue(parsing: Array($0.utf8)) }
                let answer = try await client.get(path, ["Accept": "text/csv"]).expect(200)
                #expect(answer.headers["content-type"] == "text/csv; charset=utf-8; header=present")
                #expect(answer.headers["content-disposition"] == "attachment; filename=\"\(path).csv\"")
                let table = csv(answer)
                #expect(!rows.isEmpty && table.count == rows.count + 1, "\(path)")
                let header = try #require(table.first)
                for (row, cells) in zip(rows, table.dropFirst()) {
                    #expect(cells.count == header.count, "\(path)")
                    for (name, cell) in zip(header, cells) {
                        guard let value = Self.value(name, of: row) else { continue }
                        #expect(CSVRows.unguarded(cell) == value, "\(path) \(name)")
                    }
                }
                // What JSON shows and one cell can hold has a column.
                for (name, value) in rows.flatMap(Self.members) where Self.isScalar(value) {
                    #expect(header.contains { $0 == name || $0.hasPrefix("\(name).") }, "\(path): \(name)")
                }
            }
        }
    }

    @Test func formulasAreDefused() async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.coordinator()
            let table = csv(try await client.get("interventions", ["Accept": "text/csv"]).expect(200))
            let header = try #require(table.first)
            let title = try #require(header.firstIndex(of: "title"))
            let note = try #require(header.firstIndex(of: "note"))
            #expect(Set(table.dropFirst().map { $0[title] }).contains("'=Bilik \"WC\""))
            #expect(Set(table.dropFirst().map { $0[note] }).contains("''-tanpa"))
            #expect(Set(table.dropFirst().map { $0[title] }).contains("Dua\nbaris"))
        }
    }

    @Test func partsOfRows() async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.coordinator()
            let path = "interventions?sort=reference&page_size=3"
            let few = try await client.get("\(path)&fields=reference,progress").expect(200).items
            #expect(few.allSatisfy { Self.members($0).map(\.0) == ["reference", "progress"] })
            let both = try await client.get("\(path)&fields=id&expand=lokus,plan").expect(200).items
            for row in both {
                #expect(Self.members(row).map(\.0) == ["id", "lokus", "plan"])
                let plain = try await client.get("interventions/\(row["id"].text ?? "")").expect(200)
                for (name, path) in [("lokus", "lokus"), ("plan", "action-plans")] {
                    let id = try #require(plain["\(name)_id"].text)
                    let whole = try await client.get("\(path)/\(id)").expect(200)
                    for (member, value) in Self.members(row[name]) where Self.isScalar(value) {
                        #expect(whole[member] == value, "\(name).\(member)")
                    }
                }
            }
            for list in ["reports", "report-obligations?state=in.(due,overdue,reported)"] {
                let mark = list.contains("?") ? "&" : "?"
                let rows = try await client.get("\(list)\(mark)expand=intervention,lokus,plan").expect(200).items
                #expect(!rows.isEmpty)
                #expect(rows.allSatisfy { $0["intervention"]["id"] == $0["intervention_id"] })
                #expect(rows.allSatisfy { $0["plan"]["id"] == $0["plan_id"] && !$0["lokus"]["id"].isNull })
            }
            let header = csv(try await client.get("reports?fields=id&expand=intervention", ["Accept": "text/csv"]))[0]
            #expect(header.prefix(2) == ["id", "intervention.id"] && header.contains("intervention.progress.quarter"))
        }
    }

    @Test func pagesOfFilesAndTags() async throws {
        try await Service.run { service in
            try await service.fillInterventions()
            let client = try await service.coordinator()
            let first = try await client.get("interventions?page_size=10", ["Accept": "text/csv"]).expect(200)
            #expect(csv(first).count == 11)
            let link = try #require(first.headers["link"]?.split(separator: ">").first?.dropFirst())
            let second = try await client.get(String(link), ["Accept": "text/csv"]).expect(200)
            #expect(csv(second).count == 11 && csv(second)[1] != csv(first)[1])
            let page = try await client.get("interventions").expect(200)
            #expect(page.etag.hasPrefix("W/\""))
            #expect(try await client.get("interventions", ["If-None-Match": page.etag]).status == 304)
            #expect(try await client.get("interventions", ["If-None-Match": "W/\"x\""]).status == 200)
            // A form that is liked less is not sent, and one that is liked alike is the first of ours.
            let mixed = try await client.get("lokus", ["Accept": "text/csv;q=0.5, application/x-ndjson;q=0.9"])
            #expect(mixed.headers["content-type"]?.hasPrefix("application/x-ndjson") == true)
            let any = try await client.get("lokus", ["Accept": "text/html, */*;q=0.1"])
            #expect(any.headers["content-type"]?.hasPrefix("application/json") == true)
        }
    }

    /// Refused before the first byte, so that nobody takes the beginning of an error for a file.
    @Test func filesAreRefusedWhole() async throws {
        try await Service.run { service in
            let form = ["Accept": "text/csv"]
            try await service.stranger.get("lokus", form).expectProblem(401, "unauthenticated")
            try await service.client(.viewer).get("reports", form).expectProblem(403, "forbidden")
            try await service.coordinator().get("lokus?x=1", form).expectProblem(422, "invalid_request")
            let none = "interventions/00000000-0000-7000-8000-000000000009/reports"
            try await service.coordinator().get(none, form).expectProblem(404, "not_found")
        }
    }

    private static func members(_ row: JSONValue) -> [(String, JSONValue)] {
        guard case .object(let object) = row else { return [] }
        return object.members.map { ($0.name, $0.value) }
    }

    private static func isScalar(_ value: JSONValue) -> Bool {
        if case .array(let items) = value { return items.allSatisfy { $0.text != nil } && !items.isEmpty }
        if case .object = value { return false }
        return !value.isNull
    }

    /// What a column shows of a row; nil where the column is made otherwise.
    private static func value(_ name: String, of row: JSONValue) -> String? {
        var value = row
        for part in name.split(separator: ".") {
            if case .array = value { return nil }
            value = value[String(part)]
        }
        switch value {
        case .null: return ""
        case .array(let items): return items.allSatisfy { $0.text != nil } ? value.texts.joined(separator: ";") : nil
        case .object: return nil
        default: return value.text ?? value.written()
        }
    }
}

/// Reads CSV (RFC 4180), only as far as these tests need it.
enum CSVRows {
    static func parse(_ text: String) -> [[String]] {
        var (rows, row, cell): ([[String]], [String], String) = ([], [], "")
        var isQuoted = false
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"": cell.unicodeScalars.append(rest.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted && rest.first == "\n":
                rest.removeFirst()
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    static func unguarded(_ cell: String) -> String {
        let rest = cell.drop { $0 == "'" }
        return cell.hasPrefix("'") && "=+-@\t\r".contains(rest.first ?? "x") ? String(cell.dropFirst()) : cell
    }
}

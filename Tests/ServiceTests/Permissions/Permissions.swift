import Foundation
import Planning
import Support
import Testing

/// `Config/permissions.csv`, read without the service's own reader.
struct Permissions {
    struct Cell {
        let states: [String]
        let conditions: [String]
    }

    /// By "role action resource".
    private let cells: [String: Cell]
    /// Every resource with an action.
    let all: Set<String>

    init() throws {
        let file = TestDatabase.root.appending(path: "Config/permissions.csv")
        var (cells, all): ([String: Cell], Set<String>) = ([:], [])
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
            let parts = line.split(separator: ",", omittingEmptySubsequences: false).map { part in
                part.split(separator: ";").map(String.init)
            }
            let (resource, action) = (try #require(parts[0].first), try #require(parts[1].first))
            all.insert("\(resource) \(action)")
            for role in parts[2] {
                cells["\(role) \(action) \(resource)"] = Cell(states: parts[3], conditions: parts[4])
            }
        }
        (self.cells, self.all) = (cells, all)
    }

    func cell(_ role: Caller.Role, _ action: String, _ resource: String) throws -> Cell? {
        try #require(all.contains("\(resource) \(action)"), "\(resource) \(action)")
        return cells["\(role.rawValue) \(action) \(resource)"]
    }

    /// Whether the role may do this at all.
    func allows(_ role: Caller.Role, _ action: String, _ resource: String) throws -> Bool {
        try cell(role, action, resource) != nil
    }

    /// Whether somebody of the role (of PUPR, of Sampanahan) may do this to what is PUPR's in Sampanahan.
    func allowsInWorld(_ role: Caller.Role, _ action: String, _ resource: String) throws -> Bool {
        guard let cell = try cell(role, action, resource) else { return false }
        return cell.conditions.allSatisfy { Reach(of: role).holds($0, agency: "PUPR", lokusIsOwn: true) }
    }
}

/// Whose somebody of a role is, as `Service.client` makes them.
struct Reach {
    static let officeOfTheProvince = "DPPPA-PROV"

    let kabupaten: Set<String>
    let agency: String?
    /// Whether the lokus of Sampanahan are the caller's own.
    let hasOwnLokus: Bool

    init(of role: Caller.Role) {
        kabupaten = [.province, .administrator].contains(role) ? ["63.02", "63.10"] : ["63.02"]
        agency =
            switch role {
            case .agency, .reporter: "PUPR"
            case .provincialAgency: Self.officeOfTheProvince
            default: nil
            }
        hasOwnLokus = [.village, .subdistrict].contains(role)
    }

    func holds(_ condition: String, agency: String, lokusIsOwn: Bool) -> Bool {
        switch condition {
        case "own_agency": self.agency == agency
        case "own_lokus": hasOwnLokus && lokusIsOwn
        // Whoever walks finds plans that are not approved; others are tried by themselves.
        case "open_plan": true
        default: false
        }
    }
}

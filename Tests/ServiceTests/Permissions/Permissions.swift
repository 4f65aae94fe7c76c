import Foundation
import Planning
import Support
import Testing

/// `Config/permissions.csv`, read without the service's own reader.
struct Permissions {
    private let roles: [String: Set<String>]

    init() throws {
        let file = TestDatabase.root.appending(path: "Config/permissions.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        roles = Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let cells = line.split(separator: ",").map(String.init)
                return ("\(cells[0]) \(cells[1])", Set(cells[2].split(separator: ";").map(String.init)))
            })
    }

    /// Every resource with an action.
    var all: Set<String> { Set(roles.keys) }

    func allows(_ role: Caller.Role, _ action: String, _ resource: String) throws -> Bool {
        try #require(roles["\(resource) \(action)"], "\(resource) \(action)").contains(role.rawValue)
    }
}

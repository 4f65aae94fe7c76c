import Foundation
import Testing
import Wire

/// What the service answered.
struct Answer: Sendable {
    let status: Int
    /// By lower-case name.
    let headers: [String: String]
    let bytes: [UInt8]
    /// As the test wrote it.
    let path: String

    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Null where there is no JSON.
    var json: JSONValue { (try? JSONValue(parsing: bytes)) ?? .null }
    subscript(name: String) -> JSONValue { json[name] }

    var id: String { json["id"].text ?? "" }
    var items: [JSONValue] { json["items"].items }
    var etag: String { headers["etag"] ?? "" }
    var location: String { headers["location"] ?? "" }
    var isReplay: Bool { headers["idempotent-replayed"] == "true" }
    var code: String { json["code"].text ?? "" }

    /// Records an issue, with what was answered, where the status is another one.
    @discardableResult
    func expect(_ status: Int, _ place: SourceLocation = #_sourceLocation) -> Answer {
        if self.status != status {
            Issue.record("\(path): \(self.status), not \(status): \(text.prefix(600))", sourceLocation: place)
        }
        return self
    }

    /// Checks that this is a problem of that code, whole in every member.
    @discardableResult
    func expectProblem(_ status: Int, _ code: String, _ place: SourceLocation = #_sourceLocation) -> Answer {
        expect(status, place)
        let faults = problemFaults(code)
        if !faults.isEmpty {
            Issue.record("\(path): \(faults.joined(separator: "; ")): \(text.prefix(600))", sourceLocation: place)
        }
        return self
    }

    /// What is wrong with this as a problem; `code` is not compared where it is nil.
    func problemFaults(_ code: String? = nil) -> [String] {
        var faults: [String] = []
        func check(_ holds: Bool, _ what: String) { if !holds { faults.append(what) } }
        let absolute = path.hasPrefix("/") ? path : "/api/v1/\(path)"
        check(headers["content-type"]?.hasPrefix("application/problem+json") == true, "Content-Type")
        check(self["status"].integer == status, "status")
        check(code == nil || self["code"].text == code, "code \(self.code)")
        check(self["type"].text == "/problems/\(self.code)", "type")
        check(self["title"].text?.isEmpty == false, "title")
        check(ProblemText.all[self.code] != nil, "no text of its own")
        check(self["detail"].text?.isEmpty == false, "detail")
        check(self["instance"].text == absolute.prefix { $0 != "?" }.description, "instance")
        check(self["request_id"].text == headers["request-id"] && headers["request-id"] != nil, "request_id")
        return faults
    }

    /// What a file's fault says, without its message.
    func fileFaults() -> [FileFault] {
        self["errors"].items.map { fault in
            FileFault(
                line: fault["line"].integer ?? -1, column: fault["column"].text, value: fault["value"].text ?? "-",
                code: fault["code"].text ?? "-")
        }
    }
}

struct FileFault: Hashable, Sendable {
    let line: Int
    let column: String?
    let value: String
    let code: String
}

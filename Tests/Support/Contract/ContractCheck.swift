package import Contract
import Dispatch
import Foundation
import Wire

/// Holds what a service answered against its contract.
package struct ContractCheck: Sendable {
    /// One request and its answer, as they were on the wire.
    package struct Exchange: Sendable {
        package var method: String
        /// Path and query.
        package var target: String
        package var requestType: String?
        package var requestBody: [UInt8]
        package var status: Int
        /// By lower-case name.
        package var headers: [String: String]
        package var body: [UInt8]

        package init(
            method: String, target: String, requestType: String? = nil, requestBody: [UInt8] = [], status: Int,
            headers: [String: String], body: [UInt8]
        ) {
            self.method = method
            self.target = target
            self.requestType = requestType
            self.requestBody = requestBody
            self.status = status
            self.headers = headers
            self.body = body
        }
    }

    /// What HTTP itself adds, and what only connections are concerned with.
    private static let transport: Set<String> = [
        "content-type", "content-length", "date", "connection", "transfer-encoding", "keep-alive",
    ]

    package let document: ContractDocument

    package init(_ document: ContractDocument) {
        self.document = document
    }

    /// That of the clone that the tests belong to. Read on a thread of its own: in a debug build it takes seconds, in
    /// which the deadlines of other tests run.
    package static var ours: ContractCheck { get async { await reading.value } }

    private static let reading = Task {
        await withCheckedContinuation { done in
            DispatchQueue.global().async { done.resume(returning: read()) }
        }
    }

    private static func read() -> ContractCheck {
        let file = TestDatabase.root.appending(path: "Contract/openapi.yaml")
        do {
            return ContractCheck(ContractDocument(try JSONValue(yaml: String(contentsOf: file, encoding: .utf8))))
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }

    /// Everything in which the exchange differs from the contract.
    package func faults(of exchange: Exchange) -> [String] {
        let path = exchange.target.prefix { $0 != "?" }
        guard let operation = operation(exchange.method == "HEAD" ? "GET" : exchange.method, String(path)) else {
            return faultsWithoutOperation(exchange)
        }
        let responses = operation.value["responses"]
        let own = responses[String(exchange.status)]
        let response = own.isNull ? responseOfEveryOperation(exchange.status) : document.resolved(own)
        guard !response.isNull else { return ["\(operation.id) does not document status \(exchange.status)"] }
        var faults = headerFaults(exchange, response) + bodyFaults(exchange, response)
        if (200..<300).contains(exchange.status) {
            faults += RequestCheck(document: document, operation: operation).faults(of: exchange)
        }
        return faults.map { "\(operation.id) \(exchange.status): \($0)" }
    }

    /// A path without parameters goes before one with them.
    package func operation(_ method: String, _ path: String) -> ContractDocument.Operation? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let fitting = document.operations.filter { operation in
            let names = operation.path.split(separator: "/", omittingEmptySubsequences: false)
            return operation.method == method && names.count == parts.count
                && zip(names, parts).allSatisfy { $0 == $1 || ($0.hasPrefix("{") && !$1.isEmpty) }
        }
        return fitting.min { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }
    }

    /// What every path answers to OPTIONS and to what it does not know.
    private func faultsWithoutOperation(_ exchange: Exchange) -> [String] {
        if exchange.method == "OPTIONS", exchange.status == 204 { return [] }
        let name = [400: "BadRequest", 401: "Unauthenticated", 404: "NotFound"][exchange.status]
        let response =
            name.map { document["#/components/responses/\($0)"] } ?? responseOfEveryOperation(exchange.status)
        guard !response.isNull else {
            return ["\(exchange.method) \(exchange.target): undocumented, and \(exchange.status)"]
        }
        return (headerFaults(exchange, response) + bodyFaults(exchange, response)).map {
            "\(exchange.method) \(exchange.target): \($0)"
        }
    }

    /// What is refused before an operation is known may be refused at any of them.
    private func responseOfEveryOperation(_ status: Int) -> JSONValue {
        document["#/components/responses"].members.first {
            $0.value["x-every-operation"].text == String(status)
        }?.value ?? .null
    }

    private func headerFaults(_ exchange: Exchange, _ response: JSONValue) -> [String] {
        let everywhere = document["#/components/headers"].members.compactMap { header in
            header.value["x-every-response"].text.map { (name: $0, value: header.value) }
        }
        let own = response["headers"].members.map { (name: $0.name, value: document.resolved($0.value)) }
        let documented = Dictionary((everywhere + own).map { ($0.name.lowercased(), $0.value) }) { $1 }
        var faults: [String] = []
        for (name, header) in documented {
            if let value = exchange.headers[name] {
                faults += SchemaCheck(document, isClosed: false).faults(
                    of: .string(value), by: header["schema"], at: "header \(name)")
            } else if header["required"].flag == true {
                faults.append("header \(name) is missing")
            }
        }
        for name in exchange.headers.keys where documented[name] == nil && !Self.transport.contains(name) {
            faults.append("header \(name) is not documented")
        }
        return faults
    }

    private func bodyFaults(_ exchange: Exchange, _ response: JSONValue) -> [String] {
        let contents = response["content"].members
        guard exchange.method != "HEAD" else { return exchange.body.isEmpty ? [] : ["HEAD has a body"] }
        guard !contents.isEmpty else { return exchange.body.isEmpty ? [] : ["a body that is not documented"] }
        let type = exchange.headers["content-type"] ?? ""
        guard let content = contents.first(where: { $0.name == type.prefix { $0 != ";" } }) else {
            return ["content type \(type) is not documented"]
        }
        if content.name == "application/x-ndjson" { return lineFaults(exchange, response) }
        guard content.name.hasSuffix("json") else { return [] }
        guard let value = try? JSONValue(parsing: exchange.body) else { return ["the body is no JSON"] }
        return SchemaCheck(document, isClosed: true).faults(of: value, by: content.value["schema"])
    }

    /// Each line is an item of the list as the same list in JSON has it.
    private func lineFaults(_ exchange: Exchange, _ response: JSONValue) -> [String] {
        let list = document.resolved(response["content"]["application/json"]["schema"])
        let item = list["properties"]["items"]["items"]
        return exchange.body.split(separator: UInt8(ascii: "\n")).flatMap { line in
            guard let value = try? JSONValue(parsing: Array(line)) else { return ["a line is no JSON"] }
            return SchemaCheck(document, isClosed: true).faults(of: value, by: item)
        }
    }
}

import Contract
import Foundation
import Wire

/// Whether a request that succeeded is one that the contract allows: else the contract promises less than is true, or
/// the service accepts more than it should.
struct RequestCheck {
    let document: ContractDocument
    let operation: ContractDocument.Operation

    func faults(of exchange: ContractCheck.Exchange) -> [String] {
        queryFaults(exchange) + bodyFaults(exchange)
    }

    private func queryFaults(_ exchange: ContractCheck.Exchange) -> [String] {
        let parameters = operation.value["parameters"].items.map(document.resolved).filter { $0["in"].text == "query" }
        let items = URLComponents(string: "http://service" + exchange.target)?.queryItems ?? []
        var faults: [String] = []
        for item in items where !item.name.isEmpty {
            guard let parameter = parameters.first(where: { $0["name"].text == item.name }) else {
                faults.append("parameter \(item.name) is not documented")
                continue
            }
            // An empty parameter is as good as none.
            guard let text = item.value?.replacing("+", with: " "), !text.isEmpty else { continue }
            let readings = [JSONValue.string(text)] + ((try? JSONValue(parsing: Array(text.utf8))).map { [$0] } ?? [])
            let tried = readings.map {
                SchemaCheck(document, isClosed: false).faults(of: $0, by: parameter["schema"], at: item.name)
            }
            if !tried.contains(where: \.isEmpty) { faults += tried[0] }
        }
        for parameter in parameters where parameter["required"].flag == true {
            let name = parameter["name"].text ?? ""
            if !items.contains(where: { $0.name == name }) { faults.append("went through without parameter \(name)") }
        }
        return faults
    }

    private func bodyFaults(_ exchange: ContractCheck.Exchange) -> [String] {
        let body = operation.value["requestBody"]
        guard !exchange.requestBody.isEmpty else {
            return body["required"].flag == true ? ["went through without a body"] : []
        }
        let type = String((exchange.requestType ?? "").prefix { $0 != ";" })
        let content = body["content"][type]
        guard !content.isNull else { return ["went through with a body of type \(type)"] }
        // There each item is judged for itself, and one that does not fit is told in the answer.
        guard type.hasSuffix("json"), !exchange.target.contains("atomic_mode=object") else { return [] }
        guard let value = try? JSONValue(parsing: exchange.requestBody) else { return ["went through without JSON"] }
        return SchemaCheck(document, isClosed: false).faults(of: value, by: content["schema"], at: "request")
    }
}

import Contract
import HTTPTypes
import Hummingbird
import Support
import Testing
import Wire

@testable import API

/// The router and the contract know the same operations: none undocumented, none promised and missing.
struct ContractTests {
    @Test func theContractHasEveryRouteAndNoOther() async {
        let router = buildRouter(ports: FakePorts())
        let routes = router.routes.filter { $0.method != .head }.map { "\($0.method.rawValue) \($0.path.description)" }
        let operations = await ContractCheck.ours.document.operations.map { "\($0.method) \($0.path)" }
        #expect(operations.count == Set(operations).count)
        for route in Set(routes).subtracting(operations).sorted() { Issue.record("not documented: \(route)") }
        for operation in Set(operations).subtracting(routes).sorted() { Issue.record("not there: \(operation)") }
        #expect(routes.count > 40)
    }
}

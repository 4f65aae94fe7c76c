internal import Contract
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

/// The contract, to anyone and in every form, and what leads to it.
struct ContractController {
    private let documents: Documents?
    private let contact: String?

    private struct Documents {
        let version: String
        let yaml, style: StaticDocument
        let json, page: LateDocument
    }

    private static let links = StaticDocument(
        Array(JSONValue.index.written().utf8), type: "application/json", headers: [.vary: "Accept"])

    init(configuration: APIConfiguration) {
        contact = configuration.securityContact
        documents = configuration.contract.map { contract in
            Documents(
                version: contract.version, yaml: StaticDocument(contract.yaml, type: "application/yaml"),
                style: StaticDocument(contract.style, type: "text/css"),
                json: LateDocument { StaticDocument(try contract.json(), type: "application/json") },
                page: LateDocument {
                    var headers = HTTPFields.page
                    headers[.contentLanguage] = "id"
                    return StaticDocument(try contract.page(), type: "text/html", headers: headers)
                })
        }
    }

    /// Who comes to the door: people get the page, programs are told what there is.
    @Sendable func index(_ request: Request, _ context: APIContext) throws -> Response {
        // To the router, and in `uri`, a path that cannot be decoded is an empty one.
        guard request.head.path?.prefix(while: { $0 != "?" }) == "/" else { throw Refusal.notFound }
        try request.refuseQuery()
        if request.wantsPage, let documents {
            var response = try documents.page.response(to: request)
            response.headers[.vary] = "Accept"
            return response
        }
        return Self.links.response(to: request)
    }

    @Sendable func yaml(_ request: Request, _ context: APIContext) throws -> Response {
        try found().yaml.response(to: request)
    }

    @Sendable func json(_ request: Request, _ context: APIContext) throws -> Response {
        try found().json.response(to: request)
    }

    @Sendable func page(_ request: Request, _ context: APIContext) throws -> Response {
        try found().page.response(to: request)
    }

    @Sendable func style(_ request: Request, _ context: APIContext) throws -> Response {
        try found().style.response(to: request)
    }

    @Sendable func version(_ request: Request, _ context: APIContext) throws -> Response {
        .json(JSONWriter.bytes(of: Versions(contract: try found().version)))
    }

    /// RFC 9727, as a link set of RFC 9264.
    @Sendable func catalog(_ request: Request, _ context: APIContext) -> Response {
        var response = Response.json(Array(JSONValue.catalog.written().utf8))
        response.headers[.contentType] = "application/linkset+json"
        return response
    }

    /// RFC 9116.
    @Sendable func securityContact(_ request: Request, _ context: APIContext) throws -> Response {
        guard let contact else { throw Refusal.notFound }
        let day: Int64 = 86_400_000_000
        let expires = Moment(microsecondsSince1970: (Moment.now.microsecondsSince1970 / day + 180) * day)
        let text = "Contact: \(contact)\nExpires: \(expires)\nPreferred-Languages: id, en\n"
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func found() throws -> Documents {
        guard let documents else { throw Refusal.notFound }
        return documents
    }
}

private struct Versions: JSONRepresentable {
    let contract: String

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", "selaras-server")
            json.member("version", ServiceVersion.current)
            json.member("contract_version", contract)
        }
    }
}

extension JSONValue {
    fileprivate static let index: JSONValue = [
        "name": "selaras-server",
        "links": [
            "docs": "/docs", "openapi": "/api/v1/openapi.json", "catalog": "/.well-known/api-catalog",
            "problems": "/problems", "limits": "/api/v1/limits", "open_data": "/api/v1/open-data",
            "version": "/version",
        ],
    ]

    fileprivate static let catalog: JSONValue = [
        "linkset": [
            [
                "anchor": "/api/v1",
                "service-desc": [
                    ["href": "/api/v1/openapi.json", "type": "application/json"],
                    ["href": "/api/v1/openapi.yaml", "type": "application/yaml"],
                ],
                "service-doc": [["href": "/docs", "type": "text/html"]],
            ]
        ]
    ]
}

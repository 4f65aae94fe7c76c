internal import Contract
internal import HTTPTypes
internal import Hummingbird
internal import Phrasing
internal import Planning
internal import Wire

/// What the `type` of a problem leads to: for programs in JSON, for people who follow it as a page.
struct ProblemController {
    private static let all = ProblemText.all.values.sorted { $0.code < $1.code }

    @Sendable func list(_ request: Request, _ context: APIContext) throws -> Response {
        try request.refuseQuery()
        return request.wantsPage ? .page(of: Self.all, to: request) : .problems(Self.all, to: request)
    }

    @Sendable func get(_ request: Request, _ context: APIContext) throws -> Response {
        try request.refuseQuery()
        guard let text = context.parameters.get("code").flatMap({ ProblemText.all[$0] }) else {
            throw Refusal.notFound
        }
        if request.wantsPage { return .page(of: [text], to: request) }
        let body = JSONWriter.bytes(of: ProblemPageRepresentation(text, in: request.language))
        return .json(body, headers: .said(to: request))
    }
}

extension Request {
    /// A browser names HTML first; a program that takes anything gets JSON.
    var wantsPage: Bool { headers[.accept]?.contains("text/html") ?? false }
}

extension HTTPFields {
    fileprivate static func said(to request: Request) -> HTTPFields {
        var headers: HTTPFields = [.vary: "Accept"]
        headers.say(request.language)
        return headers
    }
}

extension Response {
    fileprivate static func problems(_ texts: [ProblemText], to request: Request) -> Response {
        let list = texts.map { ProblemPageRepresentation($0, in: request.language) }
        return .json(JSONWriter.bytes(of: ProblemList(items: list)), headers: .said(to: request))
    }

    fileprivate static func page(of texts: [ProblemText], to request: Request) -> Response {
        let language = request.language
        let title = Wording(id: "Kode galat", en: "Problem codes")[language]
        let page = HTML.page(language: language.rawValue, title: title, style: "/docs/style.css") { html in
            html.element("article") { html in
                html.element("h1", title)
                html.element("dl") { html in
                    for text in texts { html.write(text, in: language) }
                }
                html.element("p") { html in
                    html.element("a", ["href": "/problems"], Wording(id: "Semua kode", en: "All codes")[language])
                }
            }
        }
        var headers = HTTPFields.said(to: request)
        headers[.contentType] = "text/html; charset=utf-8"
        headers.append(contentsOf: HTTPFields.page)
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }
}

extension HTML {
    fileprivate mutating func write(_ text: ProblemText, in language: Language) {
        element("dt") { html in
            html.write("\(text.title[language]) ")
            html.element("code", text.code)
        }
        element("dd", text.detail(in: language))
    }
}

/// There are some hundred, so the list has one page.
private struct ProblemList: JSONRepresentable {
    let items: [ProblemPageRepresentation]

    func write(to json: inout JSONWriter) {
        json.object { $0.member("items", items) }
    }
}

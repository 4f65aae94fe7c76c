internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

extension Request {
    /// Answers with a list: a page of it, or all of it as a file.
    ///
    /// - Parameters:
    ///   - narrow: What the list's own address says beside the query.
    ///   - read: The list of the store.
    func list<Field, Item: ListItem>(
        _ context: some CallingContext, _ configuration: APIConfiguration,
        narrow: (inout Listing<Field>) -> Void = { _ in }, _ read: (Access, Listing<Field>) -> Reading<Item>
    ) async throws -> Response {
        let wanted = try ListRequest<Field, Item>(
            self, context.access, key: configuration.pageTokenKey, narrow: narrow)
        let access = context.access.at(wanted.asOf)
        guard wanted.format != .json && !wanted.isPaged else {
            let reading = read(access, wanted.listing)
            let answer = try await Response.page(of: reading, wanted, to: self)
            let kind: Deed.Kind = wanted.format == .json ? .sensitiveRead : .export
            try await reading.note(kind, wanted.query.path, wanted.told)
            return answer
        }
        var (first, all) = (wanted.listing, wanted.listing)
        (first.size, all.size) = (1, nil)
        // What is forbidden or not there is said before the first byte, which cannot be taken back.
        let reading = read(access, first)
        _ = try await reading.page()
        try await reading.note(.export, wanted.query.path, wanted.told)
        return .file(of: read(access, all), wanted)
    }
}

extension ListRequest {
    /// What an event tells of the file. Not what somebody looked for in texts: an event is for good, and names and e-mails
    /// are not.
    fileprivate var told: [String: String] {
        let parameters = query.parameters.filter { $0.name != "page_token" }
        return ["format": format.fileExtension]
            .merging(parameters.map { ($0.name, Self.namesNobody($0.name) ? $0.value : "…") }) { "\($0)&\($1)" }
    }

    private static func namesNobody(_ parameter: String) -> Bool {
        guard let field = Field(rawValue: parameter) else {
            return ["sort", "fields", "page_size", "as_of"].contains(parameter)
        }
        return ![.text, .texts, .search, .subActivity].contains(field.kind) || parameter.hasSuffix("_code")
    }
}

extension Response {
    /// One page; where there is more, with the token and the link of the next.
    fileprivate static func page<Field, Item>(
        of reading: Reading<Item>, _ wanted: ListRequest<Field, Item>, to request: Request
    ) async throws -> Response {
        let page = try await reading.page()
        let token = page.next.map { PageToken(key: $0).text(of: wanted.identity) }
        let bytes =
            wanted.format == .json
            ? JSONWriter.bytes(of: ListRepresentation(page, nextPageToken: token, view: wanted.view))
            : ListBytes(wanted.view, wanted.format).whole(page.items)
        var headers: HTTPFields = [
            .contentType: wanted.format.contentType, .vary: "Accept",
            .eTag: "W/\(Representation.entityTag(of: bytes))",
        ]
        if let token { headers[.link] = "<\(wanted.query.link(to: token))>; rel=\"next\"" }
        if page.total != nil { headers[.preferenceApplied] = "count=exact" }
        return .tagged(bytes, headers, to: request)
    }

    /// The whole list, sent as it is read. One that breaks off ends the connection before its end is marked, so that
    /// nobody takes a part for the whole.
    fileprivate static func file<Field, Item>(
        of reading: Reading<Item>, _ wanted: ListRequest<Field, Item>
    ) -> Response {
        let name = wanted.query.path.split(separator: "/").last.map(String.init) ?? "data"
        let headers: HTTPFields = [
            .contentType: wanted.format.contentType, .vary: "Accept",
            .contentDisposition: "attachment; filename=\"\(name).\(wanted.format.fileExtension)\"",
        ]
        let (view, format) = (wanted.view, wanted.format)
        let body = ResponseBody { writer in
            var bytes = ListBytes<Item>(view, format)
            // The rows come one part after the other, and nobody else has the writer.
            nonisolated(unsafe) var writer = writer
            try await writer.write(ByteBuffer(bytes: bytes.head()))
            try await reading.forEach { rows in try await writer.write(ByteBuffer(bytes: bytes.part(rows))) }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}

extension Response {
    /// Something with rows: whole as JSON, or its rows as a file.
    static func table<Item: ListItem>(
        _ rows: [Item], of whole: some JSONRepresentable, _ format: ListFormat, to request: Request
    ) -> Response {
        let view = ListView(members: nil, expansions: [])
        let bytes =
            format == .json
            ? JSONWriter.bytes(of: whole) : ListBytes<Item>(view, format).whole(rows.map { Expanded($0) })
        return .computed(bytes, format, to: request)
    }

    /// What was computed for this request, in the form that it asks for.
    static func computed(_ bytes: [UInt8], _ format: ListFormat, to request: Request) -> Response {
        .tagged(
            bytes,
            [.contentType: format.contentType, .vary: "Accept", .eTag: Representation.entityTag(of: bytes)],
            to: request)
    }
}

/// Rows as the bytes of a file.
private struct ListBytes<Item: ListItem> {
    private let view: ListView
    private let table: CSVTable<Item>?
    private var csv = CSVWriter()
    private var json = JSONWriter()

    init(_ view: ListView, _ format: ListFormat) {
        self.view = view
        table = format == .csv ? CSVTable(view) : nil
    }

    mutating func head() -> [UInt8] {
        table?.writeHeader(to: &csv)
        return csv.take()
    }

    mutating func part(_ rows: [Expanded<Item>]) -> [UInt8] {
        if let table {
            for row in rows { table.write(row, to: &csv) }
            return csv.take()
        }
        for row in rows {
            json.write(row, view)
            json.endLine()
        }
        return json.take()
    }

    func whole(_ rows: [Expanded<Item>]) -> [UInt8] {
        var bytes = self
        return bytes.head() + bytes.part(rows)
    }
}

extension Query {
    /// Relative, so that it is right behind a proxy too.
    fileprivate func link(to token: String) -> String {
        let rest = parameters.filter { $0.name != "page_token" }.map { "\($0.name)=\(Self.encoded($0.value))&" }
        return "\(path)?\(rest.joined())page_token=\(token)"
    }

    private static func encoded(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

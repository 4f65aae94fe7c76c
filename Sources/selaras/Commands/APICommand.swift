internal import ArgumentParser
internal import NIOCore
internal import Wire

struct APICommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "api", Phrase("Kirim permintaan apa pun ke API layanan.", "Send any request to the service's API."),
            examples: [
                "selaras api GET /lokus -f year=2025 --paginate", "selaras api GET /me",
                "selaras api POST /lokus --input lokus.json",
                "selaras api GET /regions -f q=pulau -H \"Accept: text/csv\"",
            ],
            more: Phrase(
                "Alamat dihitung dari /api/v1, kecuali yang memuatnya sendiri atau diawali //, misalnya //version. Penambahan "
                    + "dan perubahan diberi Idempotency-Key bila belum ada. Jawaban ditulis apa adanya.",
                "Paths start below /api/v1, except those that name it or begin with //, as //version. What adds or changes "
                    + "gets an Idempotency-Key unless it has one. Answers are written as they come."))
    }

    @Argument(help: .of("GET, POST, PATCH, PUT, atau DELETE.", "GET, POST, PATCH, PUT or DELETE.", .method))
    var method: String

    @Argument(help: .of("Alamat, misalnya /lokus.", "Path, e.g. /lokus.", .path))
    var path: String

    @Option(
        name: [.customShort("f"), .customLong("field")],
        help: .of("Parameter alamat; boleh beberapa kali.", "A parameter of the query; may be repeated.", .field))
    var fields: [String] = []

    @Option(
        name: [.customShort("H"), .customLong("header")],
        help: .of("Header permintaan; boleh beberapa kali.", "A header of the request; may be repeated.", .header))
    var headers: [String] = []

    @Option(
        help: .of(
            "Isi permintaan dari berkas, atau - untuk masukan standar.", "The body from a file, or - for stdin.",
            .file), completion: .file())
    var input: String?

    @Flag(help: .of("Ambil semua halaman sebuah daftar.", "Fetch all pages of a list."))
    var paginate = false

    @Flag(
        name: .shortAndLong,
        help: .of("Tampilkan juga status dan header jawaban.", "Also show the status and headers of the answer."))
    var include = false

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"].contains(method.uppercased()) else {
            throw ValidationError(Phrase.badMethod(method).text)
        }
        for field in fields where !field.dropFirst().contains("=") {
            throw ValidationError(Phrase.badField(field).text)
        }
        for header in headers where !header.dropFirst().contains(":") {
            throw ValidationError(Phrase.badHeader(header).text)
        }
        if paginate, method.uppercased() != "GET" { throw ValidationError(Phrase.paginateReads.text) }
    }

    func run(in context: Context) async throws {
        let service = try context.service(common)
        if paginate { return try await showAllPages(service, context) }
        let method = OutgoingRequest.Method(name: method.uppercased())
        let upload = try input.map { path throws(Failure) in try Upload(path: path) }
        var headers = statedHeaders
        if !method.isReading { headers.addUnlessThere("Idempotency-Key", context.newKey()) }
        if let upload {
            let isCSV = upload.fileName.lowercased().hasSuffix(".csv")
            headers.addUnlessThere("Content-Type", isCSV ? "text/csv; charset=utf-8" : "application/json")
        }
        headers.addUnlessThere("Accept", "application/json")
        let response = try await service.send(
            method, address(extra: []), body: upload.map { .upload($0) } ?? .none, headers: headers)
        try context.console.writeOutput(shown(response))
    }

    private func showAllPages(_ service: Service, _ context: Context) async throws {
        var items: [JSONValue] = []
        var token: String?
        repeat {
            let extra = token.map { [("page_token", $0)] } ?? []
            var headers = statedHeaders
            headers.addUnlessThere("Accept", "application/json")
            let response = try await service.send(.get, address(extra: extra), body: .none, headers: headers)
            guard let page = try? JSONValue(parsing: response.body), case .array(let more) = page["items"] else {
                throw Failure.said(.notOurService(service.base), .failure)
            }
            items += more
            let next = page["next_page_token"].text
            guard next == nil || next != token else { throw Failure.said(.notOurService(service.base), .failure) }
            token = next
        } while token != nil
        let document = JSONValue.object(JSONObject([("items", .array(items))]))
        let text = document.written(pretty: context.console.isOutputTerminal)
        try context.console.writeOutput(Array((text + "\n").utf8))
    }

    private func address(extra: [(String, String)]) -> String {
        var pairs = fields.map { field in
            let sign = field.firstIndex(of: "=") ?? field.endIndex
            return (String(field[..<sign]), String(field[sign...].dropFirst()))
        }
        pairs += extra
        let base =
            path.hasPrefix("//")
            ? String(path.dropFirst())
            : path.hasPrefix("/api/") ? path : "/api/v1" + (path.hasPrefix("/") ? path : "/" + path)
        let query = pairs.map { Address.encoded($0.0) + "=" + Address.encoded($0.1) }.joined(separator: "&")
        guard !query.isEmpty else { return base }
        return base + (base.contains("?") ? "&" : "?") + query
    }

    private var statedHeaders: [(String, String)] {
        headers.map { header in
            let sign = header.firstIndex(of: ":") ?? header.endIndex
            return (header[..<sign].trimmed, header[sign...].dropFirst().trimmed)
        }
    }

    private func shown(_ response: IncomingResponse) -> [UInt8] {
        let body = response.body.isEmpty || response.body.last == 0x0A ? response.body : response.body + [0x0A]
        guard include else { return body }
        let head = ["HTTP \(response.status)"] + response.headers.map { "\($0.name): \($0.value)" } + [""]
        return Array(head.map { $0 + "\n" }.joined().utf8) + body
    }
}

extension [(String, String)] {
    fileprivate mutating func addUnlessThere(_ name: String, _ value: String) {
        guard !contains(where: { $0.0.lowercased() == name.lowercased() }) else { return }
        append((name, value))
    }
}

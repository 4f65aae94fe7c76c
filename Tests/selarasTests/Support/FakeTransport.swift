import NIOCore
import Synchronization
import Wire

@testable import selaras

/// The service as a list of answers by method and path; what was asked is kept.
final class FakeTransport: Transport {
    struct Asked: Sendable {
        let method: String
        let path: String
        let headers: [String: String]
        let body: String
    }

    typealias Answerer = @Sendable (Asked) throws(TransportFailure) -> IncomingResponse

    private let record = Mutex<[Asked]>([])
    private let answerer: Answerer

    init(_ answerer: @escaping Answerer) {
        self.answerer = answerer
    }

    /// Answers 200 with a document by `METHOD /path`, query left out; 404 for everything else.
    convenience init(_ documents: [String: String]) {
        self.init { asked in
            let path = asked.path.prefix { $0 != "?" }.dropFirst("/api/v1".count)
            guard let document = documents["\(asked.method) \(path)"] else {
                return Self.answer(404, #"{"title":"Tidak ditemukan","code":"not_found"}"#)
            }
            return Self.answer(200, document)
        }
    }

    static func answer(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> IncomingResponse {
        let all = ["ETag": "\"7\""].merging(headers) { $1 }
        return IncomingResponse(status: status, headers: all.map { ($0.key, $0.value) }, body: Array(body.utf8))
    }

    var asked: [Asked] { record.withLock { $0 } }

    func exchange(_ request: OutgoingRequest) async throws(TransportFailure) -> IncomingResponse {
        let asked = Asked(
            method: request.method.name, path: String(request.url.dropFirst("http://fake".count)),
            headers: Dictionary(request.headers.map { ($0.name, $0.value) }) { first, _ in first },
            body: try await Self.text(of: request.body))
        record.withLock { $0.append(asked) }
        let answer = try answerer(asked)
        guard let sink = request.sink, (200..<300).contains(answer.status) else { return answer }
        // In small pieces, as it comes from a network.
        for start in stride(from: 0, to: answer.body.count, by: 7) {
            let piece = answer.body[start..<min(start + 7, answer.body.count)]
            do { try sink(Array(piece)) } catch { throw .unwritable(.told(.failure)) }
        }
        guard answer.header("Broken") == nil else { throw .brokenOff }
        return IncomingResponse(status: answer.status, headers: answer.headers, body: [])
    }

    private static func text(of body: OutgoingRequest.Body) async throws(TransportFailure) -> String {
        switch body {
        case .none: return ""
        case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .upload(let upload):
            var text = ""
            do {
                for try await chunk in upload.chunks { text += String(buffer: chunk) }
            } catch {
                throw .unreachable(.other("\(error)"))
            }
            return text
        }
    }
}

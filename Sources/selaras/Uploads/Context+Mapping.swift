internal import Intake
internal import Measurement
internal import NIOCore
internal import Phrasing
internal import Wire

extension Context {
    /// The survey file that a mapping file makes of `upload`; nothing is sent where the table or the mapping has a fault.
    func mapped(
        _ upload: Upload, by path: String, _ framework: Framework, _ sending: ImportOptions, _ common: CommonOptions
    ) async throws -> Upload {
        try sending.report.map { path throws(Failure) in try FileText.requireWritable(path) }
        let text = try await Upload(path: path).whole(upTo: Self.mostMapping)
        do {
            let mapping = try SurveyMapping(text, framework: framework)
            let file = try TemporaryFile(environment)
            var conversion = SurveyConversion(framework: framework, mapping: mapping)
            for try await chunk in upload.chunks where !conversion.isStopped {
                try file.add(conversion.read(Array(chunk.readableBytesView)))
            }
            try file.add(conversion.finish())
            return try upload.replaced(by: file, mark: Fingerprint.of(String(decoding: text, as: UTF8.self)))
        } catch let refused as RefusedMapping {
            throw refusal(refused.faults, rows: 0, Phrase.mappingRefused(path), sending, common)
        } catch let refused as RefusedFile {
            throw refusal(refused.faults, rows: refused.rows, Phrase.tableRefused, sending, common)
        } catch TransportFailure.unreadableFile(let phrase) {
            throw Failure.said(phrase, .failure)
        }
    }

    /// A mapping file has a line a column or value; this is far more than anybody writes.
    private static let mostMapping = 1 << 20

    /// As the service refuses a file, so that people and programs read one form.
    private func refusal(
        _ faults: FaultList, rows: Int, _ title: Phrase, _ sending: ImportOptions, _ common: CommonOptions
    ) -> Failure {
        let refused = FaultDocument(faults: faults, rows: rows, title: title)
        keepRefusal(refused.value(in: language), sending, common)
        return refused.failure(in: language)
    }
}

/// The faults of a file that was never sent, in the form of the service's refusal.
struct FaultDocument {
    let faults: FaultList
    let rows: Int
    let title: Phrase

    init(faults: FaultList, rows: Int, title: Phrase) {
        (self.faults, self.rows, self.title) = (faults, rows, title)
    }

    init(_ fault: Fault, _ title: Phrase) {
        var faults = FaultList()
        faults.add(fault)
        self.init(faults: faults, rows: 0, title: title)
    }

    func failure(in language: Language) -> Failure { .problem(ServiceProblem(value(in: language))) }

    func value(in language: Language) -> JSONValue {
        let errors = faults.kept.map { fault in
            JSONValue.object(
                JSONObject([
                    ("line", .integer(fault.line)), ("column", fault.column.map { .string($0) } ?? .null),
                    ("value", .string(fault.value)), ("code", .string(fault.code.rawValue)),
                    ("message", .string(fault.message[language])),
                ]))
        }
        return .object(
            JSONObject([
                ("title", .string(title.text(in: language))), ("status", 422), ("code", "file_refused"),
                ("errors", .array(errors)), ("faults_total", .integer(faults.count)), ("rows_read", .integer(rows)),
            ]))
    }
}

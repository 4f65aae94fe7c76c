import Intake
import Measurement
import Planning
import Store

/// The files of the demonstration.
struct DemoFiles {
    let folder: String

    func interventions() throws -> [InterventionDraft] {
        try rows(DemoStory.interventionsFile, InterventionFile()).map(InterventionDraft.init)
    }

    func reports() throws -> [ReportRow] {
        try rows(DemoStory.reportsFile, ReportFile())
    }

    /// Feeds a survey file to the store as an upload would.
    func survey(_ name: String, _ framework: Framework, _ sink: any FamilySink) async throws -> SurveyFileSummary {
        let file = try FileBytes("\(folder)/\(name)")
        var feed = SurveyFeed(framework: framework, sink: sink)
        var digest = Digest()
        while let chunk = try file.next() {
            digest.add(chunk)
            feed.read(chunk)
            try await feed.flush()
        }
        let rows = try await feed.finish()
        if let refused = feed.refusal {
            throw refused.faults.kept.map { ConfigFault(name, $0) }.print(total: refused.faults.count, in: folder)
        }
        return SurveyFileSummary(sha256: digest.value, rowsRead: rows)
    }

    private func rows<Row>(_ name: String, _ reader: TableReader<Row>) throws -> [Row] {
        var reader = reader
        var rows: [Row] = []
        let bytes = try FileBytes.all(of: "\(folder)/\(name)")
        reader.read(bytes.span) { rows.append($0) }
        reader.finish { rows.append($0) }
        guard reader.faults.isEmpty else {
            throw reader.faults.kept.map { ConfigFault(name, $0) }.print(total: reader.faults.count, in: folder)
        }
        return rows
    }
}

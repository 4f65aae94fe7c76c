internal import Intake
internal import Phrasing
internal import Planning
internal import Wire

/// What a file of realisation is called in the reports that come from it.
struct RealisationOrigin: Sendable {
    let fileName: String
    /// SHA-256, in hexadecimal.
    let digest: String
    let period: PeriodOptions

    /// Kept with the report for whoever verifies it, in the language of the office.
    func basis(of item: RealisationMatch.Item) -> String {
        let parts = item.parts.map { part in
            let row = "baris \(part.row.line) (\(part.row.code)): \(Self.rupiah(part.amount))"
            guard part.isDivided else { return row }
            return row
                + " dari \(Self.rupiah(part.row.spentIDR ?? 0)), dibagi menurut alokasi \(Self.rupiah(part.share)) dari "
                + Self.rupiah(part.whole)
        }
        var sentences = ["Berkas \(fileName), SHA-256 \(digest), \(parts.joined(separator: "; "))."]
        if item.before > 0 { sentences.append("Ditambah realisasi tahun sebelumnya \(Self.rupiah(item.before)).") }
        if item.isKept {
            sentences.append(
                "Saat dibuat, fisik atau volume yang tidak ada dalam berkas diambil dari laporan terakhir.")
        }
        return String(sentences.joined(separator: " ").unicodeScalars.prefix(TextLength.prose))
    }

    static func rupiah(_ amount: Int) -> String { "Rp" + Language.indonesian.integer(amount) }
}

/// Sends what was matched: new reports together, all or none, and corrections one after the other.
struct RealisationSending: Sendable {
    private(set) var match: RealisationMatch
    let origin: RealisationOrigin
    let isSubmitted: Bool
    let write: WriteOptions
    let service: Service
    /// By intervention.
    private(set) var reports: [String: JSONValue] = [:]

    init(
        match: RealisationMatch, origin: RealisationOrigin, isSubmitted: Bool, write: WriteOptions, service: Service
    ) {
        (self.match, self.origin, self.isSubmitted) = (match, origin, isSubmitted)
        (self.write, self.service) = (write, service)
    }

    var isDraftStored: Bool { reports.values.contains { $0["state"].text == "draft" } }

    mutating func send() async throws {
        let items = match.items
        let new = items.filter { if case .new = $0.outcome { true } else { false } }
        guard new.count <= BatchOptions.most else { throw Failure.said(.tooManyRows(BatchOptions.most), .invalid) }
        if !new.isEmpty { try await report(new) }
        for item in items {
            if case .correction(let report) = item.outcome { try await correct(item, report) }
        }
    }

    private mutating func report(_ items: [RealisationMatch.Item]) async throws {
        let bodies = items.map { item in
            var body = figures(of: item)
            body["intervention_id"] = .string(item.intervention.id)
            body["budget_year"] = .integer(origin.period.year)
            body["quarter"] = .integer(origin.period.quarter)
            if !isSubmitted { body["draft"] = true }
            return JSONValue.object(body)
        }
        let sent: Resource
        do {
            sent = try await service.post(
                Address("reports:batch").with("dry_run", write.dryRun), ["items": .array(bodies)])
        } catch Failure.problem(let problem) {
            throw Failure.problem(problem.placed { [("place", .string(items[$0].intervention.reference))] })
        }
        let made = Batch(document: sent).representations
        // What the service has is what the file says, or somebody must know.
        guard made.count == items.count,
            zip(items, made).allSatisfy({ $0.spent == $1["spent_idr"].integer })
        else { throw Failure.said(.sumsDoNotAgree, .failure) }
        for (item, report) in zip(items, made) { reports[item.intervention.id] = report }
    }

    /// Only what the file says is written over, at the version that was looked at.
    private mutating func correct(_ item: RealisationMatch.Item, _ report: RealisationFacts.Report) async throws {
        let (id, reference) = (item.intervention.id, item.intervention.reference)
        do {
            let present = try await service.get(Address("reports", report.id))
            guard present.value["version"].integer == report.version else {
                return match.giveUp(reference, id, .changedMeanwhile, "")
            }
            let changed = try await service.patch(
                Address("reports", report.id).with("dry_run", write.dryRun), .object(figures(of: item)),
                version: present.etag)
            guard changed.value["spent_idr"].integer == item.spent else {
                throw Failure.said(.sumsDoNotAgree, .failure)
            }
            reports[id] = changed.value
        } catch Failure.problem(let problem) where problem.status == 412 {
            match.giveUp(reference, id, .changedMeanwhile, "")
        } catch Failure.problem(let problem) where (400..<500).contains(problem.status) && problem.status != 401 {
            match.giveUp(reference, id, .refused, problem.detail ?? problem.title ?? problem.code ?? "")
        }
    }

    private func figures(of item: RealisationMatch.Item) -> JSONObject {
        var body = JSONObject([("spent_idr", .integer(item.spent))])
        body["physical_percent"] = item.physical.flatMap(Self.decimal)
        body["quantity"] = item.quantity.flatMap(Self.decimal)
        body["basis"] = .string(origin.basis(of: item))
        return body
    }

    static func decimal(_ hundredths: Int) -> JSONValue? {
        JSONNumber("\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)").map { .number($0) }
    }
}

internal import LibPQ
internal import Measurement
internal import Planning

/// Puts a file of announced results beside its rounds, or makes rounds of it, in the transaction that reads it.
struct ResultMerge {
    let id: ResultReceipt.ID
    let request: ResultImportRequest
    /// Of the caller.
    let areas: [RegionCode]
    let transaction: Transaction

    /// One round of the file.
    fileprivate struct Key: Hashable {
        let lokus: Lokus.ID
        let purpose: SurveyRound.Purpose
    }

    fileprivate struct Target {
        let id: SurveyRound.ID
        let lokus: ResultGround.Lokus
        let purpose: SurveyRound.Purpose
        let scheme: ScoringScheme
        let isNew: Bool
        let hasFamilies: Bool
        /// Whether its result is already the announced one.
        let wasAnnounced: Bool
        /// As it is in the end.
        var basis: SurveyRound.Basis
        var figures: [PublishedFigure.Subject: PublishedFigure] = [:]
        var written: [PublishedFigure] = []
        var added = 0
        var lines = 0
    }

    func receipt(
        _ lines: [ResultLine], isDryRun: Bool, _ scheme: (Framework.ID) async throws -> ScoringScheme
    ) async throws -> ResultReceipt {
        let own = lines.enumerated().filter { !request.onlyOwnArea || isOwn($0.element) }
        let ground = try await ResultGround(Set(own.map(\.element.place)), transaction)
        var targets = try await targets(own.map(\.element), ground, scheme)
        try check(own, ground, targets)
        try await takeFigures(own.map(\.element), ground, &targets)
        for key in targets.keys where targets[key]?.hasFamilies == false {
            if let target = targets[key] { targets[key]?.basis = try target.announced().isOfTotals ? .totals : .values }
        }
        let kept = try await keepReceipts(targets, ignored: lines.count - own.count)
        try await write(Array(targets.values))
        return ResultReceipt(
            id: id, isDryRun: isDryRun, fileName: request.fileName, fileSHA256: request.fileSHA256,
            rowsRead: lines.count, added: targets.values.reduce(0) { $0 + $1.added },
            changed: targets.values.reduce(0) { $0 + $1.changed }, same: targets.values.reduce(0) { $0 + $1.same },
            ignored: lines.count - own.count, roundsMade: targets.values.count(where: \.isNew),
            rounds: targets.values.map(\.told).sorted { $0.order < $1.order }, importedAt: kept)
    }

    private func isOwn(_ line: ResultLine) -> Bool {
        RegionCode(line.desaCode)?.kabupaten.map(areas.contains) ?? false
    }

    /// The rounds that are there, and those that have to be made.
    private func targets(
        _ lines: [ResultLine], _ ground: ResultGround, _ scheme: (Framework.ID) async throws -> ScoringScheme
    ) async throws -> [Key: Target] {
        var targets: [Key: Target] = [:]
        for line in lines {
            guard let lokus = ground.lokus[line.place] else { continue }
            let key = Key(lokus: lokus.id, purpose: line.purpose)
            guard targets[key] == nil else { continue }
            let present = ground.rounds.first { $0.lokus == lokus.id && $0.purpose == line.purpose }
            let framework = try present?.framework ?? ground.framework(of: lokus, asked: request.framework)
            targets[key] = Target(
                id: present?.id ?? .new(), lokus: lokus, purpose: line.purpose, scheme: try await scheme(framework),
                isNew: present == nil, hasFamilies: present?.hasFamilies ?? false,
                wasAnnounced: present.map { $0.basis != .families } ?? false, basis: present?.basis ?? .values)
        }
        return targets
    }

    /// Throws all lines that cannot be placed.
    private func check(
        _ lines: [(offset: Int, element: ResultLine)], _ ground: ResultGround, _ targets: [Key: Target]
    ) throws {
        let refused = lines.compactMap { index, line -> RefusedResults.Line? in
            guard let lokus = ground.lokus[line.place],
                let target = targets[Key(lokus: lokus.id, purpose: line.purpose)]
            else { return RefusedResults.Line(index: index, reason: .unknownLokus) }
            guard let subject = target.subject(line.code) else {
                return RefusedResults.Line(index: index, reason: .unknownCode(target.scheme.framework.id))
            }
            if case .indicator = subject { return nil }
            return line.figure.totals == nil
                ? nil : RefusedResults.Line(index: index, reason: .totalsOfNoIndicator)
        }
        guard refused.isEmpty else { throw RefusedResults(lines: refused) }
    }

    private func takeFigures(
        _ lines: [ResultLine], _ ground: ResultGround, _ targets: inout [Key: Target]
    ) async throws {
        let present = try await transaction.pipeline(
            PublishedQueries.of(targets.values.filter { !$0.isNew }.map(\.id)))
        for key in targets.keys {
            guard let id = targets[key]?.id else { continue }
            let figures = (present[id] ?? []).map { ($0.subject, $0) }
            targets[key]?.figures = Dictionary(figures) { first, _ in first }
        }
        for line in lines {
            guard let lokus = ground.lokus[line.place] else { continue }
            targets[Key(lokus: lokus.id, purpose: line.purpose)]?.take(line)
        }
    }

    /// One a kabupaten, in the same order always; returns when.
    private func keepReceipts(_ targets: [Key: Target], ignored: Int) async throws -> Moment {
        let byKabupaten = Dictionary(grouping: targets.values, by: \.lokus.kabupaten)
        // Where nothing of the file was for the caller, the receipt is that of the caller's area all the same.
        let nowhere = areas.first.map { [$0.description] } ?? []
        let kabupaten = byKabupaten.isEmpty ? nowhere : byKabupaten.keys.sorted()
        var moment = Moment.now
        for code in kabupaten {
            let own = (byKabupaten[code] ?? []).sorted { $0.told.order < $1.told.order }
            let left = code == kabupaten.first ? ignored : 0
            func sum(_ count: KeyPath<Target, Int>) -> Int32 {
                Int32(clamping: own.reduce(0) { $0 + $1[keyPath: count] })
            }
            let statement: Statement = """
                insert into result_import (kabupaten_code, id, file_name, file_sha256, rows_read, rows_added,
                    rows_changed, rows_same, rows_ignored, rounds, rounds_made, imported_by)
                values (\(code), \(id.uuid), \(request.fileName), \(request.fileSHA256),
                    \(sum(\.lines) + Int32(clamping: left)), \(sum(\.added)), \(sum(\.changed)), \(sum(\.same)),
                    \(Int32(clamping: left)), \(own.map(\.id.uuid)), \(Int32(clamping: own.count(where: \.isNew))),
                    current_setting('selaras.principal')::uuid)
                returning imported_at
                """
            moment = try await transaction.pipeline(statement.one { row in try row.moment() })
        }
        return moment
    }

    /// By round id, so that events come in an order that does not depend on chance.
    private func write(_ targets: [Target]) async throws {
        for target in targets.sorted(by: { $0.id < $1.id }) {
            let writing = ResultWriting(
                round: target.id, lokus: target.lokus.id, kabupaten: target.lokus.kabupaten, importID: id)
            if target.isNew {
                try await transaction.pipeline(writing.make(target.scheme.framework.id, target.purpose))
            }
            if !target.written.isEmpty { try await transaction.pipeline(writing.put(target.written)) }
            guard !target.hasFamilies, !target.wasAnnounced || !target.written.isEmpty else { continue }
            let announced = try target.announced()
            _ = try await transaction.pipeline(
                writing.clearIndicators, writing.clearDimensions, writing.close(announced, as: target.basis),
                writing.putIndicators(announced, target.scheme.framework), writing.putDimensions(announced))
        }
    }
}

extension ResultMerge.Target {
    fileprivate var changed: Int { written.count - added }
    fileprivate var same: Int { lines - written.count }

    fileprivate var told: ResultReceipt.Round {
        ResultReceipt.Round(
            id: id, desaCode: lokus.place.desaCode, year: lokus.place.year, purpose: purpose, basis: basis)
    }

    fileprivate func subject(_ code: String) -> PublishedFigure.Subject? {
        if code == ResultLine.index { return .index }
        let framework = scheme.framework
        if let position = framework.dimensions.firstIndex(where: { $0.code == code }) { return .dimension(position) }
        return framework.indicators.firstIndex { $0.code == code }.map { .indicator($0) }
    }

    fileprivate mutating func take(_ line: ResultLine) {
        guard let subject = subject(line.code) else { return }
        let figure = PublishedFigure(
            subject: subject, figure: line.figure, source: line.source, publishedOn: line.publishedOn, updatedAt: .now)
        lines += 1
        guard let present = figures[subject] else {
            added += 1
            return put(figure)
        }
        let isSame =
            present.figure.saysTheSame(as: figure.figure) && present.source == figure.source
            && present.publishedOn == figure.publishedOn
        if !isSame { put(figure) }
    }

    private mutating func put(_ figure: PublishedFigure) {
        figures[figure.subject] = figure
        written.append(figure)
    }

    fileprivate func announced() throws -> AnnouncedRound {
        let result = PublishedResult(Array(figures.values))
        return try AnnouncedRound(
            scheme: scheme, indicators: result.indicators(scheme.framework), published: result.scores(scheme.framework))
    }
}

extension AnnouncedFigure {
    /// Also with as many decimals: 75.9 is another figure than 75.90.
    fileprivate func saysTheSame(as other: AnnouncedFigure) -> Bool {
        value?.description == other.value?.description && totals == other.totals
    }
}

extension ResultLine {
    fileprivate var place: ResultGround.Place { ResultGround.Place(desaCode: desaCode, year: year) }
}

extension ResultReceipt.Round {
    /// As text that sorts.
    fileprivate var order: String {
        let purposes = SurveyRound.Purpose.allCases
        return "\(desaCode) \(year) \(purposes.firstIndex(of: purpose) ?? 0)"
    }
}

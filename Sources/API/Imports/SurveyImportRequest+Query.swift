internal import Measurement
internal import Planning

extension SurveyImportRequest {
    /// Nil where `query` has found a fault.
    init?(_ query: inout Query, lokus: Lokus.ID) {
        let purpose = query.required("purpose", .word as TextFormat<SurveyRound.Purpose>)
        let design = query.optional("design", .word as TextFormat<SurveyRound.Design>)
        let families = query.optional("families_in_village", .integer(in: 1...1_000_000))
        let panel = query.optional("panel_of", .panel)
        let framework = query.framework()
        let from = query.optional("surveyed_from", .day)
        let until = query.optional("surveyed_until", .day)
        let replace = query.optional("replace", .flag) ?? false
        let strategy = query.optional("strategy", .word) ?? ImportStrategy.createAndUpdate
        // What is not in the file is removed only where all of the file is taken.
        if replace && strategy != .createAndUpdate {
            query.refuse("strategy", .notInList, strategy.rawValue, allowed: [ImportStrategy.createAndUpdate.rawValue])
        }
        let fileName = query.optional("file_name", .line) ?? SentFile.nameless
        if let from, let until, from > until {
            query.refuse("surveyed_until", .endsBeforeItStarts, until.description)
        }
        guard let purpose, query.faults.isEmpty else { return nil }
        self.init(
            lokusID: lokus, purpose: purpose, design: design, familiesInVillage: families, panelOf: panel,
            framework: framework, surveyedFrom: from, surveyedUntil: until, strategy: strategy,
            replacesAll: replace, fileName: fileName)
    }
}

extension TextFormat<SurveyImportRequest.Panel> {
    /// The purpose of another round of the same lokus, or a round's id.
    fileprivate static let panel = TextFormat(or: .notInList) { text in
        SurveyRound.Purpose(rawValue: text).map { .purpose($0) } ?? SurveyRound.ID(text).map { .round($0) }
    }
}

extension Query {
    /// A framework by both its code and its version.
    mutating func framework() -> Framework.ID? {
        let code = optional("framework", .line)
        let version = optional("framework_version", .integer(in: 1...Int(Int32.max)))
        switch (code, version) {
        case (let code?, let version?): return Framework.ID(code: code, version: version)
        case (nil, nil): return nil
        case (nil, _): refuse("framework", .needsBothOrNeither)
        case (_, nil): refuse("framework_version", .needsBothOrNeither)
        }
        return nil
    }
}

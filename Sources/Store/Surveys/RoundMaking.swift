internal import LibPQ
internal import Measurement
internal import Planning

/// Finds the round that a file goes into, or makes it.
struct RoundMaking {
    let request: SurveyImportRequest
    let transaction: Transaction

    struct Found {
        let id: SurveyRound.ID
        let kabupaten: String
        let framework: Framework.ID
        let isNew: Bool
        /// Whether it was known by announced results until this file.
        let wasAnnounced: Bool
    }

    /// The kabupaten of the lokus and the round that is there already, both locked.
    struct Ground {
        let kabupaten: String
        let present: SurveyRound?
    }

    func lock() async throws -> Ground {
        let (lokus, present) = try await transaction.pipeline(lokusKabupaten, presentRound)
        guard let kabupaten = lokus else { throw Refusal.notFound }
        return Ground(kabupaten: kabupaten, present: present)
    }

    func round(on ground: Ground, orMake newID: SurveyRound.ID) async throws -> Found {
        if let present = ground.present {
            try await correct(present)
            return Found(
                id: present.id, kabupaten: ground.kabupaten, framework: present.framework, isNew: false,
                wasAnnounced: present.basis != .families)
        }
        let framework = try await chooseFramework()
        try await make(newID, kabupaten: ground.kabupaten, framework: framework)
        return Found(id: newID, kabupaten: ground.kabupaten, framework: framework, isNew: true, wasAnnounced: false)
    }

    /// Its families are rows of their own; what they come to is the round's.
    static func nextVersion(of id: SurveyRound.ID) -> Query<Void> {
        let statement: Statement = "update survey_round set design = design where id = \(id.uuid)"
        return statement.void
    }

    /// Locked, so that two files for a new round wait for each other instead of both making it; not against being
    /// referred to, as plans and rounds of the lokus are made while an upload lasts.
    private var lokusKabupaten: Query<String?> {
        let statement: Statement = """
            select kabupaten_code from lokus where id = \(request.lokusID.uuid) for no key update
            """
        return statement.first { row in try row.next() }
    }

    /// Locked against closing while the file comes in.
    private var presentRound: Query<SurveyRound?> {
        let statement: Statement = """
            select \(unescaped: RoundQueries.columns) from survey_round r \(unescaped: RoundQueries.joins)
            where r.lokus_id = \(request.lokusID.uuid) and r.purpose = \(request.purpose.rawValue)
            for no key update of r
            """
        return statement.first(RoundQueries.round)
    }

    /// What the request states goes over what the round was made with: until it is closed a slip can be put right. Only
    /// the framework stays, as the answers are in its order.
    private func correct(_ round: SurveyRound) async throws {
        guard round.state == .open || round.basis != .families else {
            throw Refusal.conflict(rule: "round_closed_is_final")
        }
        guard (request.framework ?? round.framework) == round.framework else {
            throw Refusal.conflict(rule: "round_was_made_differently")
        }
        if round.basis != .families {
            // There are no families to change: the file would take the result away and put nothing in its place.
            guard request.strategy.adds else { throw Refusal.conflict(rule: "round_is_known_by_results_only") }
            try await open(round)
        }
        let design = request.design ?? round.design
        // A census speaks for the families that it lists, whatever a sample before it said.
        let before = design == .census ? nil : round.familiesInVillage
        let families = request.familiesInVillage ?? before
        let panel = try await panel(in: round.place.kabupatenCode) ?? round.panelOf
        let from = request.surveyedFrom ?? round.surveyedFrom
        let until = request.surveyedUntil ?? round.surveyedUntil
        let isSame =
            (design, families) == (round.design, round.familiesInVillage)
            && (from, until) == (round.surveyedFrom, round.surveyedUntil) && panel == round.panelOf
        if isSame { return }
        let update: Statement = """
            update survey_round set design = \(design.rawValue), families_in_village = \(families.map(Int32.init)),
                surveyed_from = \(from.map { PostgresDate($0) }), surveyed_until = \(until.map { PostgresDate($0) }),
                panel_of = \(panel?.uuid)
            where id = \(round.id.uuid)
            """
        try await transaction.pipeline(update.void)
    }

    /// The families of a round that was known by its announced result come after all: that stands beside them then.
    private func open(_ round: SurveyRound) async throws {
        let (kabupaten, id) = (round.place.kabupatenCode, round.id.uuid)
        let indicators: Statement = """
            delete from indicator_result where kabupaten_code = \(kabupaten) and round_id = \(id)
            """
        let dimensions: Statement = """
            delete from dimension_result where kabupaten_code = \(kabupaten) and round_id = \(id)
            """
        let update: Statement = """
            update survey_round set state = 'open', basis = 'families', closed_at = null, indicators_used = null,
                weak_count = null, ikk = null, category = null
            where kabupaten_code = \(kabupaten) and id = \(id)
            """
        _ = try await transaction.pipeline(indicators.void, dimensions.void, update.void)
    }

    private func chooseFramework() async throws -> Framework.ID {
        if let asked = request.framework { return asked }
        let used: Statement = """
            select framework_code, framework_version from survey_round
            where lokus_id = \(request.lokusID.uuid) order by created_at limit 1
            """
        let (others, newest) = try await transaction.pipeline(
            used.first { row in Framework.ID(code: try row.next(), version: try row.count()) },
            FrameworkChoice.newest)
        return try FrameworkChoice.of(asked: nil, others: others, newest: newest)
    }

    private func make(_ id: SurveyRound.ID, kabupaten: String, framework: Framework.ID) async throws {
        let found = try await panel(in: kabupaten)
        let insert: Statement = """
            insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design,
                families_in_village, panel_of, surveyed_from, surveyed_until)
            values (\(kabupaten), \(id.uuid), \(request.lokusID.uuid), \(framework.code), \(Int32(framework.version)),
                \(request.purpose.rawValue), \((request.design ?? .census).rawValue),
                \(request.familiesInVillage.map(Int32.init)), \(found?.uuid),
                \(request.surveyedFrom.map { PostgresDate($0) }), \(request.surveyedUntil.map { PostgresDate($0) }))
            """
        try await transaction.pipeline(insert.void)
    }

    /// The round that the families are of, where the request names one.
    private func panel(in kabupaten: String) async throws -> SurveyRound.ID? {
        let wanted: (purpose: String?, round: SurveyRound.ID?) =
            switch request.panelOf {
            case .purpose(let purpose): (purpose.rawValue, nil)
            case .round(let round): (nil, round)
            case nil: (nil, nil)
            }
        // Families are found again in the same village only, if in another programme year.
        let panelID: Statement = """
            select r.id from survey_round r
            join lokus theirs on theirs.kabupaten_code = r.kabupaten_code and theirs.id = r.lokus_id
            join lokus ours on ours.kabupaten_code = r.kabupaten_code and ours.id = \(request.lokusID.uuid)
                and ours.desa_code = theirs.desa_code
            where r.kabupaten_code = \(kabupaten) and r.basis = 'families' and (r.id = \(wanted.round?.uuid)::uuid
                or (r.lokus_id = ours.id and r.purpose = \(wanted.purpose)::text))
            """
        let found: SurveyRound.ID? = try await transaction.pipeline(panelID.first { row in try row.id() })
        if request.panelOf != nil && found == nil {
            throw Refusal.faults([DraftFault(pointer: "panel_of", code: .roundMissing, value: wanted.purpose)])
        }
        return found
    }
}

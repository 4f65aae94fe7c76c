internal import LibPQ
internal import Planning

/// How what an amendment says comes into its plan: by the statements that write every intervention.
extension Store {
    /// The amendment, once it is known that it could be written into its plan as it is now; nothing of that stays.
    ///
    /// - Parameter drafts: The lines that were sent, so that the refusal of one names it.
    func tried(
        _ id: PlanAmendment.ID, _ transaction: Transaction, sent drafts: [AmendmentLineDraft] = []
    ) async throws -> PlanAmendment {
        let amendment = try await read(id, transaction)
        try await transaction.simple("savepoint attempt")
        do {
            try await transaction.pipeline(AmendmentWriting.attempt(id))
            try await write(amendment, transaction)
        } catch let refused as RefusedLine where !drafts.isEmpty {
            guard let index = drafts.firstIndex(where: { $0.isOf(refused.line) }) else { throw refused.refusal }
            throw BatchRefusal(index: index, refusal: refused.refusal, in: "lines")
        } catch let refused as RefusedLine {
            throw refused.of(amendment)
        }
        // The role that wrote it goes with what was written.
        try await transaction.simple("rollback to savepoint attempt")
        return amendment
    }

    /// Writes every line into the plan, which is open to it in this transaction. Returns the amendment as it is then.
    func applied(
        _ id: PlanAmendment.ID, by caller: Caller, _ transaction: Transaction
    ) async throws -> PlanAmendment {
        let amendment = try await read(id, transaction)
        do {
            try await write(amendment, transaction)
        } catch let refused as RefusedLine {
            throw refused.of(amendment)
        }
        try await transaction.pipeline(act(as: caller.role))
        return try await read(id, transaction)
    }

    /// What is written is what somebody else decides on than who wrote it, so it is written with the rights of whoever keeps
    /// plans and, where an intervention is cancelled, of whoever decides on them; who acts stays who it is.
    private func write(_ amendment: PlanAmendment, _ transaction: Transaction) async throws {
        let ids = amendment.lines.compactMap(\.interventionID)
        let (_, found, _) = try await transaction.pipeline(
            InterventionWriting.lock(ids), InterventionQueries.all(ids), act(as: .leadership))
        let present = Dictionary(found.map { ($0.id, $0.made) }) { first, _ in first }
        // What is cancelled gives its shares of budget lines back before others take of them.
        for line in amendment.lines where line.kind == .cancel {
            try await line.refused {
                let about = try line.about(present)
                let moved = try await transaction.pipeline(
                    InterventionWriting.take(.cancel, about.id, at: about.stamp.version, reason: line.reason ?? ""))
                guard moved > 0 else { throw Refusal.conflict(rule: "intervention_follows_its_transitions") }
            }
        }
        _ = try await transaction.pipeline(act(as: .coordinator))
        for line in amendment.lines where line.kind == .change {
            try await line.refused {
                let about = try line.about(present)
                guard line.conflicts.isEmpty, let terms = line.applied else {
                    throw Refusal.conflict(rule: "amendment_meets_no_other_change")
                }
                _ = try await transaction.pipeline(
                    InterventionWriting.removeShares(of: about.id, except: terms.funding),
                    InterventionWriting.shrinkShares(of: about.id, to: terms.funding))
            }
        }
        for line in amendment.lines where line.kind == .change {
            try await line.refused {
                let about = try line.about(present)
                guard let terms = line.applied, terms != about.terms else { return }
                _ = try await write(terms, over: about, at: about.stamp.version, transaction)
            }
        }
        for line in amendment.lines where line.kind == .add {
            try await line.refused {
                guard let terms = line.after else { return }
                _ = try await insert(terms, in: amendment.planID, as: .new(), transaction)
            }
        }
    }
}

/// A line that cannot be written into the plan, and why.
private struct RefusedLine: Error {
    let line: PlanAmendment.Line
    let refusal: Refusal

    func of(_ amendment: PlanAmendment) -> BatchRefusal {
        BatchRefusal(
            index: amendment.lines.firstIndex { $0.reference == line.reference } ?? 0, refusal: refusal, in: "lines")
    }
}

extension PlanAmendment.Line {
    /// Names this line where `work` is refused.
    fileprivate func refused(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch {
            guard let refusal = Refusal(ofItem: error) else { throw error }
            throw RefusedLine(line: self, refusal: refusal)
        }
    }

    /// The intervention that it is about, while that goes on.
    fileprivate func about(_ present: [Intervention.ID: Intervention]) throws -> Intervention {
        guard let id = interventionID, let found = present[id],
            ![.cancelled, .carriedOver, .done].contains(found.state)
        else { throw Refusal.conflict(rule: "amendment_changes_what_goes_on") }
        return found
    }
}

extension AmendmentLineDraft {
    fileprivate func isOf(_ line: PlanAmendment.Line) -> Bool {
        switch self {
        case .change(let id, _), .cancel(let id, _): id == line.interventionID
        case .add(let draft): line.kind == .add && draft.reference == line.reference
        }
    }
}

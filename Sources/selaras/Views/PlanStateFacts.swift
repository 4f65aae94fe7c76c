internal import Phrasing
internal import Wire

/// Where a plan is, what comes next, by whom, and what of it the caller may do.
enum PlanStateFacts {
    static func of(_ plan: JSONValue, _ language: Language) -> [Fact] {
        var facts = [Fact(.state, Cell.text(plan["state"], .word(.planState), in: language))]
        if let reason = plan["state_reason"].text { facts.append(Fact(.returnReason, reason)) }
        let next = plan["next"].items.map { step in
            let roles = step["roles"].items.compactMap(\.text)
                .map { Vocabulary.role.text(for: $0, in: language) }
            return "\(deed(step["action"].text ?? "", language)) (\(roles.joined(separator: ", ")))"
        }
        if !next.isEmpty { facts.append(Fact(.nextSteps, next.joined(separator: "; "))) }
        facts += may(plan, language)
        let isOnRecord =
            ["meeting_on", "meeting_place", "meeting_minutes"].contains { plan[$0].text != nil }
            || !plan["meeting_participants"].items.isEmpty
        guard isOnRecord else { return facts }
        return facts + [
            Fact(.meetingOn, Cell.text(plan["meeting_on"], .day, in: language)),
            Fact(.meetingPlace, plan["meeting_place"].text),
            Fact(
                .meetingParticipants,
                plan["meeting_participants"].items.compactMap(\.text).joined(separator: "; ")),
            Fact(.meetingMinutes, plan["meeting_minutes"].text),
        ]
    }

    /// Of the steps alone: what else may be changed goes without saying.
    private static func may(_ plan: JSONValue, _ language: Language) -> [Fact] {
        let steps = plan["next"].items.compactMap { $0["action"].text }
        guard !plan["may"].isNull, !steps.isEmpty else { return [] }
        let allowed = steps.filter { plan["may"][$0]["allowed"].flag == true }
        let others = steps.filter { plan["may"][$0]["reason"].text == "author" }
        return [Fact(.may, allowed.isEmpty ? nil : allowed.map { deed($0, language) }.joined(separator: ", "))]
            + (others.isEmpty ? [] : [Fact(.mayNot, others.map { deed($0, language) }.joined(separator: ", "))])
    }

    private static func deed(_ action: String, _ language: Language) -> String {
        Vocabulary.deed.text(for: action, in: language)
    }
}

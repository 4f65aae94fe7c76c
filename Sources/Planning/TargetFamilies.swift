package import Measurement

/// Which families of somebody's own list an intervention against one indicator is for. The list passes by and is not kept.
package struct TargetFamilies: Sendable {
    /// What is asked.
    package struct Request: Sendable {
        /// More than a village has.
        package static let mostFamilies = 5000

        package let indicator: String
        /// As the surveyed families are named, each once.
        package let familyIDs: [String]

        package init(indicator: String, familyIDs: [String]) {
            self.indicator = indicator
            self.familyIDs = familyIDs
        }
    }

    /// What one family of the list answered.
    package struct Found: Hashable, Sendable {
        /// Its place in the list, from 0.
        package let position: Int
        package let rt: String
        package let answer: Answer

        package init(position: Int, rt: String, answer: Answer) {
            self.position = position
            self.rt = rt
            self.answer = answer
        }
    }

    /// One that lacks what the indicator asks for.
    package struct Lacking: Hashable, Sendable {
        package let familyID: String
        package let rt: String
        package let good: Int
        package let eligible: Int
    }

    /// How many of the list there are in one RT, and how many of them lack it.
    package struct Neighbourhood: Hashable, Sendable {
        package let rt: String
        package let asked: Int
        package let lacking: Int
    }

    package let round: SurveyRound
    package let indicator: Framework.Indicator
    package let asked: Int
    /// By RT, then as they were asked for.
    package let lacking: [Lacking]
    package let neighbourhoods: [Neighbourhood]
    package let good: Int
    package let notApplicable: Int
    package let unanswered: Int
    /// Those that were not surveyed under that id.
    package let unknown: [String]

    package init(round: SurveyRound, indicator: Framework.Indicator, request: Request, found: [Found]) {
        self.round = round
        self.indicator = indicator
        asked = request.familyIDs.count
        var (good, notApplicable, unanswered) = (0, 0, 0)
        var lacking: [Lacking] = []
        let ordered = found.sorted { ($0.rt, $0.position) < ($1.rt, $1.position) }
        for family in ordered {
            switch family.answer {
            case .missing: unanswered += 1
            case .notApplicable: notApplicable += 1
            case .counted(let units, let eligible) where units < eligible:
                lacking.append(
                    Lacking(
                        familyID: request.familyIDs[family.position], rt: family.rt, good: units, eligible: eligible))
            case .counted: good += 1
            }
        }
        (self.good, self.notApplicable, self.unanswered, self.lacking) = (good, notApplicable, unanswered, lacking)
        let lackingByRT = Dictionary(grouping: lacking, by: \.rt)
        neighbourhoods = Dictionary(grouping: ordered, by: \.rt).sorted { $0.key < $1.key }.map { rt, families in
            Neighbourhood(rt: rt, asked: families.count, lacking: lackingByRT[rt]?.count ?? 0)
        }
        let known = Set(found.map(\.position))
        unknown = request.familyIDs.indices.filter { !known.contains($0) }.map { request.familyIDs[$0] }
    }
}

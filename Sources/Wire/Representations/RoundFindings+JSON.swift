package import Measurement
package import Phrasing
package import Planning

extension QualityFinding.Kind: JSONRepresentable {}
extension QualityFinding.Severity: JSONRepresentable {}

/// Findings of a round with a sentence for each.
package struct WordedFindings: JSONRepresentable {
    private let found: RoundFindings
    private let message: @Sendable (QualityFinding) -> Wording

    package init(_ found: RoundFindings, message: @escaping @Sendable (QualityFinding) -> Wording) {
        self.found = found
        self.message = message
    }

    package func write(to json: inout JSONWriter) {
        let round = found.round
        json.object { json in
            json.lokus(round.lokusID, round.place)
            json.member("round") { json in
                json.member("id", round.id)
                json.member("purpose", round.purpose)
                json.member("state", round.state)
                json.member("closed_at", round.closedAt)
            }
            json.member("families_listed", found.families.listed)
            json.member("families_counted", found.families.counted)
            json.member("serious_count", found.findings.count { $0.severity == .serious })
            json.member("items", each: found.findings) { json, finding in
                json.object { json in json.members(of: finding, message(finding)) }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of finding: QualityFinding, _ message: Wording) {
        member("kind", finding.kind)
        member("severity", finding.severity)
        member("codes", finding.codes)
        member("rt", finding.rt)
        member("enumerator", finding.enumerator)
        member("count", finding.count)
        member("total", finding.total > 0 ? finding.total : nil)
        member("chance", finding.chance)
        member("message") { json in
            json.member("id", message[.indonesian])
            json.member("en", message[.english])
        }
    }
}

internal import Measurement
package import Planning

extension YearComparison: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("year", year)
            json.member("before", before)
            json.member("after", after)
            json.member("tested", tested)
            json.member("items", each: items) { json, compared in
                compared.item.write(to: &json, compared.verdict)
            }
        }
    }
}

extension YearComparison.Item {
    fileprivate func write(to json: inout JSONWriter, _ verdict: ComparedVillages.Verdict) {
        json.object { json in
            json.member("lokus") { json in
                json.member("id", lokusID)
                json.members(of: place)
                json.member("kabupaten_name", place.kabupatenName)
                json.member("kecamatan_name", place.kecamatanName)
            }
            json.member("before", before)
            json.member("after", after)
            json.member("obstacle", obstacle)
            json.member("kind", obstacle == nil ? (isPanel ? "panel" : "independent") : nil)
            json.member("bridged", isBridged)
            json.member("target_ikk", targets?.ikk)
            json.member("target_ikk_reached", targets?.isIKKReached)
            json.member("targets", targets?.declared)
            json.member("targets_reached", targets.flatMap { $0.isJudged ? $0.reached.values.count { $0 } : nil })
            json.member("ikk_change", change?.ikk.change)
            json.member("ikk_interval", change?.ikk.interval)
            json.member("ikk_standard_error", change?.ikk.standardError)
            json.member("ikk_p", change?.ikk.p)
            json.member("ikk_adjusted_p", verdict.adjustedP)
            json.member("ikk_absence", change?.ikk.absence)
            json.member("verdict", verdict.verdict)
            json.member("is_undecided_by_comparisons", verdict.isUndecidedByComparisons)
            json.member("improved", count(.improved))
            json.member("worsened", count(.worsened))
            json.member("cannot_tell", count(.cannotTell))
            json.member("not_comparable", count(.notComparable))
        }
    }
}

extension YearComparison.Round: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("round_id", id)
            json.member("framework_code", framework.code)
            json.member("framework_version", framework.version)
            json.member("ikk", ikk)
            json.member("category", category)
            json.member("basis", basis)
            json.member("weak_count", weakCount)
            json.member("families_counted", familiesCounted)
        }
    }
}

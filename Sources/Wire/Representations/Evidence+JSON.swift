package import Measurement

extension Interval: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("lower", lower)
            json.member("upper", upper)
        }
    }
}

extension PairedCells: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("families", families)
            json.member("both", both)
            json.member("after_only", afterOnly)
            json.member("before_only", beforeOnly)
            json.member("neither", neither)
            json.member("change", change)
            json.member("interval", interval)
            json.member("p", families > 0 ? midP : nil)
        }
    }
}

extension JSONWriter {
    /// How sure an indicator of one round is.
    mutating func members(of described: DescribedIndicator?) {
        member("interval", described?.interval)
        member("standard_error", described?.standardError)
        member("effective_size", described?.effectiveSize)
        member("relative_standard_error_percent", described?.relativeError?.percent)
        member("relative_standard_error_class", described?.relativeError?.class)
        member("certainty", described?.certainty)
        member("absence", described?.absence)
    }

    /// What the change of an indicator is worth.
    mutating func members(of change: IndicatorChange) {
        member("interval", change.test?.interval)
        member("p", change.test?.p)
        member("adjusted_p", change.adjustedP)
        member("verdict", change.verdict)
        member("reason", change.reason)
        member("is_target", change.isTarget)
        member("is_undecided_by_comparisons", change.isUndecidedByComparisons)
        member("correlation", change.test?.correlation)
        member("panel", change.cells)
    }

    /// How sure the change of a dimension is.
    mutating func members(of change: ValueChange) {
        member("interval", change.interval)
        member("standard_error", change.standardError)
        member("p", change.p)
        member("absence", change.absence)
    }

    /// The same of the index, in the object that compares two rounds.
    mutating func ikkMembers(of change: ValueChange) {
        member("ikk_interval", change.interval)
        member("ikk_standard_error", change.standardError)
        member("ikk_p", change.p)
        member("ikk_absence", change.absence)
    }

    /// What changed beside what changed without an intervention.
    mutating func members(of contrast: Contrast) {
        member("mean_change_with", contrast.treated)
        member("mean_change_without", contrast.others)
        member("indicators_with", contrast.treatedCount)
        member("indicators_without", contrast.otherCount)
        member("difference", contrast.difference.change)
        members(of: contrast.difference)
    }

    /// How two rounds were compared.
    mutating func method(of pair: RoundPair, _ change: RoundChange) {
        member("method") { json in
            json.member("basis", RoundChange.basis)
            json.member("kind", pair.panel == nil ? "independent" : "panel")
            json.member("families_in_either", pair.panel?.union)
            json.member("families_in_both", pair.panel?.matched)
            json.member("confidence_percent", 95)
            json.member("false_discovery_percent", 5)
            json.member("tested_targets", change.testedTargets)
            json.member("tested_others", change.testedOthers)
        }
    }
}

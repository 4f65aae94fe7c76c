import Foundation
import Testing
import Wire

/// Intervals, tests and verdicts against the reference: to 10^-6, p to 10^-6 of itself.
extension AcceptanceTests {
    func check(evidence round: JSONValue, _ expected: JSONValue) {
        let result = round["result"]
        #expect(close(result["ikk_standard_error"], expected["ikk_se"]))
        #expect(close(interval: result["ikk_interval"], expected["ikk_ci"]))
        for dimension in result["dimensions"].items {
            let wanted = expected["dimensions"][dimension["code"].text ?? ""]
            #expect(close(dimension["standard_error"], wanted["se"]), "\(dimension)")
            #expect(close(interval: dimension["interval"], wanted["ci"]), "\(dimension)")
        }
        for indicator in result["indicators"].items {
            let wanted = expected["indicators"][indicator["code"].text ?? ""]
            #expect(close(interval: indicator["interval"], wanted["ci"]), "\(indicator)")
            #expect(indicator["certainty"].text == wanted["certainty"].text, "\(indicator)")
            #expect(indicator["absence"].isNull == !indicator["interval"].isNull, "\(indicator)")
        }
    }

    func check(verdicts found: JSONValue, _ wanted: JSONValue, isPanel: Bool) {
        #expect(found["method"]["kind"].text == (isPanel ? "panel" : "independent"))
        #expect(found["method"]["tested_others"] == wanted["tested"])
        #expect(found["method"]["tested_targets"].integer == 0)
        #expect(close(found["ikk_standard_error"], wanted["ikk"]["se"]))
        #expect(close(interval: found["ikk_interval"], wanted["ikk"]["ci"]))
        #expect(near(found["ikk_p"], wanted["ikk"]["p"]))
        for dimension in found["dimensions"].items {
            let change = wanted["dimensions"][dimension["code"].text ?? ""]
            #expect(close(dimension["standard_error"], change["se"]), "\(dimension)")
            #expect(close(interval: dimension["interval"], change["ci"]), "\(dimension)")
            #expect(near(dimension["p"], change["p"]), "\(dimension)")
        }
        for (indicator, change) in zip(found["indicators"].items, wanted["indicators"].items) {
            let code = change["indicator"].text ?? ""
            #expect(close(interval: indicator["interval"], change["ci"]), "\(code)")
            #expect(near(indicator["p"], change["p"]), "\(code)")
            #expect(near(indicator["adjusted_p"], change["p_adjusted"]), "\(code)")
            #expect(indicator["verdict"].text == change["verdict"].text, "\(code)")
            if !change["correlation"].isNull {
                #expect(close(indicator["correlation"], change["correlation"]), "\(code)")
            }
            check(panel: indicator["panel"], change["panel"], code)
        }
    }

    private func check(panel found: JSONValue, _ wanted: JSONValue, _ code: String) {
        guard !wanted.isNull else { return #expect(found.isNull || found["families"].integer == 0, "\(code)") }
        for (name, cell) in [
            ("families", "n"), ("both", "r"), ("after_only", "s"), ("before_only", "t"), ("neither", "u"),
        ] {
            #expect(found[name] == wanted[cell], "\(name) of \(code)")
        }
        #expect(close(found["change"], wanted["change"]), "\(code)")
        #expect(close(interval: found["interval"], wanted["ci"]), "\(code)")
        #expect(near(found["p"], wanted["mcnemar_mid_p"]), "\(code)")
    }

    private func close(interval found: JSONValue, _ wanted: JSONValue) -> Bool {
        guard !wanted.isNull else { return found.isNull }
        return close(found["lower"], wanted.items[0]) && close(found["upper"], wanted.items[1])
    }

    /// To 10^-6 of itself.
    private func near(_ found: JSONValue, _ wanted: JSONValue) -> Bool {
        guard let number = wanted.number?.double else { return found.isNull }
        guard let other = found.number?.double else { return false }
        return abs(other - number) <= 1e-6 * max(abs(number), 1e-300)
    }
}

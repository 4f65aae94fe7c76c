import Foundation
import Support

/// Survey files: the invented villages of the reference computation, and rows for as many families as a test wants.
enum SurveyText {
    static let fixtures = TestDatabase.root.appending(path: "Tests/MeasurementTests/Fixtures")

    static func fixture(_ name: String) throws -> String {
        try String(contentsOf: fixtures.appending(path: name), encoding: .utf8)
    }

    /// The village of 24 families.
    static func kecil() throws -> String { try fixture("kecil-2024-baseline.csv") }

    static let columns = [
        "KLS-01", "KLS-02", "KLS-03", "KKF-01", "KKF-02", "KKF-03", "KKF-04", "KKF-05", "KKF-06", "KKE-01", "KKE-02",
        "KKE-03", "KKE-04", "KKE-05", "KKE-06", "KKE-07", "KKE-08", "KKSP-01", "KKSP-02", "KKSP-03", "KKSP-04",
        "KKSP-05", "KKSP-06", "KKSB-01", "KKSB-02", "KKSB-03", "KKSB-04", "KKSB-05", "KKSB-06",
    ]
    static let header = "family_id,rt,status," + columns.joined(separator: ",") + "\n"
    private static let persons: Set = ["KLS-02", "KKE-06", "KKE-08"]

    /// One row; `cells` replaces the answers to some indicators.
    static func row(_ id: String, status: String = "1", _ cells: [String: String] = [:]) -> String {
        let isCounted = status == "1" || status == "2"
        let answers = columns.map { cells[$0] ?? (!isCounted ? "" : persons.contains($0) ? "1/2" : "ya") }
        return "\(id),001,\(status)," + answers.joined(separator: ",") + "\n"
    }

    /// Header and a row for each number.
    static func families(_ numbers: some Sequence<Int>) -> String {
        header + numbers.map { row("F-\($0)") }.joined()
    }
}

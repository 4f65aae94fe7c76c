import Intake
import Measurement

extension TableReader {
    /// Everything that the bytes hold, fed in chunks of at most this many.
    mutating func all(_ bytes: [UInt8], chunk: Int = 1 << 16) -> [Row] {
        var result: [Row] = []
        var position = 0
        while position < bytes.count {
            let end = min(position + chunk, bytes.count)
            read(bytes.span.extracting(position..<end)) { result.append($0) }
            position = end
        }
        finish { result.append($0) }
        return result
    }

    mutating func all(_ text: String) -> [Row] { all(Array(text.utf8)) }
}

/// What a CSV file says, in comparable form.
struct ReadCSV: Equatable {
    struct Record: Equatable {
        var line: Int
        var number: Int
        var fields: [String]
        var flaw: CSVRecord.Flaw?
    }

    var records: [Record] = []
    var fault: Fault?

    /// Fed in chunks that end at these offsets.
    init(_ bytes: [UInt8], cuts: [Int] = [], limits: CSVReader.Limits = .init()) {
        var reader = CSVReader(limits: limits)
        do throws(Fault) {
            var start = 0
            for end in cuts + [bytes.count] {
                let chunk = bytes.span.extracting(start..<end)
                var position = 0
                while try reader.next(in: chunk, from: &position) { take(reader.record) }
                start = end
            }
            while try reader.finish() { take(reader.record) }
        } catch {
            fault = error
        }
    }

    init(_ text: String, limits: CSVReader.Limits = .init()) {
        self.init(Array(text.utf8), limits: limits)
    }

    private mutating func take(_ record: CSVRecord) {
        let fields = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
        records.append(Record(line: record.line, number: record.number, fields: fields, flaw: record.flaw))
    }
}

/// SplitMix64, so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Framework {
    /// One indicator of each kind: family and person, positive and negative.
    static let small = Framework(
        kinds: [
            ("KLS-01", .family, .positive), ("KKF-02", .family, .negative), ("KLS-02", .person, .positive),
            ("KKE-06", .person, .negative),
        ])

    init(kinds: [(code: String, unit: Indicator.Unit, direction: Indicator.Direction)]) {
        self.init(
            id: ID(code: "test", version: 1), title: "", status: .working, provenance: "",
            aggregation: .meanOfDimensions, weakBelow: 75, roundingDigits: 2, categories: [], dimensions: [],
            indicators: kinds.map {
                Indicator(
                    code: $0.code, dimension: "", nameID: "", nameEN: "", direction: $0.direction, unit: $0.unit,
                    eligible: "", sensitive: false, provenance: "")
            })
    }
}

package import Measurement
package import Planning

internal import struct FoundationEssentials.UUID

/// What has one JSON representation, the same everywhere.
package protocol JSONRepresentable {
    func write(to json: inout JSONWriter)
}

extension String: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(self) }
}

extension Int: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(Int64(self)) }
}

extension Double: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(self) }
}

extension Bool: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

extension Optional: JSONRepresentable where Wrapped: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.null() }
    }
}

extension Array: JSONRepresentable where Element: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.array { json in
            for element in self { element.write(to: &json) }
        }
    }
}

/// Enumerations are written as their raw values.
extension JSONRepresentable where Self: RawRepresentable<String> {
    package func write(to json: inout JSONWriter) { json.write(rawValue) }
}

extension Identifier: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        withUnsafeBytes(of: uuid.uuid) { json.write(hex: $0, hyphens: 1 << 4 | 1 << 6 | 1 << 8 | 1 << 10) }
    }
}

extension ShownValue: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(units: Int64(units), digits: digits) }
}

extension Hundredths: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(hundredths: count) }
}

extension Rupiah: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(amount) }
}

extension Moment: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(description) }
}

extension CalendarDay: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(description) }
}

extension RegionCode: JSONRepresentable {
    package func write(to json: inout JSONWriter) { json.write(description) }
}

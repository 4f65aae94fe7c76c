/// A document that was written before.
struct Document: JSONRepresentable {
    let text: String

    func write(to json: inout JSONWriter) {
        var text = text
        json.begin()
        text.withUTF8 { json.append(contentsOf: $0) }
    }
}

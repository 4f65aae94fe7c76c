internal import HTTPTypes
internal import Hummingbird
internal import Phrasing

extension Request {
    /// In which the client wants to read what is written for people.
    var language: Language { Language(accepting: headers[.acceptLanguage]) }
}

extension HTTPFields {
    /// In which language the answer is, and that another might have come.
    mutating func say(_ language: Language) {
        self[.contentLanguage] = language.rawValue
        append(HTTPField(name: .vary, value: "Accept-Language"))
    }
}

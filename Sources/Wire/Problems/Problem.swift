package import Phrasing
package import Planning

/// Why a request is not done, as clients read it (RFC 9457).
package struct Problem: JSONRepresentable, Hashable, Sendable {
    package enum Faults: Hashable, Sendable {
        case none
        /// All that is wrong with a body or a query.
        case members([DraftFault])
        /// The problem is that of one item of a batch: the JSON Pointer to it.
        case item(String)
        /// The first that are wrong with a file, and how many there are.
        case file([FileFault], total: Int, rowsRead: Int)
    }

    package let status: Int
    package let text: ProblemText
    /// In which title, detail and messages are written.
    package let language: Language
    /// The path that was asked for.
    package let instance: String
    package let requestID: String
    package let faults: Faults

    package init(
        status: Int, text: ProblemText, language: Language, instance: String, requestID: String,
        faults: Faults = .none
    ) {
        self.status = status
        self.text = text
        self.language = language
        self.instance = instance
        self.requestID = requestID
        self.faults = faults
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("type", "/problems/\(text.code)")
            json.member("title", text.title[language])
            json.member("status", status)
            json.member("detail", text.detail(in: language))
            json.member("instance", instance)
            json.member("code", text.code)
            json.member("request_id", requestID)
            switch faults {
            case .none: break
            case .members(let faults): json.member("errors", faults.map { Told($0, in: language) })
            case .item(let pointer):
                json.member("errors", each: [pointer]) { json, pointer in
                    json.object { json in
                        json.member("pointer", pointer)
                        json.member("code", text.code)
                        json.member("message", text.detail(in: language))
                    }
                }
            case .file(let faults, let total, let rowsRead):
                json.member("errors", faults.map { Told($0, in: language) })
                json.member("faults_total", total)
                json.member("rows_read", rowsRead)
            }
        }
    }
}

/// One thing wrong with a sent file.
package struct FileFault: Hashable, Sendable {
    package let line: Int
    /// Nil where the whole row or file is meant.
    package let column: String?
    package let value: String
    package let code: String
    package let message: Wording

    package init(line: Int, column: String?, value: String, code: String, message: Wording) {
        self.line = line
        self.column = column
        self.value = value
        self.code = code
        self.message = message
    }
}

/// A fault on its way to somebody who reads one language.
private struct Told: JSONRepresentable {
    let write: (inout JSONWriter) -> Void

    init(_ fault: FileFault, in language: Language) {
        write = { json in
            json.object { json in
                json.member("line", fault.line)
                json.member("column", fault.column)
                json.member("value", fault.value)
                json.member("code", fault.code)
                json.member("message", fault.message[language])
            }
        }
    }

    init(_ fault: DraftFault, in language: Language) {
        write = { json in
            json.object { json in
                json.member("pointer", fault.pointer)
                json.member("code", fault.code)
                json.member("message", fault.code.message[language])
                if let value = fault.value { json.member("value", value) }
                if !fault.allowed.isEmpty { json.member("allowed", fault.allowed) }
            }
        }
    }

    func write(to json: inout JSONWriter) {
        write(&json)
    }
}

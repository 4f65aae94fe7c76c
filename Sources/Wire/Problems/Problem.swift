package import Planning

/// Why a request is not done, as clients read it (RFC 9457).
package struct Problem: JSONRepresentable, Hashable, Sendable {
    package enum Faults: Hashable, Sendable {
        case none
        /// All that is wrong with a body or a query.
        case members([DraftFault])
        /// The first that are wrong with a file, and how many there are.
        case file([FileFault], total: Int, rowsRead: Int)
    }

    package let status: Int
    package let text: ProblemText
    /// The path that was asked for.
    package let instance: String
    package let requestID: String
    package let faults: Faults

    package init(status: Int, text: ProblemText, instance: String, requestID: String, faults: Faults = .none) {
        self.status = status
        self.text = text
        self.instance = instance
        self.requestID = requestID
        self.faults = faults
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("type", "/problems/\(text.code)")
            json.member("title", text.title)
            json.member("status", status)
            json.member("detail", text.detail)
            json.member("instance", instance)
            json.member("code", text.code)
            json.member("request_id", requestID)
            switch faults {
            case .none: break
            case .members(let faults): json.member("errors", faults)
            case .file(let faults, let total, let rowsRead):
                json.member("errors", faults)
                json.member("faults_total", total)
                json.member("rows_read", rowsRead)
            }
        }
    }
}

/// One thing wrong with a sent file.
package struct FileFault: JSONRepresentable, Hashable, Sendable {
    package let line: Int
    /// Nil where the whole row or file is meant.
    package let column: String?
    package let value: String
    package let code: String
    package let message: String

    package init(line: Int, column: String?, value: String, code: String, message: String) {
        self.line = line
        self.column = column
        self.value = value
        self.code = code
        self.message = message
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("line", line)
            json.member("column", column)
            json.member("value", value)
            json.member("code", code)
            json.member("message", message)
        }
    }
}

extension DraftFault: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("pointer", pointer)
            json.member("code", code)
            json.member("message", code.message)
            if let value { json.member("value", value) }
        }
    }
}

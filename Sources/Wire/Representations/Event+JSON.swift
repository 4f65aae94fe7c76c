package import Planning

extension Event.Action: JSONRepresentable, CSVCell {}

extension Event: ListItem {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("area_code", areaCode)
            json.member("number", number)
            json.member("occurred_at", occurredAt)
            json.member("action", action)
            json.member("subject", subject)
            json.member("subject_id", subjectID)
            json.member("principal_id", principalID)
            json.member("principal_name", principalName)
            json.member("account_id", accountID)
            json.member("session_id", sessionID)
            json.member("request_id", requestID)
            json.member("before", before.map(Document.init))
            json.member("after", after.map(Document.init))
            json.member("hash", hashText)
        }
    }

    package static let columns: [CSVColumn<Event>] = [
        CSVColumn("area_code") { $0.areaCode }, CSVColumn("number") { $0.number },
        CSVColumn("occurred_at") { $0.occurredAt }, CSVColumn("action") { $0.action },
        CSVColumn("subject") { $0.subject }, CSVColumn("subject_id") { $0.subjectID },
        CSVColumn("principal_id") { $0.principalID }, CSVColumn("principal_name") { $0.principalName },
        CSVColumn("account_id") { $0.accountID }, CSVColumn("session_id") { $0.sessionID },
        CSVColumn("request_id") { $0.requestID }, CSVColumn("before") { $0.before }, CSVColumn("after") { $0.after },
        CSVColumn("hash") { $0.hashText },
    ]

    private var hashText: String {
        hash.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

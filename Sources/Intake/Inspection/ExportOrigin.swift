/// What the columns that a program adds by itself tell about it.
struct ExportOrigin: Sendable {
    let origin: SurveyInspection.Origin
    private let columns: Set<String>

    init(_ names: [String], required: [String]) {
        let all = Set(names)
        columns = all
        let isRepeat = !all.isDisjoint(with: ["_parent_index", "_parent_table_name", "PARENT_KEY", "_submission__uuid"])
        let isODK = all.contains("KEY") && !all.isDisjoint(with: ["SubmissionDate", "meta-instanceID", "instanceID"])
        origin =
            if all.isSuperset(of: required) {
                .surveyFile
            } else if isRepeat {
                .repeatedGroup
            } else if all.isSuperset(of: ["_id", "_uuid"]) || all.isSuperset(of: ["_uuid", "_submission_time"]) {
                .koboToolbox
            } else if isODK {
                .odk
            } else {
                .other
            }
    }

    /// The column that tells submissions apart where no number of the family is there.
    var submission: String? { ["_uuid", "meta-instanceID", "instanceID", "KEY"].first(where: columns.contains) }

    /// Whether the program adds this column whatever is asked.
    func isItsOwn(_ name: String) -> Bool {
        switch origin {
        case .koboToolbox, .repeatedGroup: name.hasPrefix("_") || Self.device.contains(name)
        case .odk: Self.central.contains(name) || Self.device.contains(name)
        case .surveyFile, .other: false
        }
    }

    private static let device: Set = [
        "start", "end", "today", "deviceid", "username", "phonenumber", "simserial", "subscriberid", "audit",
        "background-audio", "formhub/uuid", "meta/instanceID", "meta/rootUuid",
    ]
    private static let central: Set = [
        "SubmissionDate", "KEY", "PARENT_KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent",
        "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion", "meta-instanceID",
        "meta-instanceName", "instanceID", "instanceName", "isValidated",
    ]
}

package import Logging
internal import Planning

/// What a log may say of an error. Its text may hold what somebody sent, so only those that say what is safe say more
/// than their type.
package struct Diagnosis {
    let fields: [String: String]

    package init(_ error: any Error) {
        fields = (error as? any Diagnosable)?.diagnosis ?? ["error": String(reflecting: type(of: error))]
    }

    package var metadata: Logger.Metadata { fields.mapValues { .string($0) } }
}

internal import Planning
internal import Secrets
internal import Wire

/// What somebody sends who begins to use a second factor.
struct EnrolmentFields {
    let password: PasswordText

    init?(_ fields: inout Fields) {
        guard let password = fields.required("current_password", .password) else { return nil }
        self.password = password
    }
}

/// What somebody sends who shows that they have it.
struct ConfirmationFields {
    let code: SecondFactorCode

    init?(_ fields: inout Fields) {
        guard let code = fields.required("second_factor_code", .secondFactorCode) else { return nil }
        self.code = code
    }
}

/// What somebody sends who changes it: all that signing in asks for.
struct SecondFactorChangeFields {
    let password: PasswordText
    let code: SecondFactorCode

    init?(_ fields: inout Fields) {
        let password = fields.required("current_password", .password)
        let code = fields.required("second_factor_code", .secondFactorCode)
        guard let password, let code else { return nil }
        self.password = password
        self.code = code
    }
}

extension FieldFormat<SecondFactorCode> {
    /// Never shown back.
    static let secondFactorCode = FieldFormat(isSecret: true) { value throws(ValueFault) in
        guard let text = value.text else { throw ValueFault(.wrongType) }
        guard let code = SecondFactorCode(text.inPlainBlanks) else { throw ValueFault(.notASecondFactorCode) }
        return code
    }
}

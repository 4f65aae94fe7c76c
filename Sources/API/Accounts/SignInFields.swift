internal import Planning
internal import Secrets
internal import Wire

/// What somebody sends to sign in.
struct SignInFields {
    let email: EmailAddress
    let password: PasswordText
    /// Another password from now on.
    let newPassword: PasswordText?
    /// Of a second factor, where the person has one.
    let code: SecondFactorCode?
    /// Where the token goes.
    let transport: SessionTransport

    init?(_ fields: inout Fields) {
        let email = fields.required("email", .email)
        let password = fields.required("password", .password)
        newPassword = fields.optional("new_password", .password)
        code = fields.optional("second_factor_code", .secondFactorCode)
        transport = fields.optional("transport", .transport) ?? .token
        guard let email, let password else { return nil }
        self.email = email
        self.password = password
    }
}

/// How a client keeps the token of its session.
enum SessionTransport: String, CaseIterable {
    /// It is in the answer, for programs.
    case token
    /// In a cookie, which no script of a page reads, for browsers.
    case cookie
}

/// What somebody sends who wants another password.
struct PasswordChangeFields {
    let current: PasswordText
    let new: PasswordText

    init?(_ fields: inout Fields) {
        let current = fields.required("current_password", .password)
        let new = fields.required("new_password", .password)
        guard let current, let new else { return nil }
        self.current = current
        self.new = new
    }
}

extension FieldFormat<EmailAddress> {
    static let email = FieldFormat { value throws(ValueFault) in
        guard let text = value.text else { throw ValueFault(.wrongType) }
        guard text.unicodeScalars.count <= EmailAddress.longest else { throw ValueFault(.tooLong) }
        guard let email = EmailAddress(text) else { throw ValueFault(.notAnEmail) }
        return email
    }
}

extension FieldFormat<SessionTransport> {
    fileprivate static let transport = FieldFormat.text(.word)
}

extension FieldFormat<PasswordText> {
    /// As it was typed, blanks and all; never shown back.
    static let password = FieldFormat(isSecret: true) { value throws(ValueFault) in
        guard let text = value.text else { throw ValueFault(.wrongType) }
        guard !text.isEmpty else { throw ValueFault(.blank) }
        guard text.unicodeScalars.count <= PasswordText.mostCharacters else { throw ValueFault(.passwordTooLong) }
        return PasswordText(text)
    }
}

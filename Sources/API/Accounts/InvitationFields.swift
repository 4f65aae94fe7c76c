internal import Planning
internal import Secrets
internal import Wire

extension InvitationDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let email = fields.required("email", .email)
        let name = fields.required("name", .line)
        let role = fields.required("role", .role)
        let kabupaten = fields.required("kabupaten_code", .text(.regionCode(depth: 2)))
        let agency = fields.optional("agency_code", .line)
        let desa = fields.optional("desa_code", .text(.regionCode(depth: 4)))
        let kecamatan = fields.optional("kecamatan_code", .text(.regionCode(depth: 3)))
        let letter = fields.optional("assignment_letter", .line)
        let (from, until) = (fields.optional("valid_from_on", .day), fields.optional("valid_until_on", .day))
        if let role, fields.faults.isEmpty {
            if role.isOfAgency != (agency != nil) { fields.refuse("agency_code", .needsBothOrNeither) }
            if (role == .village) != (desa != nil) { fields.refuse("desa_code", .needsBothOrNeither) }
            if (role == .subdistrict) != (kecamatan != nil) { fields.refuse("kecamatan_code", .needsBothOrNeither) }
            if (role == .auditor) != (letter != nil) { fields.refuse("assignment_letter", .needsBothOrNeither) }
            if role == .auditor, until == nil { fields.refuse("valid_until_on", .needsBothOrNeither) }
        }
        if let from, let until, until < from { fields.refuse("valid_until_on", .endsBeforeItStarts) }
        guard let email, let name, let role, let kabupaten, fields.faults.isEmpty else { return nil }
        self.init(
            email: email, name: name, role: role, kabupaten: kabupaten, agency: agency, desa: desa,
            kecamatan: kecamatan, assignmentLetter: letter, validFrom: from, validUntil: until)
    }
}

extension AccountCorrection {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let (name, email) = (fields.optional("name", .line), fields.optional("email", .email))
        // Something is to be put right.
        if name == nil, email == nil, fields.faults.isEmpty { fields.refuse("name", .required) }
        guard fields.faults.isEmpty else { return nil }
        self.init(name: name, email: email)
    }
}

/// What an invited person sends.
struct AcceptanceFields {
    let code: TokenSecret
    let password: PasswordText

    init?(_ fields: inout Fields) {
        let code = fields.required("code", .invitation)
        let password = fields.required("password", .password)
        guard let code, let password else { return nil }
        self.code = code
        self.password = password
    }
}

extension FieldFormat<Caller.Role> {
    /// One that somebody can hold.
    fileprivate static let role = FieldFormat { value throws(ValueFault) in
        guard let text = value.text else { throw ValueFault(.wrongType) }
        guard let role = Caller.Role(rawValue: text), role != .anybody else {
            let held = Caller.Role.allCases.filter { $0 != .anybody }.map(\.rawValue)
            throw ValueFault(.notInList, allowed: held)
        }
        return role
    }
}

extension FieldFormat<TokenSecret> {
    /// Never shown back, not even where a letter of it is wrong.
    fileprivate static let invitation = FieldFormat(isSecret: true) { value throws(ValueFault) in
        guard let text = value.text else { throw ValueFault(.wrongType) }
        guard let code = TokenSecret(text.inPlainBlanks, .invitation) else { throw ValueFault(.notACode) }
        return code
    }
}

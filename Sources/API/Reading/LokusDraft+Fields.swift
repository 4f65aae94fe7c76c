internal import Planning

extension LokusDraft {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let code = fields.required("desa_code", .text(.regionCode(depth: 4)))
        let year = fields.required("year", .integer(in: 2015...2100))
        let number = fields.optional("decree_number", .line)
        let day = fields.optional("decree_on", .day)
        let decree = fields.decree(number: number, on: day)
        guard let code, let year, fields.faults.isEmpty else { return nil }
        self.init(desaCode: code, year: year, decree: decree)
    }
}

/// A merge patch of a lokus's decree.
struct DecreeChange {
    let number: Change<String>
    let on: Change<CalendarDay>

    init(_ fields: inout Fields) {
        number = fields.change("decree_number", .line)
        on = fields.change("decree_on", .day)
    }

    /// The decree after the change; throws where only one half of it would be left.
    func applied(to decree: Lokus.Decree?) throws -> Lokus.Decree? {
        var fields = Fields()
        let changed = fields.decree(number: number.applied(to: decree?.number), on: on.applied(to: decree?.on))
        guard fields.faults.isEmpty else { throw Refusal.faults(fields.faults) }
        return changed
    }
}

extension Fields {
    /// Number and date together, or neither.
    fileprivate mutating func decree(number: String?, on day: CalendarDay?) -> Lokus.Decree? {
        switch (number, day) {
        case (let number?, let day?): return Lokus.Decree(number: number, on: day)
        case (nil, nil): break
        case (nil, _) where faults.isEmpty: refuse("decree_number", .needsBothOrNeither)
        case (_, nil) where faults.isEmpty: refuse("decree_on", .needsBothOrNeither)
        default: break
        }
        return nil
    }
}

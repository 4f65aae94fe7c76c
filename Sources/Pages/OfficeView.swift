internal import Measurement
internal import Phrasing
internal import Planning
internal import Wire

/// One office's sheet: what is red by its duty, what it does about it, what it owes, and its money.
struct OfficeView {
    struct DueRow {
        let dueReference, dueTitle, duePeriod, dueDay, dueState: String
    }

    struct LineRow {
        let lineCode, lineTitle, lineYear, lineAmount: String
    }

    let officeName: String
    let dutyRows: [WeakRow]
    let workRows: [WorkRow]
    let isToldOfReports: Bool
    let dueRows: [DueRow]
    let officeSources: [SourceRow]
    let officeBudget, officeOnLines: String
    let hasLines: Bool
    let lineRows: [LineRow]

    init(_ office: RakorPack.Office, _ pack: RakorPack, _ text: PackText) {
        let language = text.language
        let code = office.name.code
        let own = pack.matrix.entries.filter { $0.intervention.terms.agencyCode == code }
        let counted = own.filter(\.counts)
        let lines = counted.flatMap(\.lines)
        officeName = office.fullName
        dutyRows = pack.weak.filter { office.duties.contains($0.indicator.code) }.map { WeakRow($0, text) }
        workRows = own.map { WorkRow($0, text) }
        isToldOfReports = pack.toldOf.includes(code)
        dueRows = pack.due.filter { $0.agencyCode == code }.map { due in
            DueRow(
                dueReference: due.reference, dueTitle: due.title, duePeriod: language.period(due.period),
                dueDay: language.day(due.dueOn),
                dueState: due.state == .overdue
                    ? PackWords.overdue(language.integer(due.daysOverdue))[language] : PackWords.notReported[language])
        }
        officeSources = SourceRow.all(
            counted.flatMap(\.intervention.terms.funding), onLines: lines.map { ($0.source, $0.amount) }, text)
        officeBudget = text.amount(counted.reduce(.zero) { $0 + $1.intervention.terms.budget })
        officeOnLines = text.amount(lines.reduce(.zero) { $0 + $1.amount })
        hasLines = !lines.isEmpty
        lineRows = lines.map {
            LineRow(
                lineCode: $0.code?.description ?? text.absent, lineTitle: $0.title, lineYear: String($0.budgetYear),
                lineAmount: text.amount($0.amount))
        }
    }
}

/// An intervention in one row of an office's sheet.
struct WorkRow {
    let workReference, workTitle, workCodes, workVolume, workSchedule, workBudget, workState, workProgress: String

    init(_ entry: InterventionMatrix.Entry, _ text: PackText) {
        let terms = entry.intervention.terms
        workReference = terms.reference
        workTitle = terms.title
        workCodes = terms.indicators.isEmpty ? text.absent : terms.indicators.joined(separator: ", ")
        workVolume = text.volume(terms)
        workSchedule = text.schedule(terms)
        workBudget = text.amount(entry.budget)
        workState = text.state(entry.intervention)
        workProgress = text.progress(entry)
    }
}

/// What is to be applied for.
struct WishesView {
    struct WishRow {
        let wishDocument, workReference, workTitle, workCodes, wishAgency, workVolume, workSchedule, wishMissing: String
    }

    let wishRows: [WishRow]

    init(_ pack: RakorPack, _ text: PackText) {
        let offices = Dictionary(pack.offices.map { ($0.name.code, $0) }) { first, _ in first }
        wishRows = pack.matrix.entries.flatMap { entry in
            BudgetWish.all(
                of: entry, by: offices[entry.intervention.terms.agencyCode], in: pack.today.year
            ).map { wish in
                let work = WorkRow(entry, text)
                return WishRow(
                    wishDocument: PackWords.document(wish.document)[text.language], workReference: work.workReference,
                    workTitle: work.workTitle, workCodes: work.workCodes, wishAgency: entry.intervention.agencyName,
                    workVolume: work.workVolume, workSchedule: work.workSchedule,
                    wishMissing: wish.missing.map { text.amount($0) } ?? PackWords.toBeReckoned[text.language])
            }
        }
    }
}

/// To be signed by who came.
struct AttendanceView {
    struct Place {
        let attendanceNumber, attendanceOffice: String
    }

    private static let blankRows = 5

    let meetingDay, meetingPlace: String
    let attendanceRows: [Place]

    init(_ pack: RakorPack, _ text: PackText) {
        let meeting = MeetingText(pack, text)
        (meetingDay, meetingPlace) = (meeting.day, meeting.place)
        let names = pack.offices.map(\.fullName) + Array(repeating: "", count: Self.blankRows)
        attendanceRows = names.enumerated().map {
            Place(attendanceNumber: String($0.offset + 1), attendanceOffice: $0.element)
        }
    }
}

/// What was agreed, to be written and signed.
struct MinutesView {
    let meetingDay, meetingPlace, agreedDay: String
    let hasParticipants: Bool
    let participants: [String]
    let minutesText: String?
    let agreedLine: String
    let signers: [String]

    init(_ pack: RakorPack, _ text: PackText) {
        let language = text.language
        let meeting = MeetingText(pack, text)
        (meetingDay, meetingPlace) = (meeting.day, meeting.place)
        agreedDay = pack.plan.agreedOn.map(language.day) ?? MeetingText.blank
        participants = pack.plan.detail?.meeting.participants ?? []
        hasParticipants = !participants.isEmpty
        minutesText = pack.plan.detail?.meeting.minutes
        agreedLine =
            PackWords.agreement(
                language.integer(pack.plan.totals.interventions), language.rupiah(pack.plan.totals.budget))[language]
        signers =
            [PackWords.coordinator(pack.coordinatorOffice)[language]]
            + pack.offices.filter { $0.role == "lead" }.map(\.name.shortName)
            + [PackWords.headOfVillage(pack.plan.place.desaName, isDesa: text.isDesa)[language]]
    }
}

/// Where and when, as far as it is on record; otherwise room to write.
private struct MeetingText {
    static let blank = "................................"

    let day, place: String

    init(_ pack: RakorPack, _ text: PackText) {
        let meeting = pack.plan.detail?.meeting
        day = meeting?.on.map(text.language.day) ?? Self.blank
        place = meeting?.place ?? Self.blank
    }
}

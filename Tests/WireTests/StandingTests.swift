import Planning
import Testing
import Wire

/// What may be done with a thing follows from the cells of the role, who the caller is, and the thing itself.
@Suite struct StandingTests {
    private static let accepting = Permission(.accept, .intervention)
    private static let reporting = Permission(.create, .progressReport)

    @Test func eachReasonInItsOrder() {
        let cells = [
            PermissionCell(Self.accepting, in: ["assigned"], under: [.ownAgency]),
            PermissionCell(Self.reporting, under: [.ownAgency]), PermissionCell(Permission(.update, .intervention)),
        ]
        let own = Standing(cells: cells, agency: "PUPR", lokus: [])
        let other = Standing(cells: cells, agency: "DINKES", lokus: [])
        let nobody = Standing(cells: [], agency: "PUPR", lokus: [])
        let proposed = subject(.proposed)
        let assigned = subject(.assigned)
        #expect(own.refusal(of: Self.accepting, on: assigned) == nil)
        #expect(own.refusal(of: Self.accepting, on: proposed) == .state)
        // What the caller can never change comes before what another day may change.
        #expect(other.refusal(of: Self.accepting, on: proposed) == .condition(.ownAgency))
        #expect(nobody.refusal(of: Self.accepting, on: proposed) == .role)
        // The thing itself has states, too, even where the cell names none.
        #expect(own.refusal(of: Self.reporting, on: proposed) == .state)
        #expect(own.refusal(of: Self.reporting, on: assigned) == nil)
        #expect(other.refusal(of: Permission(.update, .intervention), on: proposed) == nil)
        #expect(own.has(Self.accepting) && !nobody.has(Self.accepting))
    }

    @Test func aCellCanBeNarrowerThanTheThing() {
        let cell = PermissionCell(Permission(.update, .intervention), in: ["proposed"])
        let standing = Standing(cells: [cell], agency: nil, lokus: [])
        #expect(standing.refusal(of: cell.permission, on: subject(.proposed)) == nil)
        #expect(standing.refusal(of: cell.permission, on: subject(.accepted)) == .state)
    }

    @Test func ownLokusAreThoseOfTheCaller() throws {
        let reading = PermissionCell(Permission(.update, .lokus), under: [.ownLokus])
        let (mine, other) = (Lokus.ID.new(), Lokus.ID.new())
        let standing = Standing(cells: [reading], agency: nil, lokus: [mine])
        #expect(standing.refusal(of: reading.permission, on: Standing.Subject(lokusID: mine)) == nil)
        #expect(
            standing.refusal(of: reading.permission, on: Standing.Subject(lokusID: other)) == .condition(.ownLokus))
        #expect(standing.refusal(of: reading.permission, on: Standing.Subject(lokusID: nil)) == .condition(.ownLokus))
    }

    @Test func whatIsNeededCanBeSaid() {
        for resource in Permission.Resource.allCases {
            for action in Permission.Action.allCases {
                let permission = Permission(action, resource)
                #expect(!permission.needs.contains(permission), "\(permission)")
                #expect(permission.conditions.isEmpty || resource != .openData)
            }
        }
    }

    @Test func itIsToldWithItsReason() {
        let may = May([.init(.accept, nil), .init(.assign, .state), .init(.importSurvey, .condition(.ownLokus))])
        #expect(
            Samples.text(may) == """
                {"accept":{"allowed":true},"assign":{"allowed":false,"reason":"state","message":{"id":\
                "Tindakan ini tidak dapat dilakukan dalam keadaan sekarang.","en":\
                "This cannot be done in its present state."}},"import_survey":{"allowed":false,"reason":"condition",\
                "message":{"id":"Tindakan ini hanya berlaku untuk lokus di wilayah Anda sendiri.","en":\
                "This is only for lokus within your own village or kecamatan."}}}
                """)
    }

    private func subject(_ state: Intervention.State) -> Standing.Subject {
        Intervention(
            id: Samples.id(6), planID: Samples.id(5), lokusID: Samples.id(1), place: Samples.place,
            agencyName: "Dinas Pekerjaan Umum", terms: Samples.terms, state: state, assignedOn: nil, acceptedOn: nil,
            progress: nil, stamp: Samples.stamp
        ).subject
    }
}

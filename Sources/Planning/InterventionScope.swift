/// Whom an intervention is for, where in the village, and who helps its agency.
package struct InterventionScope: Hashable, Sendable {
    /// In words, and nobody's name; empty where it is not said, as the place.
    package var targetGroup: String
    package var targetFamilies: Int?
    package var targetPeople: Int?
    /// As far down as the RT.
    package var location: String
    /// Codes, each once; they owe no report.
    package var supportingAgencies: [String]

    package static let familiesRange = 1...100_000
    package static let peopleRange = 1...1_000_000
    package static let mostSupporters = 20

    package init(
        targetGroup: String = "", targetFamilies: Int? = nil, targetPeople: Int? = nil, location: String = "",
        supportingAgencies: [String] = []
    ) {
        self.targetGroup = targetGroup
        self.targetFamilies = targetFamilies
        self.targetPeople = targetPeople
        self.location = location
        self.supportingAgencies = Set(supportingAgencies).sorted()
    }

    /// With what the other says where this says nothing.
    package func completed(by other: InterventionScope) -> InterventionScope {
        InterventionScope(
            targetGroup: targetGroup.isEmpty ? other.targetGroup : targetGroup,
            targetFamilies: targetFamilies ?? other.targetFamilies, targetPeople: targetPeople ?? other.targetPeople,
            location: location.isEmpty ? other.location : location,
            supportingAgencies: supportingAgencies.isEmpty ? other.supportingAgencies : supportingAgencies)
    }
}

/// Changes to it; what is nil stays.
package struct InterventionScopeChange: Hashable, Sendable {
    package var targetGroup: String?
    package var targetFamilies: Change<Int> = .keep
    package var targetPeople: Change<Int> = .keep
    package var location: String?
    package var supportingAgencies: [String]?

    package init() {}

    /// All of it.
    package init(_ scope: InterventionScope) {
        targetGroup = scope.targetGroup
        targetFamilies = scope.targetFamilies.map(Change.set) ?? .clear
        targetPeople = scope.targetPeople.map(Change.set) ?? .clear
        location = scope.location
        supportingAgencies = scope.supportingAgencies
    }

    package func applied(to scope: InterventionScope) -> InterventionScope {
        InterventionScope(
            targetGroup: targetGroup ?? scope.targetGroup,
            targetFamilies: targetFamilies.applied(to: scope.targetFamilies),
            targetPeople: targetPeople.applied(to: scope.targetPeople), location: location ?? scope.location,
            supportingAgencies: supportingAgencies ?? scope.supportingAgencies)
    }
}

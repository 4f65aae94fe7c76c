package import Measurement
package import Planning

/// What the service knows before anybody uses it, as one state to bring the database to.
package struct Configuration: Sendable {
    package struct Grant: Hashable, Sendable {
        package let role: Caller.Role
        package let cell: PermissionCell

        package init(role: Caller.Role, cell: PermissionCell) {
            self.role = role
            self.cell = cell
        }
    }

    package struct Holiday: Hashable, Sendable {
        package let day: CalendarDay
        package let name: String

        package init(day: CalendarDay, name: String) {
            self.day = day
            self.name = name
        }
    }

    package struct ConfiguredAgency: Hashable, Sendable {
        package let agency: Agency
        /// Whether the office was seen to take part, or is expected to.
        package let provenance: String

        package init(agency: Agency, provenance: String) {
            self.agency = agency
            self.provenance = provenance
        }
    }

    package struct Protection: Hashable, Sendable {
        package let rule: String
        package let threshold: Int
        package let source: String

        package init(rule: String, threshold: Int, source: String) {
            self.rule = rule
            self.threshold = threshold
            self.source = source
        }
    }

    package struct Kabupaten: Sendable {
        package let code: String
        package let coordinatorOffice: String
        package let timeZone: String
        package let reportDueWorkingDays: Int
        package let publishesOpenData: Bool
        package let openDataLicense: String?
        package let holidays: [Holiday]
        package let agencies: [ConfiguredAgency]

        package init(
            code: String, coordinatorOffice: String, timeZone: String, reportDueWorkingDays: Int,
            publishesOpenData: Bool = false, openDataLicense: String? = nil, holidays: [Holiday],
            agencies: [ConfiguredAgency]
        ) {
            self.code = code
            self.coordinatorOffice = coordinatorOffice
            self.timeZone = timeZone
            self.reportDueWorkingDays = reportDueWorkingDays
            self.publishesOpenData = publishesOpenData
            self.openDataLicense = openDataLicense
            self.holidays = holidays
            self.agencies = agencies
        }
    }

    package let regions: [RegionEntry]
    package let frameworks: [Framework]
    package let kabupaten: [Kabupaten]
    /// Agencies that a kabupaten does not have are left out there.
    package let catalogue: [CatalogueItem]
    package let grants: [Grant]
    /// What is not named is protected by showing nothing.
    package let protection: [Protection]
    /// What is not named is kept.
    package let retention: [Retention]

    package init(
        regions: [RegionEntry], frameworks: [Framework], kabupaten: [Kabupaten], catalogue: [CatalogueItem],
        grants: [Grant], protection: [Protection] = [], retention: [Retention] = []
    ) {
        self.regions = regions
        self.frameworks = frameworks
        self.kabupaten = kabupaten
        self.catalogue = catalogue
        self.grants = grants
        self.protection = protection
        self.retention = retention
    }
}

/// What became of one kind of configuration.
package struct MergeCount: Hashable, Sendable {
    package var added = 0
    package var changed = 0
    package var same = 0
    package var removed = 0

    package static func + (one: MergeCount, other: MergeCount) -> MergeCount {
        MergeCount(
            added: one.added + other.added, changed: one.changed + other.changed, same: one.same + other.same,
            removed: one.removed + other.removed)
    }
}

/// What an import of configuration did, by kind.
package struct ConfigurationReceipt: Hashable, Sendable {
    package internal(set) var regions = MergeCount()
    package internal(set) var frameworks = MergeCount()
    package internal(set) var kabupaten = MergeCount()
    package internal(set) var holidays = MergeCount()
    package internal(set) var agencies = MergeCount()
    /// Indicators that agencies have the duty to move.
    package internal(set) var duties = MergeCount()
    package internal(set) var catalogue = MergeCount()
    /// Indicators that the catalogue aims at, and agencies that may do its entries.
    package internal(set) var catalogueLinks = MergeCount()
    package internal(set) var grants = MergeCount()
    package internal(set) var protection = MergeCount()
    package internal(set) var retention = MergeCount()
}

/// A framework that the database holds under the same code and version with another content.
package struct FrameworkDiffers: Error, Hashable, Sendable {
    package let id: Framework.ID
}

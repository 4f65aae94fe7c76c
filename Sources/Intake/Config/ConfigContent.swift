package import Measurement

/// A folder of configuration, read and judged as a whole.
///
/// Expected in it: `permissions.csv`, `catalogue.csv`, a folder a framework in `frameworks/` (`framework.csv`,
/// `categories.csv`, `dimensions.csv`, `indicators.csv`), a folder a kabupaten in `kabupaten/` (`kabupaten.csv`,
/// `agencies.csv`, and where wanted `holidays.csv`), and where wanted `regions.csv`, `protection.csv` and `retention.csv`.
package struct ConfigContent: Sendable {
    package struct Kabupaten: Sendable {
        package let code: String
        package let settings: KabupatenRow
        package let agencies: [AgencyRow]
        package let holidays: [HolidayRow]
    }

    package let permissions: [PermissionRow]
    package let frameworks: [Framework]
    package let catalogue: [CatalogueRow]
    package let regions: [RegionRow]
    /// Empty where there is no such file: then nothing is open.
    package let protection: [ProtectionRow]
    /// Empty where there is no such file: then everything is kept.
    package let retention: [RetentionRow]
    package let kabupaten: [Kabupaten]

    /// - Parameter files: paths within the folder, with `/`, and what the files hold; others than the above are
    ///   not looked at.
    /// - Throws: `ConfigRefusal` with all faults of all files.
    package init(files: [String: [UInt8]]) throws(ConfigRefusal) {
        var reading = ConfigReading(files: files)
        let content = reading.read()
        guard reading.faults.isEmpty, let content else { throw ConfigRefusal(faults: reading.faults) }
        self = content
    }

    init(
        permissions: [PermissionRow], frameworks: [Framework], catalogue: [CatalogueRow], regions: [RegionRow],
        protection: [ProtectionRow], retention: [RetentionRow], kabupaten: [Kabupaten]
    ) {
        self.permissions = permissions
        self.frameworks = frameworks
        self.catalogue = catalogue
        self.regions = regions
        self.protection = protection
        self.retention = retention
        self.kabupaten = kabupaten
    }
}

/// Everything that is wrong with a folder of configuration, by file and line; never empty.
package struct ConfigRefusal: Error, Sendable {
    package let faults: [ConfigFault]

    init(faults: [ConfigFault]) {
        self.faults = faults.sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    }
}

internal import Planning

extension TargetFamilies.Request {
    /// Nil where `fields` has found a fault.
    init?(_ fields: inout Fields) {
        let indicator = fields.required("indicator", .text(.line))
        let families = fields.lines("family_ids", most: Self.mostFamilies)
        guard let indicator, let families, fields.faults.isEmpty else { return nil }
        self.init(indicator: indicator, familyIDs: families)
    }
}

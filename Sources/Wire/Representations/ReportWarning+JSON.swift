internal import Phrasing
package import Planning

extension ReportWarning.Code: JSONRepresentable {}
extension ReportWarning.Field: JSONRepresentable {}

extension ReportWarning: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("field", field)
            json.member("message") { json in
                json.member("id", message[.indonesian])
                json.member("en", message[.english])
            }
        }
    }

    /// What is unlikely about the figure, for the person who sent it.
    private var message: Wording {
        switch (code, field) {
        case (.lowerThanBefore, .physicalPercent):
            Wording(
                id: "Realisasi fisik lebih rendah daripada laporan sebelumnya, padahal angkanya kumulatif.",
                en: "The physical progress is lower than in the report before, although figures are cumulative.")
        case (.lowerThanBefore, .quantity):
            Wording(
                id: "Volume lebih rendah daripada laporan sebelumnya, padahal angkanya kumulatif.",
                en: "The quantity is lower than in the report before, although figures are cumulative.")
        case (.lowerThanBefore, .spent):
            Wording(
                id: "Realisasi keuangan lebih rendah daripada laporan sebelumnya, padahal angkanya kumulatif.",
                en: "The spending is lower than in the report before, although figures are cumulative.")
        case (.spentWithoutProgress, _):
            Wording(
                id: "Pagu sudah terealisasi seluruhnya, padahal realisasi fisik masih 0 %.",
                en: "All of the budget is spent, although the physical progress is still 0%.")
        case (.completeWithoutQuantity, _):
            Wording(
                id: "Realisasi fisik 100 %, padahal volumenya 0.",
                en: "The physical progress is 100%, although the quantity is 0.")
        case (.quantityFarAboveTarget, _):
            Wording(
                id: "Volume lebih dari sepuluh kali target; periksa juga satuannya.",
                en: "The quantity is more than ten times the target; check its unit, too.")
        case (.spentAboveBudget, _):
            Wording(
                id: "Realisasi keuangan melebihi pagu intervensi.",
                en: "The spending is above the budget of the intervention.")
        }
    }
}

/// Words of amendments.
extension Vocabulary {
    static let amendmentStates = [
        "draft": Phrase("Rancangan", "Draft"), "submitted": Phrase("Diajukan", "Submitted"),
        "approved": Phrase("Ditetapkan", "Approved"), "returned": Phrase("Dikembalikan", "Returned"),
        "withdrawn": Phrase("Dicabut", "Withdrawn"),
    ]
    static let amendmentLines = [
        "change": Phrase("Diubah", "Changed"), "add": Phrase("Ditambah", "Added"),
        "cancel": Phrase("Dibatalkan", "Cancelled"),
    ]
    static let termsMembers = [
        "agency_code": Phrase("Perangkat daerah", "Agency"), "catalogue_code": Phrase("Katalog", "Catalogue"),
        "title": Phrase("Nama", "Title"), "indicators": Phrase("Indikator", "Indicators"),
        "target_quantity": Phrase("Target volume", "Target quantity"), "unit": Phrase("Satuan", "Unit"),
        "target_group": Phrase("Sasaran", "Target group"),
        "target_families": Phrase("Sasaran keluarga", "Target families"),
        "target_people": Phrase("Sasaran orang", "Target people"), "location": Phrase("Lokasi", "Location"),
        "supporting_agencies": Phrase("Perangkat daerah pendukung", "Supporting agencies"),
        "starts_on": Phrase("Mulai", "First day"), "ends_on": Phrase("Selesai", "Last day"),
        "note": Phrase("Catatan", "Note"), "funding": Phrase("Pendanaan", "Funding"),
    ]
}

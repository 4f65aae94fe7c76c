/// Documents of a small service.
enum Documents {
    static let lokus = """
        {"id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02","kabupaten_name":"Kabupaten Kotabaru",\
        "desa_code":"63.02.12.2005","desa_name":"Sampanahan","desa_level":"desa","kecamatan_name":"Sampanahan",\
        "year":2025,"decree_number":null,"decree_on":null,"rounds":[\
        {"id":"r1","purpose":"baseline","state":"open","ikk":null,"category":null,"weak_count":null}],\
        "plan_id":"p1","version":7}
        """
    static let lokusPath = "/lokus/0197a1b2-0000-7000-8000-000000000001"
    static let lokusList = #"{"items":[\#(lokus)],"next_page_token":null}"#

    static let intervention = """
        {"id":"i1","plan_id":"p1","desa_code":"63.02.12.2005","desa_name":"Sampanahan","year":2025,\
        "reference":"SPH25-01","agency_code":"PUPR","agency_name":"Dinas PUPR","title":"Bilik WC",\
        "indicators":["KKE-02"],"target_quantity":45,"unit":"unit","starts_on":"2025-08-01","ends_on":"2025-12-15",\
        "note":null,"state":"assigned","assigned_on":"2025-08-25","accepted_on":null,\
        "funding":[{"source":"apbd_kabupaten","amount_idr":405000000}],"budget_idr":405000000,"progress":null,\
        "version":7}
        """
    static let interventions = #"{"items":[\#(intervention)],"next_page_token":null,"total":1}"#

    static let moves = """
        {"done":1,"refused":1,"items":[{"status":200,"location":"/x","representation":\(intervention)},\
        {"status":409,"problem":{"status":409,"code":"intervention_transition","title":"T","detail":"Sudah diterima."}}]}
        """

    static let operation = """
        {"id":"o1","kind":"survey_import","state":"failed","cancel_requested":false,\
        "progress":{"bytes_read":35360,"bytes_total":35360,"rows_read":283},"requested_by":"Bapperida",\
        "result_location":null,"receipt":null,"problem":{"status":422,"code":"file_refused","title":"Berkas ditolak",\
        "errors":[{"line":3,"column":"KLS-02","value":"3/2","code":"good_above_eligible","message":"Tulis 2/3."}]},\
        "created_at":"2026-11-22T04:28:20Z","started_at":"2026-11-22T04:28:21Z","finished_at":"2026-11-22T04:28:22Z"}
        """
    static let operations = #"{"items":[\#(operation)],"next_page_token":null}"#

    static let report = """
        {"id":"rep1","intervention_id":"i1","intervention_reference":"SPH25-01","intervention_title":"Bilik WC",\
        "agency_code":"PUPR","agency_name":"Dinas PUPR","budget_year":2025,"quarter":3,"nil":false,\
        "physical_percent":40,"quantity":18.5,"spent_idr":162000000,\
        "share":{"physical_percent":40,"quantity":18.5,"spent_idr":162000000},"unit":"unit","target_quantity":45,\
        "budget_idr":405000000,"obstacles":null,"follow_up":null,"state":"submitted",\
        "state_changed_at":"2025-10-09T02:00:00Z","state_by":"Dinas PUPR","state_reason":null,"counted":null,\
        "warnings":[],"plan_totals":{"interventions":15,"budget_idr":1,"spent_idr":1,"reporting":1,"unverified":1,\
        "reported_idr":162000001}}
        """
    static let reportWithLokus = report.replacing(
        #""warnings":[]"#,
        with: #""lokus":{"desa_code":"63.02.12.2005","desa_name":"Sampanahan","year":2025},"warnings":[]"#)
    /// A correction that was sent back: what was verified before counts on.
    static let returnedReport = report.replacing(#""state":"submitted""#, with: #""state":"returned""#)
        .replacing(#""state_reason":null"#, with: #""state_reason":"Kuitansi""#)
        .replacing(
            #""counted":null"#, with: #""counted":{"physical_percent":35,"quantity":16,"spent_idr":150000000}"#)
    /// The same with figures that are taken and hardly true.
    static let unlikelyReport = report.replacing(
        #""warnings":[]"#,
        with: """
            "warnings":[{"code":"spent_without_progress","field":"physical_percent","message":{\
            "id":"Pagu sudah terealisasi seluruhnya, padahal realisasi fisik masih 0 %.",\
            "en":"All of the budget is spent, although the physical progress is still 0%."}},\
            {"code":"spent_above_budget","field":"spent_idr","message":{\
            "id":"Realisasi keuangan melebihi pagu intervensi.",\
            "en":"The spending is above the budget of the intervention."}}]
            """)

    static let obligations = """
        {"items":[{"intervention_id":"i1","reference":"SPH25-08","title":"Bedah rumah tidak layak huni",\
        "agency_code":"DISPERKIM","agency_name":"Dinas Perumahan dan Kawasan Permukiman","plan_id":"p1",\
        "lokus_id":"l1","desa_name":"Sampanahan","year":2025,"budget_year":2025,"quarter":3,"due_on":"2025-10-14",\
        "state":"overdue","days_overdue":404,"report_id":null},\
        {"intervention_id":"i2","reference":"SPH25-05","title":"Bantuan buku perpustakaan desa",\
        "agency_code":"DISARPUS","agency_name":"Disarpus","plan_id":"p1","lokus_id":"l1","desa_name":"Sampanahan",\
        "year":2025,"budget_year":2026,"quarter":4,"due_on":"2027-09-30","state":"due","days_overdue":0,\
        "report_id":null}],"next_page_token":null}
        """

    /// One of the lokus of a year.
    static let compared = """
        {"lokus":{"id":"x","kabupaten_code":"63.02","kabupaten_name":"Kabupaten Kotabaru",\
        "desa_code":"63.02.12.2005","desa_name":"Sampanahan","year":2025},\
        "before":{"ikk":75.91,"weak_count":9},"after":{"ikk":78.63,"weak_count":9},"ikk_change":2.7249225037,\
        "ikk_interval":{"lower":1.92,"upper":3.53},"verdict":"improved","obstacle":null,"improved":3,"worsened":0,\
        "is_undecided_by_comparisons":false}
        """

    static let comparison = """
        {"lokus":{"id":"x","kabupaten_code":"63.02","desa_code":"63.02.12.2005","desa_name":"Sampanahan",\
        "year":2025},"framework_code":"ikk-29","framework_version":1,\
        "before":{"round_id":"r1","purpose":"baseline","ikk":75.91,"category":"responsif","weak_count":1},\
        "after":{"round_id":"r2","purpose":"resurvey","ikk":78.63,"category":"responsif","weak_count":1},\
        "method":{"kind":"panel","families_in_both":249,"tested_targets":0,"tested_others":2},"ikk_change":2.7249225037,\
        "ikk_interval":{"lower":1.9234708700,"upper":3.5263741373},"contributions_total":2.7249225037,"ikk_common":null,\
        "contribution_of_differing_sets":null,\
        "dimensions":[{"code":"KLS","name":"Legalitas","before":75.83,"after":83.61,"change":7.7838861319,\
        "interval":{"lower":4.98,"upper":10.58}}],\
        "indicators":[\
        {"code":"KLS-02","name":"Akta kelahiran","dimension":"KLS","unit":"person",\
        "before":{"value":59.29,"good":134,"eligible":226,"weak":true},\
        "after":{"value":81.19,"good":177,"eligible":218,"weak":false,"certainty":"certainly_not_weak",\
        "relative_standard_error_percent":0.6937,"relative_standard_error_class":"accurate"},\
        "change":21.9006251522,"interval":{"lower":15.09,"upper":28.58},"p":2.0466e-10,"adjusted_p":1.9785e-9,\
        "verdict":"improved","reason":null,"is_undecided_by_comparisons":false,\
        "transition":"weak_to_clear","contribution":1.46004167682,"interventions":["SPH25-06"]},\
        {"code":"KKSB-01","name":"Kepedulian","dimension":"KKSB","unit":"family",\
        "before":{"value":78.95,"good":45,"eligible":57,"weak":false},\
        "after":{"value":73.68,"good":42,"eligible":57,"weak":true,"certainty":"undecided",\
        "relative_standard_error_percent":1.25,"relative_standard_error_class":"accurate"},\
        "change":-5.26315789474,"interval":{"lower":-10.2,"upper":-0.4},"p":0.0351,"adjusted_p":0.0926,\
        "verdict":"cannot_tell","reason":null,"is_undecided_by_comparisons":true,\
        "transition":"clear_to_weak","contribution":-0.175438596491,"interventions":[]}],\
        "interventions":[\
        {"id":"i6","reference":"SPH25-06","title":"Jemput bola","agency_code":"DISDUKCAPIL",\
        "agency_name":"Disdukcapil","indicators":["KLS-02"],"target_quantity":92,"unit":"anak",\
        "budget_idr":18400000,"progress":null},\
        {"id":"i7","reference":"SPH25-07","title":"PMT","agency_code":"DINKES","agency_name":"Dinkes",\
        "indicators":["KKF-02"],"target_quantity":38,"unit":"anak","budget_idr":76000000,\
        "progress":{"budget_year":2025,"quarter":4,"physical_percent":0,"quantity":0,"spent_idr":0,"nil":true}}]}
        """
}

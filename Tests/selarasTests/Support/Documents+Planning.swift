/// What the service says before a survey and before its figures are believed.
extension Documents {
    static let findings = """
        {"lokus":{"id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02","desa_code":"63.02.12.2005",\
        "desa_name":"Sampanahan","year":2025},"round":{"id":"r1","purpose":"baseline","state":"open","closed_at":null},\
        "families_listed":283,"families_counted":268,"serious_count":1,"items":[\
        {"kind":"without_variation","severity":"serious","codes":[],"rt":"003","enumerator":null,"count":31,"total":268,\
        "chance":2.1e-9,"message":{"id":"RT 003: 31 keluarga menjawab seolah-olah satu keluarga; kunjungi lagi beberapa \
        di antaranya.","en":"RT 003: 31 families answer as if they were one; visit some of them again."}},\
        {"kind":"many_missing","severity":"warning","codes":["KKE-02"],"rt":null,"enumerator":null,"count":61,\
        "total":268,"chance":null,"message":{"id":"KKE-02: 61 dari 268 keluarga tidak terisi; nilainya hanya berlaku \
        bagi keluarga yang menjawab.","en":"KKE-02: 61 of 268 families have no answer; the value is of those that \
        answered only."}}]}
        """

    static let planMatrix = """
        {"plan_id":"p1","lokus":{"id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02",\
        "desa_code":"63.02.12.2005","desa_name":"Sampanahan","year":2025},"state":"running","framework_code":"ikk-29",\
        "framework_version":1,"weak_below":75,"baseline":{"basis":"families","closed_on":"2025-07-01"},"items":[\
        {"no":1,"same_as":null,"indicator":{"code":"KKF-03","name":"Perilaku hidup bersih dan sehat",\
        "dimension":"KKF","unit":"family","maximum":1,"value":88.06,"absence":null,"good":236,"eligible":268,\
        "weak":false,"needed_to_reach_threshold":null,"target":null},"intervention":\(inMatrix),"amounts":\
        {"target_quantity":45,"budget_idr":405000000,"funding":[{"source":"apbd_kabupaten","amount_idr":400000000,\
        "shares":[]},{"source":"csr","amount_idr":5000000,"shares":[]}],"budget_lines":[{"id":"b1",\
        "title":"Tangki septik individual","code":"1.03.05.2.01.0007","nomenclature":null,"budget_year":2025,\
        "source":"apbd_kabupaten","amount_idr":400000000}],"progress":{"report_id":"rep1","budget_year":2025,\
        "quarter":4,"physical_percent":100,"quantity":45,"spent_idr":398250000,"nil":false}}},\
        {"no":2,"same_as":1,"indicator":{"code":"KKE-02","name":"Rumah layak huni dan sanitasi layak",\
        "dimension":"KKE","unit":"family","maximum":1,"value":50.00,"absence":null,"good":134,"eligible":268,\
        "weak":true,"needed_to_reach_threshold":67,"target":75},"intervention":\(inMatrix),"amounts":null},\
        {"no":3,"same_as":null,"indicator":{"code":"KKSP-04","name":"Keterbukaan pengelolaan keuangan keluarga",\
        "dimension":"KKSP","unit":"family","maximum":1,"value":53.55,"absence":null,"good":143,"eligible":267,\
        "weak":true,"needed_to_reach_threshold":58,"target":null},"intervention":null,"amounts":null}]}
        """
    private static let inMatrix = """
        {"id":"i1","reference":"SPH25-01","title":"Pembangunan bilik WC dan tangki septik","agency_code":"PUPR",\
        "agency_name":"Dinas PUPR","catalogue_code":null,"unit":"unit","starts_on":"2025-08-01",\
        "ends_on":"2025-12-31","note":"","state":"running","state_reason":null,"obstacles":"Menunggu lelang",\
        "follow_up":"=1+1"}
        """

    static let planFindings = """
        {"plan_id":"p1","lokus":{"id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02",\
        "desa_code":"63.02.12.2005","desa_name":"Sampanahan","year":2025},"state":"running","framework_code":"ikk-29",\
        "framework_version":1,"checked":["weak_without_intervention","weak_without_accepted_intervention",\
        "budget_line_overdrawn","reports_overdue","intervention_on_clear_indicator","indicator_without_value",\
        "same_indicator_two_budgets"],"items":[\
        {"kind":"weak_without_intervention","codes":["KKSP-04"],"indicator":{"code":"KKSP-04",\
        "name":"Keterbukaan pengelolaan keuangan keluarga","value":53.55,"absence":null,\
        "needed_to_reach_threshold":46,"unit":"family","maximum":1,"gain":0.726698},"interventions":[],"budget_idr":0,\
        "budget_year":null,"sources":[],"budget_line":null,"reports":null},\
        {"kind":"weak_without_accepted_intervention","codes":["KLS-02"],"indicator":{"code":"KLS-02",\
        "name":"Kepemilikan akta kelahiran anak usia 0-17 tahun","value":59.29,"absence":null,\
        "needed_to_reach_threshold":36,"unit":"person","maximum":1,"gain":1.05},"interventions":[\(second)],\
        "budget_idr":18400000,"budget_year":null,"sources":[],"budget_line":null,"reports":null},\
        {"kind":"budget_line_overdrawn","codes":[],"indicator":null,"interventions":[\(first)],"budget_idr":405000000,\
        "budget_year":2025,"sources":[],"budget_line":{"id":"b1","title":"Tangki septik individual",\
        "code":"1.03.05.2.01.0007","agency_code":"PUPR","agency_name":"Dinas PUPR","budget_year":2025,\
        "source":"apbd_kabupaten","stage":"perubahan","ceiling_idr":380000000,"shared_idr":405000000,\
        "left_idr":-25000000,"budget_idr":405000000},"reports":null},\
        {"kind":"reports_overdue","codes":[],"indicator":null,"interventions":[\(first)],"budget_idr":405000000,\
        "budget_year":null,"sources":[],"budget_line":null,"reports":{"agency_code":"PUPR","agency_name":"Dinas PUPR",\
        "overdue":1,"obligations":2,"overdue_since":"2025-10-14"}},\
        {"kind":"intervention_on_clear_indicator","codes":["KKSB-05"],"indicator":null,"interventions":[\(third)],\
        "budget_idr":4500000,"budget_year":null,"sources":[],"budget_line":null,"reports":null},\
        {"kind":"indicator_without_value","codes":["KKSP-02"],"indicator":{"code":"KKSP-02",\
        "name":"Bebas kekerasan terhadap anak","value":null,"absence":"not_published",\
        "needed_to_reach_threshold":null,"unit":"family","maximum":1,"gain":null},"interventions":[\(third)],\
        "budget_idr":4500000,"budget_year":null,"sources":[],"budget_line":null,"reports":null},\
        {"kind":"same_indicator_two_budgets","codes":["KKE-02"],"indicator":{"code":"KKE-02",\
        "name":"Rumah layak huni dan sanitasi layak","value":50.0,"absence":null,"needed_to_reach_threshold":67,\
        "unit":"family","maximum":1,"gain":0.78},"interventions":[\(first),\(third)],"budget_idr":409500000,\
        "budget_year":2025,"sources":["apbd_kabupaten","swadaya"],"budget_line":null,"reports":null}]}
        """
    private static let first = concerned("SPH25-01", "Bilik WC", "PUPR", "Dinas PUPR", "running", 405_000_000)
    private static let second = concerned(
        "SPH25-06", "Akta kelahiran", "DISDUKCAPIL", "Disdukcapil", "assigned", 18_400_000)
    private static let third = concerned(
        "SPH25-16", "Kampanye", "ORMAS-PEREMPUAN", "Organisasi perempuan", "assigned", 4_500_000)

    private static func concerned(
        _ reference: String, _ title: String, _ agency: String, _ name: String, _ state: String, _ budget: Int
    ) -> String {
        """
        {"id":"\(reference)","plan_id":"p1","reference":"\(reference)","title":"\(title)","agency_code":"\(agency)",\
        "agency_name":"\(name)","state":"\(state)","budget_idr":\(budget)}
        """
    }

    static let counterparts = """
        {"lokus":{"id":"x","kabupaten_code":"63.02","desa_code":"63.02.12.2005","desa_name":"Sampanahan",\
        "year":2025},"framework_code":"ikk-29","framework_version":1,"before":"baseline","after":"resurvey",\
        "villages":12,"widest_start":10,"confidence_percent":95,"indicators":[\
        {"code":"KLS-02","name":"Kepemilikan akta kelahiran anak usia 0-17 tahun","before":59.29,"after":81.19,\
        "change":21.9,"counterparts":4,"mean_change_of_counterparts":3.1,"difference":18.8,\
        "interval":{"lower":9.7,"upper":27.9},"standard_error":4.64,"p":0.00005,"absence":null},\
        {"code":"KKE-02","name":"Rumah layak huni dan sanitasi layak","before":50.0,"after":66.3,"change":16.3,\
        "counterparts":0,"mean_change_of_counterparts":null,"difference":null,"interval":null,"standard_error":null,\
        "p":null,"absence":"no_value"}]}
        """

    static let suggestions = """
        {"lokus":{"id":"x","kabupaten_code":"63.02","desa_code":"63.02.12.2005","desa_name":"Sampanahan",\
        "year":2025},"framework_code":"ikk-29","framework_version":1,"purpose":"baseline","weak_below":75,"villages":12,\
        "confidence_percent":95,"indicators":[{"code":"KLS-02","name":"Kepemilikan akta kelahiran anak usia 0-17 tahun",\
        "unit":"person","value":59.29,"needed_to_reach_threshold":36,"gain":1.05,"duties":[{"code":"DISDUKCAPIL",\
        "short_name":"Disdukcapil"}],"planned":["SPH25-06"],"villages":9,"without_intervention":{"villages":4,\
        "mean_change":3.1,"expected_change":4.6,"interval":{"lower":-2.4,"upper":11.6}},"options":[\
        {"catalogue_code":"akta-kelahiran","title":"Jemput bola akta kelahiran","unit":"anak","agencies":["DISDUKCAPIL"],\
        "planned":true,"villages":5,"mean_change":18.2,"expected_change":15.7,"interval":{"lower":9.2,"upper":22.2}}]},\
        {"code":"KKSB-02","name":"Partisipasi kegiatan sosial kemasyarakatan","unit":"family","value":51.7,\
        "needed_to_reach_threshold":62,"gain":0.77,"duties":[{"code":"KESBANGPOL","short_name":"Kesbangpol"}],\
        "planned":[],"villages":0,"without_intervention":{"villages":0,"mean_change":null,"expected_change":null,\
        "interval":null},"options":[]}]}
        """

    static let samplePlan = """
        {"lokus":{"id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02","desa_code":"63.02.12.2005",\
        "desa_name":"Sampanahan","year":2025},"round":{"id":"r1","purpose":"baseline","design":"census",\
        "closed_at":"2025-09-30T15:59:00Z","families_counted":268,"families_represented":279},\
        "wanted":{"half_width":5,"change":10,"design_effect":1,"discordance":0.12},"confidence_percent":95,\
        "power_percent":80,"comparisons":29,"families_for_any_value":{"families":162,"is_reachable":true},"indicators":[\
        {"code":"KLS-02","name":"Kepemilikan akta kelahiran anak usia 0-17 tahun","dimension":"KLS","unit":"person",\
        "value":59.29,"families":120,"families_in_village":125,"detectable_by_panel":{"single":8.8595,\
        "among_all":12.5312},"detectable_by_independent":{"single":17.7704,"among_all":25.1352},\
        "families_for_half_width":{"families":94,"is_reachable":true},\
        "families_for_change_by_panel":{"families":95,"is_reachable":true},\
        "families_for_change_by_independent":{"families":379,"is_reachable":false}},\
        {"code":"KKSP-02","name":"Anak mengikuti pendidikan","dimension":"KKSP","unit":"person","value":null,\
        "families":null,"families_in_village":null,"detectable_by_panel":null,"detectable_by_independent":null,\
        "families_for_half_width":null,"families_for_change_by_panel":null,\
        "families_for_change_by_independent":null},\
        {"code":"KKE-04","name":"Air minum layak","dimension":"KKE","unit":"family","value":88.1,"families":40,\
        "families_in_village":42,"detectable_by_panel":{"single":15.3451,"among_all":21.7047},\
        "detectable_by_independent":{"single":20.2812,"among_all":28.6865},\
        "families_for_half_width":{"families":34,"is_reachable":true},\
        "families_for_change_by_panel":{"families":95,"is_reachable":false},\
        "families_for_change_by_independent":{"families":165,"is_reachable":false}}]}
        """
}

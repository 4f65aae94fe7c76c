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

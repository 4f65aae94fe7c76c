/// What the service says of a round with families, and of what is weak by it.
extension Documents {
    private static let sureness = """
        "interval":{"lower":57.91,"upper":60.66},"standard_error":0.7009,"effective_size":193.7,\
        "relative_standard_error_percent":1.1821,"relative_standard_error_class":"accurate",\
        "certainty":"certainly_weak","absence":null
        """

    /// The lokus once its re-survey is closed.
    static let surveyedLokus = lokus.replacing(
        #""weak_count":null}],"#,
        with: """
            "weak_count":null},{"id":"r2","purpose":"resurvey","state":"closed","ikk":75.91,"category":"responsif",\
            "weak_count":1}],
            """)

    static let surveyed = """
        {"id":"r2","lokus_id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02",\
        "desa_code":"63.02.12.2005","desa_name":"Sampanahan","year":2025,"framework_code":"ikk-29",\
        "framework_version":1,"purpose":"resurvey","basis":"families","design":"census","families_in_village":279,\
        "panel_of":null,"surveyed_from":"2026-06-01","surveyed_until":null,"state":"closed",\
        "closed_at":"2026-06-30T15:59:00Z","imports":[],"result":{"families_listed":283,"families_counted":268,\
        "families_represented":279,"by_status":{"complete":264,"partial":4,"no_respondent":9,"refused":2,"moved":4},\
        "indicators_used":2,"indicators_total":2,"weak_count":1,"weak_below":75,"ikk":75.91,\
        "ikk_interval":{"lower":75.6328,"upper":76.1871},"category":"responsif",\
        "category_name":"Responsif gender dan hak anak","dimensions":[\
        {"code":"KLS","name":"Kualitas Legalitas","value":75.83,"interval":{"lower":75.1688,"upper":76.4916}},\
        {"code":"KKF","name":"Kualitas Ketahanan Fisik","value":89.87,"interval":null}],"indicators":[\
        {"code":"KLS-02","name":"Kepemilikan akta kelahiran","dimension":"KLS","unit":"person","maximum":1,\
        "value":59.29,"good":134,"eligible":226,"weak":true,"needed_to_reach_threshold":36,\(sureness)},\
        {"code":"KLS-03","name":"Keutuhan keluarga","dimension":"KLS","unit":"family","maximum":1,\
        "value":92.41,"good":195,"eligible":211,"weak":false,"needed_to_reach_threshold":0,\
        "certainty":"certainly_not_weak"}]},"published":[],"version":2}
        """

    static let weak = """
        {"lokus":{"id":"x","kabupaten_code":"63.02","desa_code":"63.02.12.2005","desa_name":"Sampanahan",\
        "year":2025},"round":{"id":"r2","purpose":"resurvey","basis":"families","indicators_used":29,"ikk":75.91,\
        "ikk_interval":{"lower":75.6328,"upper":76.1871},"ikk_absence":null,"category":"responsif",\
        "closed_at":"2026-06-30T15:59:00Z"},"weak_below":75,"items":[\
        {"code":"KLS-02","name":"Kepemilikan akta kelahiran","dimension":"KLS","unit":"person","maximum":1,\
        "value":59.29,"good":134,"eligible":226,"needed_to_reach_threshold":36,\(sureness),\
        "suggestion":{"activity":"Jemput bola akta","activity_en":"Certificates brought home","levels":["kabupaten"],\
        "urusan":["2.12"]},"duties":[{"code":"DISDUKCAPIL","short_name":"Disdukcapil"}],\
        "catalogue":[{"code":"akta-kelahiran","title":"Jemput bola akta kelahiran","agencies":["DISDUKCAPIL"]}],\
        "planned":[]}]}
        """
}

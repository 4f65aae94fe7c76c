/// What the service says of announced results.
extension Documents {
    static let announced = """
        {"id":"r1","lokus_id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02",\
        "desa_code":"63.02.12.2005","desa_name":"Sampanahan","year":2025,"framework_code":"ikk-29",\
        "framework_version":1,"purpose":"baseline","basis":"values","design":null,"families_in_village":null,\
        "panel_of":null,"surveyed_from":null,"surveyed_until":null,"state":"closed",\
        "closed_at":"2025-09-30T15:59:00Z","imports":[],"result":{"families_listed":null,"families_counted":null,\
        "families_represented":null,"by_status":null,"indicators_used":1,"indicators_total":29,"weak_count":1,\
        "weak_below":75,"ikk":75.91,"category":"responsif","category_name":"Responsif gender dan hak anak",\
        "dimensions":[{"code":"KLS","name":"Kualitas Legalitas","value":75.83},\
        {"code":"KKF","name":"Kualitas Ketahanan Fisik","value":null}],"indicators":[\
        {"code":"KLS-02","name":"Kepemilikan akta kelahiran","dimension":"KLS","unit":"person","maximum":1,\
        "value":59.29,"good":null,"eligible":null,"weak":true,"needed_to_reach_threshold":null},\
        {"code":"KLS-03","name":"Keutuhan keluarga","dimension":"KLS","unit":"family","maximum":1,\
        "value":null,"good":null,"eligible":null,"weak":null,"needed_to_reach_threshold":null,\
        "absence":"not_published"}]},"published":[\
        {"level":"index","code":"IKK","value":75.91,"good":null,"eligible":null,"source":"Rakor PK2D",\
        "published_on":"2025-08-20"},{"level":"dimension","code":"KLS","value":75.83,"good":null,"eligible":null,\
        "source":"Rakor PK2D","published_on":"2025-08-20"},{"level":"indicator","code":"KLS-02","value":59.29,\
        "good":134,"eligible":226,"source":null,"published_on":null}],"version":2}
        """

    static let reconciliation = """
        {"lokus":{"id":"0197a1b2-0000-7000-8000-000000000001","kabupaten_code":"63.02","desa_code":"63.02.12.2005",\
        "desa_name":"Sampanahan","year":2025},"round":{"id":"r1","purpose":"baseline","basis":"families",\
        "closed_at":"2025-09-30T15:59:00Z"},"framework_code":"ikk-29","framework_version":1,\
        "aggregation":"mean_of_dimensions","ikk_published":75.91,"indicators_unknown":0,"indicators":[{"code":"KLS-02","name":"A",\
        "published":59.29,"value":59.29,"difference":0.0,"reproduced":true},{"code":"KKE-02","name":"R",\
        "published":53.03,"value":52.65,"difference":0.38,"reproduced":false}],"from_indicators":[\
        {"aggregation":"mean_of_dimensions","reproduces":true,"ikk":75.91,"ikk_difference":0.0,\
        "ikk_reproduced":true,"dimensions":[{"code":"KLS","name":"L","published":75.83,"value":75.83,\
        "difference":0.0,"reproduced":true},{"code":"KKF","name":"F","published":null,"value":null,\
        "difference":null,"reproduced":null}]},{"aggregation":"mean_of_indicators","reproduces":false,"ikk":75.34,\
        "ikk_difference":0.57,"ikk_reproduced":false,"dimensions":[{"code":"KLS","name":"L","published":75.83,\
        "value":75.83,"difference":0.0,"reproduced":true}]}],"from_dimensions":[]}
        """

    static let results = """
        {"import_id":"s1","dry_run":false,"file_name":"hasil.csv","file_sha256":"00ff","rows_read":5,"added":3,\
        "changed":1,"same":0,"ignored":1,"rejected":0,"rounds_made":1,"rounds":[{"id":"r1",\
        "desa_code":"63.02.12.2005","year":2025,"purpose":"baseline","basis":"values"},{"id":"r2",\
        "desa_code":"63.02.12.2005","year":2025,"purpose":"resurvey","basis":"families"}],\
        "imported_at":"2025-09-30T15:59:00Z"}
        """
}

/// Catalogues for tests.
enum Fixtures {
    /// Five datasets whose fields differ in what searches ask for.
    static let search = #"""
        {"id":"asthma","title":"Childhood asthma cohort","description":"Spirometry and genomes.","publisher":"North Hospital","themes":["Health"],"keywords":["asthma","children"],"accessRights":"restricted","modified":"2024-03-01","created":"2020-01-01","individuals":500,"records":1500,"distributions":[{"title":"Variants","format":"VCF"}]}
        {"id":"lung","title":"Lung cancer exomes","description":"Asthma was an exclusion criterion.","publisher":"South Institute","themes":["Health","Cancer"],"keywords":["exome"],"accessRights":"restricted","modified":"2025-06-15T12:00:00Z","individuals":2000,"distributions":[{"format":"BAM"},{"format":"VCF"}]}
        {"id":"open","title":"Öffentliche Allelfrequenzen","description":"Frequencies of variants.","publisher":"South Institute","themes":["Reference data"],"keywords":["allele frequency"],"accessRights":"public","modified":"2023-01-31T23:30:00Z","created":"2022-05-05","language":"de","distributions":[{"format":"VCF"}]}
        {"id":"taiwan","title":"高雄市消防緊急救護統計","description":"Emergency care.","themes":["Health"],"accessRights":"public","modified":"8/28/2024"}
        {"id":"bare"}
        """#

    static let requests = #"""
        {"id":"plain","identifier":"EGAD1","title":"Reference genomes","url":"https://example.org/1"}
        {"id":"people","identifier":"EGAD2","title":"Birth cohort","themes":["Health"],"minAge":0}
        {"id":"refused","identifier":"EGAD3","title":"Refused dataset","demoOutcome":"reject"}
        {"id":"external","identifier":"EGAD4","title":"Elsewhere","externallyGoverned":true}
        {"id":"external2","identifier":"EGAD5","title":"Elsewhere too","conformsTo":["http://data.gdi.eu/core/p2/ExternallyGoverned"]}
        {"id":"records","identifier":"EGAD6","title":"Hospital records","organisation":"hospital-records"}
        {"id":"rare","identifier":"EGAD7","title":"Rare diseases","organisation":"rare-diseases"}
        """#
}

/// The names of DCAT, of HealthDCAT-AP and of what else FAIR Data Points write, as far as something is done by them.
enum FDPName {
    static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    static let label = rdfs + "label"

    static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    static let dct = "http://purl.org/dc/terms/"
    static let dcat = "http://www.w3.org/ns/dcat#"
    static let ldp = "http://www.w3.org/ns/ldp#"
    static let fdp = "https://w3id.org/fdp/fdp-o#"
    static let foaf = "http://xmlns.com/foaf/0.1/"
    static let vcard = "http://www.w3.org/2006/vcard/ns#"
    static let skos = "http://www.w3.org/2004/02/skos/core#"
    static let adms = "http://www.w3.org/ns/adms#"
    static let dpv = "https://w3id.org/dpv#"
    static let prov = "http://www.w3.org/ns/prov#"
    static let schema = "http://schema.org/"
    static let health = "http://healthdataportal.eu/ns/health#"
    /// Of the Registry of Research Data Repositories, which points of before 2021 are described by.
    static let r3d = "http://www.re3data.org/schema/3-0#"
    static let hydra = "http://www.w3.org/ns/hydra/core#"
    static let sio = "http://semanticscience.org/resource/"

    /// What a point itself is, the surest first: a catalogue by itself can be browsed too, and of points of before 2017 no
    /// more is said than that they hold something.
    static let points = [
        fdp + "FAIRDataPoint", fdp + "FairDataPoint", fdp + "MetadataService", r3d + "Repository", dcat + "Catalog",
        ldp + "Container", ldp + "BasicContainer", ldp + "DirectContainer",
    ]
    static let datasets: Set<String> = [dcat + "Dataset", dcat + "DatasetSeries"]
    static let series = dcat + "DatasetSeries"
    /// What is linked as a part of something and holds no datasets.
    static let others: Set<String> = [dcat + "Distribution", dcat + "DataService"]

    static let contains = ldp + "contains"
    /// By which a point leads to catalogues, and those to datasets and to other catalogues.
    static let links = [
        fdp + "metadataCatalog", r3d + "dataCatalog", dcat + "catalog", dcat + "dataset", dcat + "servesDataset",
        contains, dct + "hasPart", dcat + "seriesMember",
    ]
    /// By which a page of a list leads to the next one. CKANs write its address as a text.
    static let nextPages = [hydra + "next", hydra + "nextPage"]
    /// Members of a container that are no datasets and lead to none.
    static let relationsAside: Set<String> = [
        dcat + "distribution", dcat + "service", dcat + "accessService", adms + "sample",
    ]
}

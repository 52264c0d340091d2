/// CKAN's names of fields beside those of discovery.yaml: of core, of the DCAT extension, and of the schemas that
/// health catalogues use.
enum CKANFields {
    static let ofPackage: [String: String] = [
        "notes": "description", "access_rights": "accessRights", "conforms_to": "conformsTo",
        "metadata_created": "createdAt", "metadata_modified": "modifiedAt", "language": "languages",
        "publisher": "publishers", "creator": "creators", "theme": "themes", "contact": "contacts",
        "dcat_type": "dcatType", "version_notes": "versionNotes", "has_version": "hasVersions",
        "provenance_activity": "provenanceActivity", "spatial_coverage": "spatialCoverage",
        "spatial_resolution_in_meters": "spatialResolutionInMeters", "temporal_coverage": "temporalCoverage",
        "temporal_resolution": "temporalResolution", "population_coverage": "populationCoverage",
        "retention_period": "retentionPeriod", "legal_basis": "legalBasis",
        "applicable_legislation": "applicableLegislation", "health_theme": "healthTheme",
        "health_category": "healthCategory", "max_typical_age": "maxTypicalAge", "min_typical_age": "minTypicalAge",
        "number_of_records": "numberOfRecords", "number_of_unique_individuals": "numberOfUniqueIndividuals",
        "code_values": "codeValues", "coding_system": "codingSystem", "alternate_identifier": "alternateIdentifier",
        "qualified_relation": "qualifiedRelation", "qualified_attribution": "qualifiedAttribution",
        "personal_data": "personalData", "in_series": "inSeries", "is_referenced_by": "isReferencedBy",
        "quality_annotation": "qualityAnnotation", "trusted_data_holder": "trustedDataHolder",
        "publisher_coverage": "publisherCoverage", "datasetRelationships": "datasetRelationships",
    ]

    static let ofResource: [String: String] = [
        "name": "title", "access_url": "accessUrl", "download_url": "downloadUrl", "size": "byteSize",
        "created": "createdAt", "issued_date": "createdAt", "last_modified": "modifiedAt",
        "modified_date": "modifiedAt", "mimetype": "mediaType", "compress_format": "compressionFormat",
        "package_format": "packagingFormat", "hash": "checksum", "hash_algorithm": "checksumAlgorithm",
        "language": "languages", "conforms_to": "conformsTo", "access_services": "accessService",
        "applicable_legislation": "applicableLegislation", "retention_period": "retentionPeriod",
        "temporal_resolution": "temporalResolution",
        "spatial_resolution_in_meters": "spatialResolutionInMeters",
    ]

    /// What CKAN keeps for itself, and what is shown under another name.
    static let internalOfPackage: Set<String> = [
        "state", "revision_id", "creator_user_id", "num_tags", "num_resources", "relationships_as_subject",
        "relationships_as_object", "isopen", "private", "organization", "groups", "extras", "resources", "tags",
        "tags_translated", "name", "display_name", "type", "dataset_type", "author", "author_email", "maintainer",
        "maintainer_email", "contact_name", "contact_email", "contact_uri", "contact-name", "contact-email",
        "contact_point", "keyword", "keywords", "publisher_name", "publisher_uri", "publisher_email", "publisher_url",
        "license_title", "license_url", "license_id", "owner_org", "harvest_object_id", "harvest_source_id",
        "harvest_source_title", "guid", "sample", "analytics", "temporal_start", "temporal_end", "tracking_summary",
        "validated_data_dict", "data_dict", "indexed_ts", "metadata_language", "threads",
        "temporal_coverage-from", "temporal_coverage-to",
    ]

    static let internalOfResource: Set<String> = [
        "state", "revision_id", "package_id", "position", "url", "url_type", "cache_url", "cache_last_updated",
        "mimetype_inner", "resource_type", "datastore_active", "webstore_url", "webstore_last_updated",
        "tracking_summary", "resource_group_id", "metadata_modified",
    ]
}

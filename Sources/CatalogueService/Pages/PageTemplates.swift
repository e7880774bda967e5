import Mustache

/// The templates of all pages, which are part of the program; read once, for every renderer the same.
enum PageTemplates {
    /// A failure where a template is not well formed; a test renders every one.
    static let library: Result<MustacheLibrary, any Error> = Result {
        var library = MustacheLibrary()
        for (name, bytes) in templates {
            try library.register(String(decoding: bytes, as: UTF8.self), named: name)
        }
        return library
    }

    private static var templates: [(name: String, bytes: [UInt8])] {
        [
            ("layout", PackageResources.layout_mustache), ("search-form", PackageResources.search_form_mustache),
            ("home", PackageResources.home_mustache), ("search", PackageResources.search_mustache),
            ("resource", PackageResources.resource_mustache), ("error", PackageResources.error_mustache),
            ("sources", PackageResources.sources_mustache), ("source", PackageResources.source_mustache),
            ("run", PackageResources.run_mustache), ("links", PackageResources.links_mustache),
            ("quality", PackageResources.quality_mustache),
            ("help-records", PackageResources.help_records_mustache),
            ("deposit-form", PackageResources.deposit_form_mustache),
            ("deposit-field", PackageResources.deposit_field_mustache),
            ("deposit-preview", PackageResources.deposit_preview_mustache),
            ("resource-facts", PackageResources.resource_facts_mustache),
            ("deposits", PackageResources.deposits_mustache),
            ("page-links", PackageResources.page_links_mustache),
            ("deposit", PackageResources.deposit_mustache),
            ("history", PackageResources.history_mustache),
            ("deposit-proposals", PackageResources.deposit_proposals_mustache),
            ("take-over", PackageResources.take_over_mustache),
            ("versions", PackageResources.versions_mustache),
            ("differences", PackageResources.differences_mustache),
            ("upload", PackageResources.upload_mustache),
            ("upload-report", PackageResources.upload_report_mustache),
            ("row-problems", PackageResources.row_problems_mustache),
            ("review", PackageResources.review_mustache),
            ("report-decision", PackageResources.report_decision_mustache),
            ("review-one", PackageResources.review_one_mustache),
            ("report", PackageResources.report_mustache),
            ("sign-in", PackageResources.sign_in_mustache), ("form-token", PackageResources.form_token_mustache),
            ("institutions", PackageResources.institutions_mustache),
            ("institution", PackageResources.institution_mustache),
            ("collections", PackageResources.collections_mustache),
            ("collection", PackageResources.collection_mustache),
            ("collection-new", PackageResources.collection_new_mustache),
            ("collection-edit", PackageResources.collection_edit_mustache),
            ("collection-fields", PackageResources.collection_fields_mustache),
            ("collection-sheet", PackageResources.collection_sheet_mustache),
            ("package", PackageResources.package_mustache), ("my-list", PackageResources.my_list_mustache),
            ("translations", PackageResources.translations_mustache),
            ("translation", PackageResources.translation_mustache), ("relations", PackageResources.relations_mustache),
            ("targets", PackageResources.targets_mustache), ("plan", PackageResources.plan_mustache),
            ("target", PackageResources.target_mustache),
            ("target-enter", PackageResources.target_enter_mustache),
            ("coverage", PackageResources.coverage_mustache),
            ("usage", PackageResources.usage_mustache), ("gaps", PackageResources.gaps_mustache),
            ("tags", PackageResources.tags_mustache), ("tag", PackageResources.tag_mustache),
            ("automatic", PackageResources.automatic_mustache),
            ("tag-edit", PackageResources.tag_edit_mustache),
            ("resource-tags", PackageResources.resource_tags_mustache),
            ("review-tags", PackageResources.review_tags_mustache), ("tag-bulk", PackageResources.tag_bulk_mustache),
        ]
    }
}

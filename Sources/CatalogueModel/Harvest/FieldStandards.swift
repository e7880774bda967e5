extension SourceField {
    /// Where the standards say how the field is stated, for people who mend records: Dublin Core, IEEE LOM 1.0
    /// (1484.12.1-2002), schema.org, MARC 21.
    package var standards: String {
        switch self {
        case .identifier: "dc:identifier · LOM 1.1 · schema.org identifier · MARC 001"
        case .otherIdentifier: "dc:identifier · LOM 1.1 · schema.org identifier · MARC 020, 022, 024"
        case .name: "dc:title · LOM 1.2 · schema.org name · MARC 245"
        case .alternateName: "dcterms:alternative · schema.org alternateName · MARC 246"
        case .description, .descriptionLanguage: "dc:description · LOM 1.4 · schema.org description · MARC 520"
        case .url: "dc:identifier · LOM 4.3 · schema.org url · MARC 856 $u"
        case .publisher, .publisherName: "dc:publisher · LOM 2.3 · schema.org publisher · MARC 264 $b"
        case .creator: "dc:creator · LOM 2.3 · schema.org creator · MARC 100, 700"
        case .inLanguage: "dc:language · LOM 1.3 · schema.org inLanguage · MARC 041"
        case .license: "dc:rights · LOM 6.3 · schema.org license · MARC 540 $u"
        case .learningResourceType: "dc:type · LOM 5.2 · schema.org learningResourceType · MARC 655"
        case .about: "dc:subject · LOM 9 · schema.org about · MARC 650"
        case .keywords: "dc:subject · LOM 1.5 · schema.org keywords · MARC 653"
        case .educationalLevel: "dcterms:educationLevel · LOM 5.6 · schema.org educationalLevel · MARC 521"
        case .audience: "dcterms:audience · LOM 5.5 · schema.org audience · MARC 521"
        case .courseMode: "schema.org courseMode"
        case .datePublished: "dc:date · LOM 2.3.3 · schema.org datePublished · MARC 264 $c"
        case .timeRequired: "LOM 5.9 · schema.org timeRequired"
        case .duration: "dcterms:extent · LOM 4.7 · schema.org duration · MARC 306"
        case .isBasedOn: "dc:source · LOM 7 isbasedon · schema.org isBasedOn · MARC 786"
        case .translationOfWork: "schema.org translationOfWork · MARC 765"
        case .isPartOf: "dcterms:isPartOf · LOM 7 ispartof · schema.org isPartOf · MARC 773"
        case .isVersionOf: "dcterms:isVersionOf · LOM 7 isversionof · schema.org exampleOfWork · MARC 775"
        case .coursePrerequisites: "LOM 7 requires · schema.org coursePrerequisites"
        case .subjectOf: "schema.org subjectOf"
        }
    }
}

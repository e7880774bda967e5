import CatalogueModel

/// How the values of a schema.org property become text.
enum SchemaOrgShape {
    /// Text that may stand in several languages, of which one is taken.
    case localText
    case names
    case identifiers
    case addresses
    /// Addresses and identifiers of other resources; what a source names by words only is passed over.
    case links
    case languages
    /// Names in a list, or in one string, separated by commas.
    case keywords
    case audiences
    /// Terms of a vocabulary: by code, by name, by address.
    case terms
    /// Terms of a vocabulary that is usually named by address.
    case types

    /// Members of an object that may hold the value, best first.
    var members: [String] {
        switch self {
        case .localText, .names: ["@value", "name", "@id", "id", "url", "identifier"]
        case .keywords: ["@value", "name", "prefLabel", "termCode"]
        case .identifiers: ["value", "@value", "@id", "id", "url", "identifier", "name"]
        case .addresses: ["url", "@id", "id", "@value", "identifier", "name"]
        case .links: ["url", "@id", "id", "@value", "identifier"]
        case .languages: ["alternateName", "identifier", "@id", "id", "name", "@value"]
        case .audiences: ["educationalRole", "audienceType", "@value", "name", "@id", "id", "url"]
        case .terms:
            ["termCode", "identifier", "@value", "name", "targetName", "@id", "id", "url", "targetUrl", "prefLabel"]
        case .types: ["termCode", "@id", "id", "url", "identifier", "@value", "name", "prefLabel"]
        }
    }
}

/// The names schema.org and LRMI have for what a record may say.
enum SchemaOrgTerms {
    struct Property {
        let field: SourceField
        let shape: SchemaOrgShape
    }

    /// Properties the catalogue takes over.
    static let taken: [String: Property] = [
        "identifier": Property(field: .identifier, shape: .identifiers),
        "name": Property(field: .name, shape: .localText),
        "headline": Property(field: .name, shape: .localText),
        "alternateName": Property(field: .alternateName, shape: .names),
        "alternativeHeadline": Property(field: .alternateName, shape: .names),
        "description": Property(field: .description, shape: .localText),
        "descriptionLanguage": Property(field: .descriptionLanguage, shape: .languages),
        "url": Property(field: .url, shape: .addresses),
        "publisherName": Property(field: .publisherName, shape: .names),
        "creator": Property(field: .creator, shape: .names),
        "author": Property(field: .creator, shape: .names),
        "inLanguage": Property(field: .inLanguage, shape: .languages),
        "license": Property(field: .license, shape: .addresses),
        "learningResourceType": Property(field: .learningResourceType, shape: .types),
        "about": Property(field: .about, shape: .terms),
        "keywords": Property(field: .keywords, shape: .keywords),
        "educationalLevel": Property(field: .educationalLevel, shape: .terms),
        "audience": Property(field: .audience, shape: .audiences),
        "courseMode": Property(field: .courseMode, shape: .types),
        "datePublished": Property(field: .datePublished, shape: .names),
        "timeRequired": Property(field: .timeRequired, shape: .names),
        "duration": Property(field: .duration, shape: .names),
        "isBasedOn": Property(field: .isBasedOn, shape: .addresses),
        "isBasedOnUrl": Property(field: .isBasedOn, shape: .addresses),
        "translationOfWork": Property(field: .translationOfWork, shape: .addresses),
        "isPartOf": Property(field: .isPartOf, shape: .links),
        "exampleOfWork": Property(field: .isVersionOf, shape: .links),
        "coursePrerequisites": Property(field: .coursePrerequisites, shape: .links),
        "subjectOf": Property(field: .subjectOf, shape: .addresses),
    ]

    /// Types that say what kind of learning resource a thing is; `CreativeWork` and its like say nothing.
    static let tellingTypes: Set<String> = [
        "3DModel", "Article", "AudioObject", "Audiobook", "Blog", "BlogPosting", "Book", "Chapter", "Clip", "Course",
        "CourseInstance", "DataDownload", "Dataset", "Drawing", "Episode", "Game", "Guide", "HowTo", "ImageGallery",
        "ImageObject", "Manuscript", "Map", "MobileApplication", "MusicComposition", "MusicRecording", "NewsArticle",
        "Painting", "Photograph", "PodcastEpisode", "PodcastSeries", "PresentationDigitalDocument", "Question", "Quiz",
        "Report", "ScholarlyArticle", "Sculpture", "SheetMusic", "SoftwareApplication", "SpreadsheetDigitalDocument",
        "Syllabus", "TechArticle", "TextDigitalDocument", "Thesis", "VideoGame", "VideoObject", "VisualArtwork",
        "WebApplication", "WebPage", "WebSite",
    ]

    /// Known properties the catalogue has no place for: passed over without a word.
    static let passedOver = Set(
        """
        about abstract accessMode accessModeSufficient accessibilityAPI accessibilityControl accessibilityFeature
        accessibilityHazard accessibilitySummary accountablePerson acquireLicensePage actor additionalType
        aggregateRating applicationCategory archivedAt articleBody articleSection artEdition artMedium artform artist
        artworkSurface aspect assesses associatedArticle associatedMedia author availableLanguage award awards
        backstory bitrate bookEdition bookFormat caption character citation comment commentCount
        competencyRequired conditionsOfAccess contactPoint contentLocation contentRating contentReferenceTime contentSize
        contentUrl contributor copyrightHolder copyrightNotice copyrightYear correction countryOfOrigin courseCode
        coursePrerequisites courseSchedule courseWorkload creativeWorkStatus creator creditText dateCreated dateModified
        depth director disambiguatingDescription discussionUrl distribution downloadUrl editEIDR editor
        educationalAlignment educationalCredentialAwarded educationalFramework educationalProgramMode educationalRole
        educationalUse embedUrl embeddedTextCaption encoding encodingFormat encodings endDate endTime episodeNumber
        exampleOfWork expires fileFormat financialAidEligible funder funding genre hasCourse hasCourseInstance hasPart
        height identifier illustrator image inAlbum includedInDataCatalog installUrl instructor interactionStatistic
        interactivityType interpretedAsClaim isAccessibleForFree isBasedOn isFamilyFriendly isPartOf isbn issn
        issueNumber keywords lessonNumber location locationCreated mainEntity mainEntityOfPage maintainer material
        materialExtent measurementTechnique memoryRequirements mentions musicBy name numberOfCredits numberOfEpisodes
        numberOfPages occupationalCategory occupationalCredentialAwarded offers operatingSystem organizer pageEnd
        pageStart pagination partOfSeries pattern playerType position potentialAction processorRequirements producer
        productionCompany provider publication publicationType publicationVersion publisherImprint publishingPrinciples
        recordedAt regionsAllowed releaseNotes releasedEvent requiresSubscription review reviews sameAs schedule
        schemaVersion screenshot sdDatePublished sdLicense sdPublisher seasonNumber sha256 size softwareHelp
        softwareRequirements softwareVersion sourceOrganization spatial spatialCoverage speaker sponsor startDate
        startTime stock syllabusSections targetDescription targetName targetUrl teaches temporal temporalCoverage text
        thumbnail thumbnailUrl totalHistoricalEnrollment totalTime trailer transcript translator typicalAgeRange
        typicalCreditsPerTerm uploadDate usageInfo variableMeasured version video videoFrameSize videoQuality
        volumeNumber wordCount workExample workFeatured workPerformed workTranslation width
        """
        .split { $0 == " " || $0 == "\n" }.map(String.init))
}

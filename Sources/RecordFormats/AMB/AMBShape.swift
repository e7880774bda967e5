/// What AMB asks of a value (JSON Schemas of the Allgemeines Metadatenprofil für Bildungsressourcen, draft-07).
indirect enum AMBShape: Sendable {
    case text
    case boolean
    /// An absolute URI.
    case address
    /// A day or a date and time (ISO 8601).
    case date
    /// A length of time such as `PT1H30M` (ISO 8601).
    case duration
    /// Digits without a unit, as text.
    case digits
    /// SHA-256 in hexadecimal digits.
    case hash
    /// A media type such as `video/mp4`.
    case mediaType
    /// A language of two small letters (ISO 639-1).
    case language
    /// Texts by language: `{"vi": "…"}`.
    case languageMap
    case oneOf([String])
    /// An address that begins with one of these.
    case addressBelow([String])
    case list(AMBShape)
    /// A list of which at least one element has an `id` that begins with one of these, where any is given.
    case listWithID(AMBShape, below: [String])
    /// An object; of each group of members in `required` at least one must be there.
    case object([String: AMBShape], required: [[String]])
}

extension AMBShape {
    /// A concept of a vocabulary, named by its address.
    static func concept(_ id: AMBShape = .address) -> AMBShape {
        .object(["type": .oneOf(["Concept"]), "id": id, "prefLabel": .languageMap], required: [["id"]])
    }

    static let affiliation = object(
        ["type": .oneOf(["Organization"]), "id": .address, "name": .text], required: [["name"], ["type"]])

    static func agent(_ types: [String]) -> AMBShape {
        .object(
            [
                "type": .oneOf(types), "id": .address, "name": .text, "honorificPrefix": .text,
                "affiliation": affiliation,
            ], required: [["name"], ["type"]])
    }

    static let provider = object(["id": .address, "type": .text, "name": .text], required: [["id"]])

    static let media: [String: AMBShape] = [
        "contentUrl": .address, "embedUrl": .address, "encodingFormat": .mediaType, "contentSize": .digits,
        "sha256": .hash, "bitrate": .digits,
    ]

    static func mediaObject(_ types: [String]) -> AMBShape {
        .object(
            media.merging(["type": .oneOf(types)]) { _, new in new }, required: [["type"], ["contentUrl", "embedUrl"]])
    }

    static let part = list(.object(["id": .address, "type": types, "name": .text], required: [["id"]]))

    static let types = list(.oneOf(typeNames))

    static let license = object(
        [
            "id": .addressBelow([
                "creativecommons.org/licenses/", "creativecommons.org/licences/", "creativecommons.org/publicdomain/",
                "www.gnu.org/licenses/", "www.apache.org/licenses/", "opensource.org/licenses/MIT",
                "www.opensource.org/licenses/BSD",
            ])
        ], required: [["id"]])

    /// The kinds of creative work AMB knows.
    static let typeNames =
        """
        3DModel AmpStory Article Atlas AudioObject Audiobook Blog Book BookSeries Chapter Clip Collection ComicStory
        Comment Conversation Course CreativeWorkSeason CreativeWorkSeries DataDownload Diet DigitalDocument Drawing
        Episode ExercisePlan FAQPage Game Guide HowTo ImageGallery ImageObject LearningResource LegislationObject
        Manuscript Map MathSolver MediaGallery MediaObject Message MobileApplication Movie MovieClip MovieSeries
        MusicAlbum MusicComposition MusicPlaylist MusicRecording MusicRelease MusicVideoObject NewsArticle Painting
        Periodical Photograph Play PodcastEpisode PodcastSeason PodcastSeries Poster PresentationDigitalDocument
        PublicationIssue PublicationVolume Quiz Quotation RadioClip RadioEpisode RadioSeason RadioSeries Recipe Report
        Review ScholarlyArticle Sculpture SheetMusic ShortStory SoftwareApplication SoftwareSourceCode
        SpreadsheetDigitalDocument TVClip TVEpisode TVSeason TVSeries TextDigitalDocument Thesis VideoGallery VideoGame
        VideoGameClip VideoGameSeries VideoObject VisualArtwork WebApplication WebContent WebPage
        """
        .split { $0 == " " || $0 == "\n" }.map(String.init)
}

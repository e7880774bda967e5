extension LearningResource: Codable {
    /// Names of the stored form: short, since a catalogue keeps them a million times.
    private enum CodingKeys: String, CodingKey {
        case id, title, url, identifiers, description, creators, languages, licence, subjects, keywords, levels,
            audiences, duration
        case alternativeTitles = "alternatives"
        case descriptionLanguage = "descriptionIn"
        case publisherID = "publisher"
        case publisherName
        case resourceTypes = "types"
        case studyModes = "modes"
        case datePublished = "date"
        case timeRequired
        case isBasedOn = "basedOn"
        case translationOfWork = "translationOf"
        case partOf, versionOf, prerequisites
        case factsFrom
        case tags, competences, programmes
    }

    package init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        func list<Value: Decodable>(_ key: CodingKeys) throws -> [Value] {
            try stored.decodeIfPresent([Value].self, forKey: key) ?? []
        }
        self.init(
            id: try stored.decode(ResourceID.self, forKey: .id),
            title: try stored.decode(String.self, forKey: .title),
            url: try stored.decode(String.self, forKey: .url),
            publisher: Publisher(
                id: try stored.decode(String.self, forKey: .publisherID),
                name: try stored.decode(String.self, forKey: .publisherName)))
        identifiers = try list(.identifiers)
        alternativeTitles = try list(.alternativeTitles)
        description = try stored.decodeIfPresent(String.self, forKey: .description)
        descriptionLanguage = try stored.decodeIfPresent(LanguageTag.self, forKey: .descriptionLanguage)
        creators = try list(.creators)
        languages = try list(.languages)
        licence = try stored.decodeIfPresent(String.self, forKey: .licence)
        resourceTypes = try list(.resourceTypes)
        subjects = try list(.subjects)
        keywords = try list(.keywords)
        levels = try list(.levels)
        audiences = try list(.audiences)
        studyModes = try list(.studyModes)
        datePublished = try stored.decodeIfPresent(PartialDate.self, forKey: .datePublished)
        timeRequired = try stored.decodeIfPresent(ISODuration.self, forKey: .timeRequired)
        duration = try stored.decodeIfPresent(ISODuration.self, forKey: .duration)
        isBasedOn = try list(.isBasedOn)
        translationOfWork = try list(.translationOfWork)
        partOf = try list(.partOf)
        versionOf = try list(.versionOf)
        prerequisites = try list(.prerequisites)
        tags = try list(.tags)
        competences = try list(.competences)
        programmes = try list(.programmes)
        factsFrom = try stored.decodeIfPresent(String.self, forKey: .factsFrom)
    }

    package func encode(to encoder: any Encoder) throws {
        var stored = encoder.container(keyedBy: CodingKeys.self)
        func write<Value: Encodable>(_ list: [Value], _ key: CodingKeys) throws {
            if !list.isEmpty { try stored.encode(list, forKey: key) }
        }
        try stored.encode(id, forKey: .id)
        try stored.encode(title, forKey: .title)
        try stored.encode(url, forKey: .url)
        try stored.encode(publisher.id, forKey: .publisherID)
        try stored.encode(publisher.name, forKey: .publisherName)
        try write(identifiers, .identifiers)
        try write(alternativeTitles, .alternativeTitles)
        try stored.encodeIfPresent(description, forKey: .description)
        try stored.encodeIfPresent(descriptionLanguage, forKey: .descriptionLanguage)
        try write(creators, .creators)
        try write(languages, .languages)
        try stored.encodeIfPresent(licence, forKey: .licence)
        try write(resourceTypes, .resourceTypes)
        try write(subjects, .subjects)
        try write(keywords, .keywords)
        try write(levels, .levels)
        try write(audiences, .audiences)
        try write(studyModes, .studyModes)
        try stored.encodeIfPresent(datePublished, forKey: .datePublished)
        try stored.encodeIfPresent(timeRequired, forKey: .timeRequired)
        try stored.encodeIfPresent(duration, forKey: .duration)
        try write(isBasedOn, .isBasedOn)
        try write(translationOfWork, .translationOfWork)
        try write(partOf, .partOf)
        try write(versionOf, .versionOf)
        try write(prerequisites, .prerequisites)
        try write(tags, .tags)
        try write(competences, .competences)
        try write(programmes, .programmes)
        try stored.encodeIfPresent(factsFrom, forKey: .factsFrom)
    }
}

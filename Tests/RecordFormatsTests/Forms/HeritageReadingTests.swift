import CatalogueModel
import RecordFormats
import Testing

@Suite("Reading EDM and LIDO")
struct HeritageReadingTests {
    private static let rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:edm="http://www.europeana.eu/schemas/edm/"
         xmlns:ore="http://www.openarchives.org/ore/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:dcterms="http://purl.org/dc/terms/" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
        """

    static let edm =
        rdf + """
            <edm:ProvidedCHO rdf:about="https://baotang.example.vn/hv/1">
              <dc:title xml:lang="en">Boat</dc:title><dc:title xml:lang="vi">Ghe ngo</dc:title><dc:language>vi</dc:language>
              <dc:description xml:lang="vi">Ghe của người Khmer</dc:description><dc:creator rdf:resource="#a1"/>
              <dc:subject>đua ghe</dc:subject><dc:subject rdf:resource="https://a.vn/khainiem/7"/>
              <dc:type>điêu khắc</dc:type><edm:type>IMAGE</edm:type><dcterms:created>1965</dcterms:created>
              <dc:identifier>BT.1965.1</dc:identifier>
            </edm:ProvidedCHO>
            <edm:ProvidedCHO rdf:about="#cho2"><dc:title>Trống</dc:title><edm:type>SOUND</edm:type>
              <dcterms:extent>PT3M</dcterms:extent></edm:ProvidedCHO>
            <ore:Aggregation rdf:about="#agg2"><edm:aggregatedCHO rdf:resource="#cho2"/>
              <edm:isShownBy rdf:resource="https://baotang.example.vn/2.mp3"/>
              <edm:rights rdf:resource="http://rightsstatements.org/vocab/InC/1.0/"/><edm:provider>Mạng B</edm:provider></ore:Aggregation>
            <ore:Aggregation rdf:about="#agg1"><edm:aggregatedCHO rdf:resource="https://baotang.example.vn/hv/1"/>
              <edm:dataProvider>Bảo tàng Cần Thơ</edm:dataProvider><edm:provider>Mạng B</edm:provider>
              <edm:isShownAt rdf:resource="https://baotang.example.vn/trang/1"/>
              <edm:isShownBy rdf:resource="https://baotang.example.vn/1.jpg"/>
              <edm:rights rdf:resource="http://creativecommons.org/licenses/by/4.0/"/></ore:Aggregation>
            <edm:Agent rdf:about="#a1"><skos:prefLabel xml:lang="en">Thach Sang</skos:prefLabel>
              <skos:prefLabel xml:lang="vi">Thạch Sang</skos:prefLabel></edm:Agent>
            <skos:Concept rdf:about="https://a.vn/khainiem/7"><skos:prefLabel xml:lang="vi">lễ hội</skos:prefLabel></skos:Concept>
            </rdf:RDF>
            """

    @Test("EDM: each object is a record, with its own aggregation")
    func objects() throws {
        let outcomes = try read(Self.edm, .xml)
        #expect(outcomes.count == 2)
        #expect(outcomes.flatMap(\.warnings).isEmpty)
        #expect(
            outcomes[0].record?.values == [
                .identifier: ["https://baotang.example.vn/hv/1"], .name: ["Ghe ngo"], .alternateName: ["Boat"],
                .description: ["Ghe của người Khmer"], .descriptionLanguage: ["vi"], .inLanguage: ["vi"],
                .url: ["https://baotang.example.vn/trang/1"], .publisherName: ["Bảo tàng Cần Thơ"],
                .creator: ["Thạch Sang"],
                .license: ["http://creativecommons.org/licenses/by/4.0/"], .learningResourceType: ["image"],
                .keywords: ["đua ghe", "lễ hội", "điêu khắc"], .about: ["https://a.vn/khainiem/7"],
                .datePublished: ["1965"],
            ])
        #expect(
            outcomes[1].record?.values == [
                .identifier: ["#cho2"], .name: ["Trống"], .url: ["https://baotang.example.vn/2.mp3"],
                .publisherName: ["Mạng B"], .license: ["http://rightsstatements.org/vocab/InC/1.0/"],
                .learningResourceType: ["audio"], .duration: ["PT3M"],
            ])
    }

    @Test("EDM within OAI-PMH and by proxy, as Europeana gives it")
    func proxies() throws {
        let graph =
            Self.rdf + """
                <edm:ProvidedCHO rdf:about="/1"/><ore:Proxy rdf:about="/p"><dc:title>Tranh</dc:title><ore:proxyFor rdf:resource="/1"/></ore:Proxy>
                <ore:Aggregation rdf:about="/a"><edm:isShownAt rdf:resource="https://a.vn/1"/></ore:Aggregation></rdf:RDF>
                """
        let response = """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:a:1</identifier>
            <datestamp>2021-01-01</datestamp></header><metadata>\(graph)</metadata></record></ListRecords></OAI-PMH>
            """
        let record = try xmlRecord(response)
        #expect(record[.identifier] == ["oai:a:1"])
        #expect(record[.name] == ["Tranh"])
        #expect(record[.url] == ["https://a.vn/1"])
    }

    static let lido = """
        <lido:lidoWrap xmlns:lido="http://www.lido-schema.org"><lido:lido>
        <lido:lidoRecID lido:type="local">BT-7</lido:lidoRecID>
        <lido:descriptiveMetadata xml:lang="vi">
         <lido:objectClassificationWrap><lido:objectWorkTypeWrap><lido:objectWorkType><lido:term>gốm</lido:term>
          <lido:term lido:addedSearchTerm="yes">hiện vật</lido:term></lido:objectWorkType></lido:objectWorkTypeWrap></lido:objectClassificationWrap>
         <lido:objectIdentificationWrap><lido:titleWrap><lido:titleSet>
           <lido:appellationValue lido:pref="alternate">Bình cũ</lido:appellationValue>
           <lido:appellationValue lido:pref="preferred">Bình gốm Óc Eo</lido:appellationValue></lido:titleSet></lido:titleWrap>
          <lido:objectDescriptionWrap><lido:objectDescriptionSet><lido:descriptiveNoteValue>Bình đất nung</lido:descriptiveNoteValue>
           </lido:objectDescriptionSet></lido:objectDescriptionWrap></lido:objectIdentificationWrap>
         <lido:eventWrap><lido:eventSet><lido:event><lido:eventType><lido:term>Finding</lido:term></lido:eventType>
           <lido:eventDate><lido:date><lido:earliestDate>1944</lido:earliestDate></lido:date></lido:eventDate></lido:event></lido:eventSet>
          <lido:eventSet><lido:event><lido:eventType><lido:conceptID>http://terminology.lido-schema.org/lido00007</lido:conceptID></lido:eventType>
           <lido:eventActor><lido:actorInRole><lido:actor><lido:nameActorSet><lido:appellationValue>Thợ gốm A</lido:appellationValue>
           </lido:nameActorSet></lido:actor></lido:actorInRole></lido:eventActor>
           <lido:eventDate><lido:displayDate>khoảng năm 0550</lido:displayDate></lido:eventDate></lido:event></lido:eventSet></lido:eventWrap>
         <lido:objectRelationWrap><lido:subjectWrap><lido:subjectSet><lido:subject><lido:subjectConcept><lido:term>khảo cổ</lido:term>
           </lido:subjectConcept></lido:subject></lido:subjectSet></lido:subjectWrap></lido:objectRelationWrap>
        </lido:descriptiveMetadata>
        <lido:administrativeMetadata xml:lang="vi">
         <lido:recordWrap><lido:recordID>7</lido:recordID><lido:recordSource><lido:legalBodyName>
           <lido:appellationValue>Bảo tàng Cần Thơ</lido:appellationValue></lido:legalBodyName></lido:recordSource>
          <lido:recordInfoSet><lido:recordInfoLink>https://baotang.example.vn/7</lido:recordInfoLink></lido:recordInfoSet></lido:recordWrap>
         <lido:resourceWrap><lido:resourceSet><lido:resourceRepresentation>
           <lido:linkResource lido:formatResource="image/jpeg">https://baotang.example.vn/7.jpg</lido:linkResource></lido:resourceRepresentation>
          <lido:rightsResource><lido:rightsType><lido:conceptID>https://creativecommons.org/publicdomain/zero/1.0/</lido:conceptID>
          </lido:rightsType></lido:rightsResource></lido:resourceSet></lido:resourceWrap>
        </lido:administrativeMetadata></lido:lido></lido:lidoWrap>
        """

    @Test("LIDO: an object of a museum")
    func museum() throws {
        #expect(
            try xmlRecord(Self.lido).values == [
                .identifier: ["BT-7"], .name: ["Bình gốm Óc Eo"], .alternateName: ["Bình cũ"],
                .description: ["Bình đất nung"], .descriptionLanguage: ["vi"], .url: ["https://baotang.example.vn/7"],
                .publisherName: ["Bảo tàng Cần Thơ"], .creator: ["Thợ gốm A"],
                .license: ["https://creativecommons.org/publicdomain/zero/1.0/"], .learningResourceType: ["image"],
                .keywords: ["gốm", "khảo cổ"], .datePublished: ["0550"],
            ])
    }
}

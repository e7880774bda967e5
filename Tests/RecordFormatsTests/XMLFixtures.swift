/// Made-up documents of every form.
enum XMLFixtures {
    static let oaiPage = """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <responseDate>2026-03-01T02:03:04Z</responseDate>
          <request verb="ListRecords" metadataPrefix="oai_dc" set="giao-trinh">https://kho.example/oai</request>
          <ListRecords>
            <record>
              <header><identifier>oai:kho.example:1</identifier><datestamp>2026-01-02</datestamp>
                <setSpec>giao-trinh</setSpec><setSpec>cntt:web</setSpec></header>
              <metadata>
                <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <dc:title>Giáo trình lập trình web</dc:title>
                  <dc:creator>Trần Thị Bưởi</dc:creator>
                  <dc:contributor>Lê Văn Hướng Dẫn</dc:contributor>
                  <dc:subject>Lập trình</dc:subject><dc:subject>ISCED-F 2013: 0613</dc:subject>
                  <dc:description>Made available in DSpace on 2024-05-02T01:00:00Z (GMT). No. of bitstreams: 1</dc:description>
                  <dc:description>Từ HTML đến máy chủ.</dc:description>
                  <dc:date>2024-05-02T01:00:00Z</dc:date><dc:date>2024-05-02T01:00:00Z</dc:date><dc:date>2023</dc:date>
                  <dc:type>Book</dc:type><dc:type>info:eu-repo/semantics/publishedVersion</dc:type>
                  <dc:identifier>https://kho.example/bitstream/123456789/1/1/web.pdf</dc:identifier>
                  <dc:identifier>https://kho.example/handle/77/1</dc:identifier>
                  <dc:identifier>ISBN 978-604-00-0001-2</dc:identifier>
                  <dc:language>vi_VN</dc:language>
                  <dc:rights>Được phép dùng với điều kiện ghi công</dc:rights>
                  <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>
                  <dc:rights>info:eu-repo/semantics/openAccess</dc:rights>
                  <dc:publisher>Trường Đại học Ví Dụ</dc:publisher>
                  <dc:source>https://khac.example/sach</dc:source>
                </oai_dc:dc>
              </metadata>
              <about><provenance xmlns="urn:p"/></about>
            </record>
            <record><header status="deleted"><identifier>oai:kho.example:2</identifier><datestamp>2026-01-03</datestamp></header></record>
            <record><header><identifier>oai:kho.example:3</identifier><datestamp>2026-01-04</datestamp></header>
              <metadata><m:mods xmlns:m="http://www.loc.gov/mods/v3"><m:titleInfo><m:title>Bản đồ</m:title></m:titleInfo></m:mods></metadata>
            </record>
            <record><header><identifier>oai:kho.example:4</identifier><datestamp>2026-01-04</datestamp></header>
              <metadata><odd xmlns="urn:odd"/></metadata>
            </record>
            <record><header><datestamp>2026-01-04</datestamp></header></record>
            <resumptionToken completeListSize="9" cursor="0" expirationDate="2026-03-02T00:00:00Z">x/5</resumptionToken>
          </ListRecords>
        </OAI-PMH>

        """

    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:cc="http://creativecommons.org/ns#" xmlns:atom="http://www.w3.org/2005/Atom">
          <channel>
            <title>Bài giảng mở</title><link>https://nghe.example/</link><description>Podcast</description>
            <language>vi</language><atom:link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/"/>
            <itunes:author>Ban Biên Tập</itunes:author>
            <item>
              <title>Tập 1: Thủy triều &amp;amp; mặt trăng</title><link>https://nghe.example/1</link>
              <guid isPermaLink="false">tap-1</guid>
              <pubDate>Mon, 06 Sep 2021 08:00:00 +0700</pubDate>
              <description>&lt;p&gt;Vì sao nước lên?&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>Dài hơn</p>]]></content:encoded>
              <category>Vật lí</category><itunes:duration>1:02:03</itunes:duration>
              <enclosure url="https://nghe.example/1.mp3" length="123" type="audio/mpeg"/>
            </item>
            <item>
              <title>Tập 2</title><guid>https://nghe.example/2</guid><dc:creator>Phạm Cảnh</dc:creator>
              <content:encoded><![CDATA[<p>Sóng <b>âm</b></p>]]></content:encoded>
              <dc:language>en</dc:language><cc:license rdf:resource="https://creativecommons.org/publicdomain/zero/1.0/"
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>
              <media:group><media:content url="https://nghe.example/2.mp4" type="video/mp4" duration="95"/>
                <media:keywords>sóng, âm</media:keywords></media:group>
            </item>
          </channel>
        </rss>

        """

    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
          <title>Kho</title><author><name>Nhóm Kho</name></author><rights>CC BY 4.0</rights>
          <entry>
            <id>urn:uuid:1</id><title type="html">Hóa học &lt;i&gt;vui&lt;/i&gt;</title>
            <link rel="self" href="https://kho.example/self"/><link href="https://kho.example/hoa"/>
            <link rel="enclosure" type="video/mp4" href="https://kho.example/hoa.mp4"/>
            <updated>2024-02-03T04:05:06Z</updated><published>2024-01-02T03:04:05+07:00</published>
            <summary xml:lang="en">Fun chemistry</summary>
            <category term="hoa" label="Hóa học"/>
          </entry>
          <entry xml:lang="en"><id>tag:kho.example,2024:2</id><title>Two</title><link rel="alternate" href="https://kho.example/2"/>
            <link rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/"/><author><name>Ngô An</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Hai <b>ba</b></div></content></entry>
        </feed>

        """

    static let rss1 = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://tin.example/"><title>Tin</title><dc:language>vi</dc:language>
            <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights></channel>
          <item rdf:about="https://tin.example/1"><title>Một</title><link>https://tin.example/1</link>
            <dc:date>2020-05-06T07:08:09Z</dc:date><dc:subject>Tin học</dc:subject></item>
        </rdf:RDF>

        """

    static let mods = """
        <modsCollection xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
          <mods version="3.7">
            <titleInfo><nonSort>L'</nonSort><title>atlas</title><subTitle>bản đồ Việt Nam</subTitle><partNumber>Tập 2</partNumber></titleInfo>
            <titleInfo type="alternative"><title>Atlas mở</title></titleInfo>
            <name><namePart type="family">Đỗ</namePart><namePart type="given">Mai</namePart><namePart type="date">1970-</namePart>
              <role><roleTerm type="code">aut</roleTerm></role></name>
            <name><namePart>Vũ Hỗ Trợ</namePart><role><roleTerm type="text">sponsor</roleTerm></role></name>
            <typeOfResource>cartographic</typeOfResource><genre>Book</genre>
            <originInfo><publisher>NXB Ví Dụ</publisher><dateIssued>in năm 2019</dateIssued><dateIssued encoding="w3cdtf">2019-04</dateIssued></originInfo>
            <language><languageTerm type="text">Vietnamese</languageTerm><languageTerm type="code" authority="iso639-2b">vie</languageTerm></language>
            <physicalDescription><extent>90 phút</extent></physicalDescription>
            <abstract>Tóm tắt</abstract><targetAudience>teachers</targetAudience>
            <subject><topic>Địa lí</topic><geographic>Việt Nam</geographic></subject>
            <classification authority="isced">0532</classification><classification authority="ddc">910</classification>
            <relatedItem type="original"><location><url>https://goc.example/atlas</url></location></relatedItem>
            <identifier type="isbn">9786040000019</identifier><identifier type="doi">10.5555/atlas</identifier>
            <location><url access="preview">https://kho.example/thumb.png</url><url usage="primary display">https://kho.example/atlas</url></location>
            <accessCondition type="use and reproduction" xlink:href="https://creativecommons.org/licenses/by/4.0/">CC BY</accessCondition>
            <recordInfo><recordIdentifier>m-1</recordIdentifier></recordInfo>
          </mods>
        </modsCollection>

        """

    static let dataCite = """
        <resource xmlns="http://datacite.org/schema/kernel-4">
          <identifier identifierType="DOI">10.5555/DL-1</identifier>
          <creators><creator><creatorName nameType="Personal">Hồ Sơn</creatorName></creator></creators>
          <titles><title xml:lang="en">Rainfall</title><title xml:lang="vi">Lượng mưa</title><title titleType="Subtitle">2001–2020</title></titles>
          <publisher>Viện Ví Dụ</publisher><publicationYear>2022</publicationYear>
          <resourceType resourceTypeGeneral="Dataset">Bảng số liệu</resourceType>
          <subjects><subject>Thủy văn</subject><subject subjectScheme="ISCED-F 2013">0532 Earth sciences</subject></subjects>
          <contributors><contributor contributorType="Editor"><contributorName>Đinh Biên</contributorName></contributor>
            <contributor contributorType="Sponsor"><contributorName>Quỹ</contributorName></contributor></contributors>
          <dates><date dateType="Issued">2022-03-04</date><date dateType="Collected">2001/2020</date></dates>
          <language>vi</language>
          <alternateIdentifiers><alternateIdentifier alternateIdentifierType="URL">https://dl.example/1</alternateIdentifier></alternateIdentifiers>
          <relatedIdentifiers><relatedIdentifier relatedIdentifierType="DOI" relationType="IsDerivedFrom">10.5555/goc</relatedIdentifier></relatedIdentifiers>
          <rightsList><rights rightsURI="https://creativecommons.org/publicdomain/zero/1.0/">CC0</rights></rightsList>
          <descriptions><description descriptionType="Abstract" xml:lang="vi">Số liệu mưa.</description><description descriptionType="Other">Khác</description></descriptions>
        </resource>

        """

    static let all = [oaiPage, rss, atom, rss1, mods, dataCite]
}

/// Where Vietnamese letters stand in the encodings used before Unicode.
///
/// Single-byte encodings list the byte of each of `letters` as two hexadecimal digits, `00` where it has none; VNI writes
/// a letter as one or two characters. The facts are those of TCVN 5712:1993, RFC 1456 (VISCII), and the tables of the
/// VPS and VNI keyboard programs.
enum LegacyTables {
    static let letters = "áàảãạấầẩẫậâắằẳẵặăéèẻẽẹếềểễệêóòỏõọốồổỗộôớờởỡợơúùủũụứừửữựưíìỉĩịýỳỷỹỵđ"
    static let capitals = "ÁÀẢÃẠẤẦẨẪẬÂẮẰẲẴẶĂÉÈẺẼẸẾỀỂỄỆÊÓÒỎÕỌỐỒỔỖỘÔỚỜỞỠỢƠÚÙỦŨỤỨỪỬỮỰƯÍÌỈĨỊÝỲỶỸỴĐ"
    static let tcvn3 = """
        B8B5B6B7B9CAC7C8C9CBA9BEBBBCBDC6A8D0CCCECFD1D5D2D3D4D6AAE3DFE1E2E4E8E5E6E7E9ABEDEAEBECEEAC\
        F3EFF1F2F4F8F5F6F7F9ADDDD7D8DCDEFDFAFBFCFEAE
        """
    static let viscii = """
        E1E0E4E3D5A4A5A6E7A7E2A1A2C6C7A3E5E9E8EBA8A9AAABACADAEEAF3F2F6F5F7AFB0B1B2B5F4BEB6B7DEFEBD\
        FAF9FCFBF8D1D7D8E6F1DFEDECEFEEB8FDCFD6DBDCF0
        """
    static let visciiCapitals = """
        C1C0C4C3808485860687C28182020583C5C9C8CB88898A8B8C8D8ECAD3D299A09A8F90919293D4959697B394B4\
        DAD99C9D9EBABBBCFFB9BFCDCC9BCE98DD9F14191ED0
        """
    static let vps = """
        E1E0E4E3E5C3C0C4C5C6E2A1A2A3A4A5E6E9E8C8EBCB898A8BCD8CEAF3F2D5F586D3D2B087B6F4A7A9AAABAED6\
        FAF9FBDBF8D9D8BABBBFDCEDECCCEFCE9AFF9BCF9CC7
        """
    static let vni = """
        aù aø aû aõ aï aá aà aå aã aä aâ aé aè aú aü aë aê eù eø eû eõ eï eá eà eå eã eä eâ où oø \
        oû oõ oï oá oà oå oã oä oâ ôù ôø ôû ôõ ôï ô uù uø uû uõ uï öù öø öû öõ öï ö í ì æ ó ò yù y\
        ø yû yõ î ñ
        """
}

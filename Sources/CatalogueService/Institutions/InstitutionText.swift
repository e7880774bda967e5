/// The fixed words of the pages of institutions, by the key templates use.
enum InstitutionText {
    static let table: [String: (String, String)] = [
        "institutionsTitle": ("Các đơn vị", "Institutions"),
        "institutionsLead": (
            "Trường, trung tâm, thư viện, bảo tàng và tổ chức công bố hoặc dùng học liệu.",
            "Schools, centres, libraries, museums and bodies that publish or use learning material."
        ),
        "institutionsNone": ("Không có đơn vị nào như vậy.", "There is no such institution."),
        "institutionsType": ("Loại đơn vị", "Type of institution"),
        "institutionsPlace": ("Địa bàn", "Place"),
        "institutionsAll": ("tất cả", "all"),
        "institutionsShow": ("Xem", "Show"),
        "institutionResources": ("Học liệu", "Resources"),
        "institutionNewest": ("Mới công bố", "Newest"),
        "institutionAllResources": ("Xem tất cả học liệu của đơn vị", "All resources of the institution"),
        "institutionNoResources": (
            "Danh mục chưa có học liệu nào của đơn vị này.", "The catalogue has no resource of this institution."
        ),
        "institutionContribution": (
            "Đóng góp vào chỉ tiêu học liệu mở", "Contribution to the targets for open material"
        ),
        "institutionOpenList": ("Xem các học liệu được tính", "Show the resources that count"),
        "institutionQuality": (
            "Chất lượng bản ghi và mười việc nên sửa trước", "Quality of records, and the ten things to mend first"
        ),
        "institutionQualityMore": ("Xem báo cáo chất lượng đầy đủ", "The full quality report"),
        "institutionLinks": ("Liên kết", "Links"),
        "institutionLinksMore": ("Xem mọi liên kết hỏng và đã chuyển", "All broken and moved links"),
        "institutionHarvests": ("Các lần thu thập", "Harvests"),
        "institutionWebsite": ("Trang của đơn vị", "The institution's website"),
        "institutionUnregistered": (
            "Đơn vị này chưa có trong danh bạ; tên lấy từ bản ghi.",
            "This institution is not in the register; its name is taken from records."
        ),
    ]
}

/// The fixed words of the pages of targets, by the key templates use.
enum TargetText {
    static let table: [String: (String, String)] = [
        "targetsTitle": ("Chỉ tiêu xã hội học tập", "Targets of the learning society"),
        "targetsLead": (
            "Mỗi con số kèm mẫu số, danh sách đứng sau, ngày và cách tính. Số tính từ danh mục, số cơ quan báo cáo và số thay thế luôn được ghi rõ, không lẫn nhau.",
            "Each figure comes with its denominator, the list behind it, its day and method. Computed, reported and proxy figures are always told apart."
        ),
        "targetsNone": ("Chưa nạp kế hoạch nào.", "No plan is loaded yet."),
        "targetsReached": ("đạt", "reached"),
        "targetsOf": ("trên", "of"),
        "targetsWithFigure": ("chỉ tiêu có số liệu", "targets with a figure"),
        "targetsLate": ("chỉ đạt sau khi kỳ đã hết", "only after the period was over"),
        "targetPopulation": ("Dân số", "Population"),
        "targetsAll": ("trong tất cả", "of all"),
        "targetMapLead": (
            "Mỗi ô: số chỉ tiêu nơi ấy đã đạt trên số chỉ tiêu đếm theo quận, huyện (chưa báo cáo là chưa đạt).",
            "Each tile: targets the place has reached, of those that count districts (not reported is not reached)."
        ),
        "targetEnterNone": (
            "Kế hoạch này không tính số của địa bàn nào bạn phụ trách.",
            "This plan takes figures of none of your territories."
        ),
        "targetPlan": ("Kế hoạch", "Plan"),
        "targetGoal": ("Mục tiêu", "Goal"),
        "targetValue": ("Đã có", "Figure"),
        "targetKind": ("Loại số", "Kind"),
        "targetState": ("Kết quả", "Result"),
        "targetGap": ("Còn thiếu", "Missing"),
        "targetPace": ("Cần mỗi tháng", "Needed a month"),
        "targetForecast": ("Dự báo", "Forecast"),
        "targetMethod": ("Cách tính", "Method"),
        "targetLead": ("Chủ trì", "Lead"),
        "targetClause": ("Điều, khoản", "Clause"),
        "targetDay": ("Số liệu ngày", "Figures of"),
        "targetRegisters": ("Sổ đơn vị, địa bàn ngày", "Registers of"),
        "targetSource": ("Nguồn", "Source"),
        "targetEvidence": ("Danh sách đứng sau con số", "The list behind the figure"),
        "targetIsCounted": ("được tính", "counts"),
        "targetIsNotCounted": ("chưa được tính", "does not count yet"),
        "targetCounts": ("Được tính", "Counts"),
        "targetHas": ("Có", "Has"),
        "targetNeeds": ("Cần", "Needs"),
        "targetNote": ("Ghi chú", "Note"),
        "targetWho": ("Nơi", "Who"),
        "targetWhatIf": ("Nếu những nơi được đánh dấu cũng đạt thì sao?", "What if those marked reach it, too?"),
        "targetWhatIfButton": ("Tính thử", "Try"),
        "targetSupposed": ("GIẢ ĐỊNH, không phải số thật", "SUPPOSED, not a real figure"),
        "targetHistory": ("Diễn biến", "Over time"),
        "targetOnDay": ("Xem ngày khác", "Another day"),
        "targetReports": ("Báo cáo", "Reports"),
        "targetHalf": ("Sơ kết", "Half-year"),
        "targetYear": ("Tổng kết năm", "Annual"),
        "targetByType": ("Theo loại đơn vị", "By type of institution"),
        "targetMap": ("Theo địa bàn", "By territory"),
        "targetEnter": ("Nhập số liệu", "Enter figures"),
        "targetEnterLead": (
            "Số liệu chỉ được tính khi người thứ hai xác nhận. Ghi tử số trên mẫu số (7/9, 612.000/680.000) hoặc phần trăm (55,55%), kèm văn bản nguồn.",
            "A figure counts once a second person has confirmed it. Write numerator over denominator (7/9) or a percentage (55,55%), with the source document."
        ),
        "targetTarget": ("Chỉ tiêu", "Target"),
        "targetTerritory": ("Địa bàn", "Territory"),
        "targetSave": ("Gửi", "Send"),
        "targetConfirm": ("Xác nhận", "Confirm"),
        "targetWithdraw": ("Rút", "Withdraw"),
        "targetWhy": ("Lý do", "Reason"),
        "targetDifficulty": ("Khó khăn, vướng mắc cần phản ánh", "A difficulty to report"),
        "targetWaiting": ("chờ xác nhận", "awaiting confirmation"),
        "targetConfirmed": ("đã xác nhận", "confirmed"),
        "targetWithdrawn": ("đã rút", "withdrawn"),
        "targetEntered": ("Số liệu đã nhập", "Figures entered"),
        "coverageTitle": ("Kế hoạch, từng điều khoản", "The plan, clause by clause"),
        "coverageLead": (
            "Mỗi điều khoản được phục vụ bằng trang, lệnh hay số liệu nào. Điều khoản ngoài phạm vi được ghi là ngoài phạm vi.",
            "Which page, command or figure serves each clause. What is out of scope is listed as such."
        ),
        "coverageOut": ("ngoài phạm vi", "out of scope"),
        "targetCompare": ("So với kế hoạch khác", "Beside other plans"),
        "targetBreak": (
            "Từ 01/7/2025 địa giới thay đổi: quận, huyện không còn; số trước và sau không so thẳng được.",
            "On 1 July 2025 the territories were rearranged: districts ceased; figures before and after cannot be compared directly."
        ),
    ]
}

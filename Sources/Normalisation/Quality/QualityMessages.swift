package import Vocabularies

/// What findings say to people.
extension QualityFinding.Kind {
    private static func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }

    package var message: LocalisedText {
        switch self {
        case .licenceMissing: Self.text("Chưa rõ giấy phép", "The licence is not known")
        case .licenceWithoutVersion: Self.text("Giấy phép không ghi phiên bản", "The licence has no version")
        case .licenceFromText: Self.text("Giấy phép chỉ ghi bằng lời", "The licence is stated in words only")
        case .subjectMissing: Self.text("Chưa có lĩnh vực", "No subject is given")
        case .subjectBroad: Self.text("Lĩnh vực quá rộng", "The subject is very broad")
        case .descriptionMissing: Self.text("Chưa có phần mô tả", "There is no description")
        case .descriptionShort: Self.text("Phần mô tả quá ngắn", "The description is very short")
        case .languageMissing: Self.text("Chưa ghi ngôn ngữ", "No language is given")
        case .languageGuessed: Self.text("Ngôn ngữ do máy đoán", "The language was guessed from the text")
        case .titleWeak: Self.text("Nhan đề không cho biết nội dung", "The title says too little")
        case .titleIsFileName: Self.text("Nhan đề là tên tệp", "The title is a file name")
        case .levelMissing: Self.text("Chưa ghi cấp học", "No level is given")
        case .typeMissing: Self.text("Chưa ghi loại học liệu", "No type is given")
        case .creatorMissing: Self.text("Chưa ghi tác giả", "No creator is named")
        case .dateMissing: Self.text("Chưa ghi năm", "No date is given")
        case .keywordsMissing: Self.text("Chưa có từ khóa", "There are no keywords")
        case .audienceMissing: Self.text("Chưa ghi đối tượng", "No audience is given")
        case .addressInsecure: Self.text("Địa chỉ dùng http", "The address uses http")
        case .warning: Self.text("Có giá trị bị bỏ hoặc sửa", "A value was left out or mended")
        }
    }

    package var cost: LocalisedText {
        switch self {
        case .licenceMissing:
            Self.text("Không được tính vào chỉ tiêu học liệu mở", "Not counted for the open-material target")
        case .licenceWithoutVersion, .licenceFromText:
            Self.text("Người dùng không biết chắc được làm gì", "Users cannot be sure what they may do")
        case .subjectMissing, .subjectBroad:
            Self.text("Không tìm được khi lọc theo lĩnh vực", "Not found by those who filter by subject")
        case .descriptionMissing, .descriptionShort:
            Self.text(
                "Khó tìm, người học không biết bên trong có gì", "Hard to find, and learners cannot see what is in it")
        case .languageMissing:
            Self.text("Không tìm được khi lọc theo ngôn ngữ", "Not found by those who filter by language")
        case .languageGuessed:
            Self.text("Có thể hiện cho người không đọc được", "May be shown to people who cannot read it")
        case .titleWeak, .titleIsFileName:
            Self.text("Bị lướt qua trong danh sách kết quả", "Passed over in lists of results")
        case .levelMissing:
            Self.text("Không tìm được khi lọc theo cấp học", "Not found by those who filter by level")
        case .typeMissing: Self.text("Không tìm được khi lọc theo loại", "Not found by those who filter by type")
        case .creatorMissing:
            Self.text("Không ghi công tác giả được", "Its authors cannot be credited")
        case .dateMissing:
            Self.text("Không biết còn mới hay đã cũ", "Nobody can tell whether it is up to date")
        case .keywordsMissing: Self.text("Tìm bằng từ khác thì không ra", "Not found by other words for its topic")
        case .audienceMissing:
            Self.text("Không được tính cho nhóm người học nào", "Not counted for any group of learners")
        case .addressInsecure:
            Self.text("Trình duyệt cảnh báo là không an toàn", "Browsers warn that it is not secure")
        case .warning: Self.text("Thông tin của nguồn bị mất", "What the source says is lost")
        }
    }

    package var remedy: LocalisedText {
        switch self {
        case .licenceMissing, .licenceFromText:
            Self.text(
                "Ghi địa chỉ giấy phép, ví dụ https://creativecommons.org/licenses/by/4.0/",
                "Give the address of the licence, for example https://creativecommons.org/licenses/by/4.0/")
        case .licenceWithoutVersion:
            Self.text("Ghi đủ phiên bản, ví dụ CC BY 4.0", "Give its version too, for example CC BY 4.0")
        case .subjectMissing:
            Self.text("Ghi mã ISCED-F hoặc tên lĩnh vực", "Give an ISCED-F code or the name of a subject")
        case .subjectBroad:
            Self.text("Chọn lĩnh vực hẹp hơn, mã 3 hoặc 4 chữ số", "Choose a narrower one, of 3 or 4 digits")
        case .descriptionMissing:
            Self.text(
                "Viết hai, ba câu: học được gì, cho ai", "Write two or three sentences: what one learns, who it is for")
        case .descriptionShort: Self.text("Viết thêm một, hai câu", "Write one or two more sentences")
        case .languageMissing, .languageGuessed:
            Self.text("Ghi mã ngôn ngữ, ví dụ vi", "Give its language code, for example vi")
        case .titleWeak: Self.text("Thêm chủ đề vào nhan đề", "Add the topic to the title")
        case .titleIsFileName: Self.text("Ghi nhan đề thật của tài liệu", "Give the real title of the document")
        case .levelMissing: Self.text("Ghi cấp học, ví dụ THPT hoặc isced3", "Give its level, for example isced3")
        case .typeMissing:
            Self.text("Ghi loại, ví dụ giáo trình, video", "Give its type, for example textbook or video")
        case .creatorMissing: Self.text("Ghi tên người hoặc nhóm biên soạn", "Name the people or the body who made it")
        case .dateMissing: Self.text("Ghi năm công bố", "Give the year of publication")
        case .keywordsMissing: Self.text("Ghi ba đến năm từ khóa", "Give three to five keywords")
        case .audienceMissing:
            Self.text("Ghi đối tượng, ví dụ sinh viên, nông dân", "Say whom it is for, for example students or farmers")
        case .addressInsecure:
            Self.text("Dùng địa chỉ https nếu trang có", "Use the https address where the site has one")
        case .warning: Self.text("Xem cảnh báo và sửa ở nguồn", "See the warning and mend it at the source")
        }
    }
}

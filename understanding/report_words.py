# ruff: noqa: E501 - a template is kept on one line
"""What officers write in reports: templates by mark, as in `vocabulary`.

A phrase that ends in "!" is found only where its marks were typed.
"""

MARKS = {
    "progress:done": """
        [đã] [làm|thực hiện|được] (xong|hoàn thành|hoàn tất) [hết|rồi|xong]; xong [hết] rồi
        xong xuôi; hoàn thành xong; đã (kết thúc|nghiệm thu|hoàn chỉnh|nộp|gửi xong); complete
        completed; done; finished; is done; all done; ok xong
    """,
    "progress:in_progress": """
        đang; đang (làm|thực hiện|triển khai|tk|tiến hành|xử lý|xây dựng|hoàn thiện)
        đang trong quá trình [thực hiện|triển khai]
        (chưa|vẫn chưa|còn chưa) [được] [làm|thực hiện] (xong|hoàn thành|hoàn tất) [hết]
        (gần|sắp|sắp sửa|gần như|cơ bản) [đã] [làm] (xong|hoàn thành)
        (mới|chỉ mới) (làm|thực hiện|bắt đầu|triển khai|khởi động|xong|hoàn thành) [được]; xong một phần
        hoàn thành một phần; đã (bắt đầu|triển khai|khởi động) [rồi]; in progress; ongoing
        under way; underway; working on it; not finished; not done [yet]; not completed
        nearly done; almost done; started; đang in progress; vẫn đang; còn đang
        tiếp tục (thực hiện|triển khai|làm); đang dang dở; dở dang; làm dở; làm được; đang chạy
        not yet finished; (chưa|vẫn chưa|còn chưa) (ban hành|trình|trình ký|ký ban hành)
    """,
    "progress:not_started": """
        (chưa|vẫn chưa|còn chưa|chưa hề) [được] (bắt đầu|triển khai|tk|t/k|mần|thực hiện|làm|khởi động|tiến hành|động tới|đụng tới) [gì|gì hết|đến|tới]
        chưa (có gì|có tiến triển|làm được gì); not started [yet]; not yet started
        haven't started; hasn't started; have not started; chưa start; not begun
    """,
    "progress:paused": """
        [đang|đã|xin|bị] tạm (hoãn|dừng|ngưng|ngừng|đình chỉ) [lại]; paused; on hold; suspended
        tạm thời (dừng|ngưng|hoãn); bị (dừng|ngừng|ngưng|đình chỉ|hoãn) [lại]
        (đã|đang|phải) (dừng|ngừng|ngưng) [lại]!
    """,
    "stage:drafting": """
        [đang] [soạn|viết|làm|xây dựng|hoàn thiện|chỉnh sửa|lập] [thảo] dự thảo
        [đang] soạn [thảo|văn bản]; [đã] (có|xong|hoàn thành|làm xong) [bản] dự thảo; drafting
        draft; mới (có|xong) dự thảo
    """,
    "stage:consulting": """
        [đang|đã gửi|gửi|chờ|tổ chức] (lấy|xin|tham vấn|tham khảo) [các] ý kiến
        đang (tổng hợp|tiếp thu|lấy) [các] ý kiến; lấy góp ý; xin góp ý; consulting
        collecting comments
    """,
    "stage:submitted": """
        [đã|đang|vừa|mới] trình [ký|duyệt|phê duyệt]; submitted; [đang|còn|vẫn|vẫn đang] (chờ|đợi) (ký|trình ký|lãnh đạo ký|approve|approval); chờ (phê duyệt|duyệt)
        đang (trình ký|thẩm định); đã gửi thẩm định
    """,
    "stage:issued": """
        [đã|được|vừa|mới] ban hành [rồi]
        (đã|được|vừa|đã được) (ký|phê duyệt|duyệt|thông qua|ký ban hành|ban hành) [rồi]; issued
        approved; signed; phê duyệt tại; đã (có|ra) (quyết định|văn bản|kế hoạch|đề án|báo cáo|hướng dẫn)
    """,
    "sent": "[đã|vừa|mới] (gửi|nộp|chuyển|phát hành) [rồi|xong|lên]; sent",
    "none": """
        (không|ko|chưa|chẳng|hổng) [có|còn|gặp|bị|thấy|phát sinh|hề|hề có|hề gặp|còn gặp|có phát sinh|bao giờ|từng] [gì] (vướng|khó khăn|trở ngại|vướng mắc|khó khăn vướng mắc|khó khăn, vướng mắc|khó) [mắc|gì|nào|gì hết|gì cả|nữa|gì nữa|nào nữa]
        (không|chưa) (có|còn) gì (vướng|khó|khó khăn|trở ngại|vướng mắc) [nữa]; thuận lợi
        [đã|vừa] hết (vướng|vướng mắc|khó khăn|khó khăn, vướng mắc) [rồi]
        đã [được] (tháo gỡ|giải quyết|khắc phục|xử lý|gỡ) [được|xong|hết] [các|những|hết|toàn bộ] (vướng mắc|khó khăn|khó khăn, vướng mắc)
        (khó khăn|vướng mắc|khó khăn, vướng mắc) (đã|đã được) (tháo gỡ|giải quyết|khắc phục|xử lý|hết) [xong|hết|rồi]
        no [more] (obstacle|obstacles|problem|problems|issues|issue|difficulty|difficulties|blockers)
        no longer (blocked|stuck)
        (khó khăn|vướng mắc|khó khăn, vướng mắc) không [có|còn] [nữa]
    """,
    "cannot": """
        (không|chẳng|chưa|khó|khó có|không còn) (thể|kịp|thể kịp|lòng) [làm] (hoàn thành|hoàn tất|xong|kết thúc|thực hiện|triển khai|ban hành|trình|đạt) [kịp|được|đúng hạn]
        (không|chẳng) [làm|thực hiện] (hoàn thành|hoàn tất|xong|ban hành|trình) [kịp|được|nổi|đúng hạn]
        không (làm|thực hiện|triển khai) (kịp|được|nổi); không kịp [tiến độ]; khó kịp
        khó [mà] (hoàn thành|hoàn tất|xong|ban hành|đạt tiến độ) [kịp|được|đúng hạn]
        không (đạt|bảo đảm|đảm bảo|đáp ứng) [được] tiến độ; cannot be (completed|finished|done)
        cannot (complete|finish); can't (complete|finish); unable to (complete|finish)
    """,
    "stuck": """
        [đang|còn|bị|có|gặp|đang bị|đang gặp|đang có|còn bị] (vướng|vướng mắc|kẹt|ách tắc|trở ngại)
        [đang|có|gặp|còn|đang gặp] khó khăn; (vướng|vướng ở|vướng khâu|vướng chỗ); gặp khó
        blocked [by]; stuck; obstacle; problem; problems; difficulty; difficulties; issue; mắc kẹt
        bế tắc; tắc!; [đang|còn] bị tắc; tắc (nghẽn|ở|tại|do|vì|khâu|chỗ); bị trả [lại] hồ sơ; bị trả lại; bị trả về; khó khăn, vướng mắc; khó khăn vướng mắc; (hết|kẹt|vướng) (vốn|kinh phí|tiền)
    """,
    "waits": """
        (đang|còn|phải|vẫn|vẫn đang|còn đang) (chờ|đợi); chờ!; đợi!; thiếu
        [đang|còn|phải|vẫn đang|còn đang] (chờ|đợi) (ý kiến|thẩm định|phê duyệt|duyệt|hướng dẫn|vốn|kinh phí|chỉ đạo|bố trí|cấp|góp ý|phản hồi|trả lời|nguồn vốn); còn thiếu; đang thiếu
        waiting [for]; pending; lacking; lack of; lacks; missing
        (chưa|không|vẫn chưa) (có|được|bố trí|cân đối|thống nhất|cấp|giải ngân|phân bổ|nhận|tìm|xác định|giải phóng|huy động|duyệt|phê duyệt|đồng ý|đồng thuận) [được]
        no (budget|funds|funding|money)
    """,
    "because": """
        do; vì!; vì (chưa|thiếu|không|chờ|vướng|còn); tại!; tại vì; bởi vì; bởi; lý do; nguyên nhân; because [of]; due to; since
    """,
    "late": "chậm; trễ; chậm tiến độ; trễ tiến độ; quá hạn; delayed; late",
    "label": """
        (khó khăn|vướng mắc|khó khăn, vướng mắc|khó khăn vướng mắc|tồn tại|lý do|nguyên nhân)
    """,
    "word": "[đang|còn] bị tác động; tác động",
    "same": """
        (không|chưa|vẫn không|chẳng) [có] (thay đổi|đổi|biến động|gì mới|gì thay đổi|gì khác|phát sinh) [gì|so với kỳ trước|so kỳ trước|hết]
        (như|vẫn như|giống) (cũ|kỳ trước|lần trước|trước|báo cáo trước|tháng trước|quý trước)
        giữ nguyên; vẫn vậy; vẫn thế; y như cũ; y cũ; y chang [cũ|lần trước|kỳ trước]; y vậy; no change; no changes; unchanged
        same as (before|last time|last report); như hôm trước
    """,
    "others": """
        (các|những|mấy|toàn bộ) (nhiệm vụ|việc|cái|đầu việc|task|tasks|mục|nv) (còn lại|khác|kia)
        còn lại; tất cả [các] (nhiệm vụ|việc); các việc khác
        the (rest|others|other tasks|remaining tasks); [all] other tasks; remaining tasks
        everything else; hết thảy; toàn bộ
    """,
    "estimate": """
        ước [đạt|khoảng|tính|thực hiện]; dự kiến [đạt]; khoảng; tầm; chừng; xấp xỉ; gần; about
        around; approximately; estimated; roughly; ~
    """,
    "before": """
        (kỳ|tháng|quý|lần|báo cáo|năm) trước; trước đó; trước đây; từ; previously; from; tăng từ
        so với
    """,
    "wrong": """
        nhầm; à nhầm; nhầm rồi; không phải; à không; sửa lại; sửa thành; đính chính; correction
        i mean; ý là
    """,
    "amend": """
        (sửa|chỉnh|đổi|thay|xóa|hủy|rút|thu hồi|cập nhật) [lại] [cái|cho em|giúp] báo cáo; sửa lại
        báo cáo (hôm qua|sai|nhầm|lần trước|vừa rồi)
    """,
    "half": "một nửa; phân nửa; được nửa; nửa!; half",
    "percent": "%; phần trăm; pt; percent; per cent; phần trăm khối lượng",
    "reach": """
        [đã|mới|chỉ|ước|vừa] (đạt|được|làm được|đạt được|hoàn thành được|lên|tới|còn) [khoảng|tầm|chừng|gần|hơn]
        tiến độ [là|đạt|được]; khối lượng [đạt|là]; là; reached; reach; achieved; at
    """,
    "measure": """
        m2; m²; mét vuông; mét; đô thị; hộ; %; phần trăm; percent; người
        square (meters|metres|meter)
    """,
    "people": "người; đầu người; mỗi người; bình quân; per (person|capita)",
    "number_of": """
        số; số hiệu; ký hiệu; ngày; văn bản [số]; công văn [số]; vb [số]; quyết định [số]
        kế hoạch số; báo cáo số; tờ trình [số]; no
    """,
}
"""Templates by mark."""

report-task-none = { $agency } không chủ trì nhiệm vụ nào trong Kế hoạch nên không có nhiệm vụ phải báo cáo. Để tra cứu, nhắn câu hỏi, ví dụ: "nhiệm vụ quá hạn".
report-task-task = Chọn nhiệm vụ của { $agency } cần báo cáo (hoặc nhắn số, ví dụ "NV { $first }"):
report-task-progress =
    { $header }
    Tình hình thực hiện?
report-task-progress-choice-not-started = Chưa thực hiện
report-task-progress-choice-in-progress = Đang thực hiện
report-task-progress-choice-done = Đã hoàn thành
report-task-progress-choice-paused = Tạm hoãn
report-task-progress-choice-unchanged = Không thay đổi
report-task-stage = Văn bản đang ở giai đoạn nào?
report-task-stage-choice-drafting = Đang soạn thảo
report-task-stage-choice-consulting = Đang lấy ý kiến
report-task-stage-choice-submitted = Đã trình
report-task-stage-choice-issued = Đã ban hành
report-task-stage-choice-skip = Bỏ qua
report-task-percent = Khối lượng thực hiện ước đạt bao nhiêu phần trăm? Nhắn số, ví dụ 60, hoặc "bỏ qua".
report-task-obstacle =
    Khó khăn, vướng mắc (nếu có)? Nhắn nội dung, hoặc "không có".
    { $still }
report-task-obstacle-still = Đang mở: { $labels }; "không có" sẽ đóng lại.
report-task-no-obstacle = Không có
report-task-document-number =
    <b>NV { $number } { $short }</b>: đã hoàn thành.
    Sản phẩm theo Kế hoạch: { $product }
    Số, ký hiệu văn bản? Ví dụ: 123/QĐ-UBND.
report-task-product-unstated = Kế hoạch không ghi
report-task-no-document = Chưa có văn bản
report-task-document-date = Ngày ban hành văn bản? Ví dụ: 05/03/2026.
report-task-evidence = Gửi ảnh hoặc tệp minh chứng, nếu có (đã nhận { $count } tệp). Khi đủ, chọn "Tiếp tục".
report-task-evidence-skip = Tiếp tục
report-task-leftover = Phần chưa ghi nhận: { $words }
report-task-replaced = Khó khăn, vướng mắc đã thay đổi; nội dung trước là "{ $words }".
report-task-sure = { $card }
report-task-sure-send = Gửi báo cáo
report-task-sure-change = Sửa
report-task-sure-drop = Hủy
report-task-dropped = Đã hủy. Nội dung này không được ghi nhận.
report-task-which = Sửa mục nào?
report-task-field-task = Nhiệm vụ
report-task-field-progress = Tình hình thực hiện
report-task-field-stage = Giai đoạn văn bản
report-task-field-percent = Tỷ lệ ước đạt
report-task-field-obstacle = Khó khăn, vướng mắc
report-task-field-document = Số, ngày văn bản
report-task-field-document-number = Số, ký hiệu văn bản
report-task-field-document-date = Ngày ban hành văn bản
report-task-field-based-on = Báo cáo trước của cơ quan
report-task-field-evidence = Tệp đính kèm
report-task-unreported = Chưa có báo cáo.
report-task-latest = Báo cáo gần nhất ngày { DAY($day) }: { $progress }
report-task-card-title = <b>Nhiệm vụ { $number }: { $short }</b>
report-task-card-agency = { $agency } · { $deadline }
report-task-card-percent = { $progress }, ước đạt { $percent }%
report-task-card-progress = Tình hình thực hiện: <b>{ $progress }</b>
report-task-card-progress-before = Tình hình thực hiện: <b>{ $progress }</b> (báo cáo trước: { $before })
report-task-card-stage = Giai đoạn văn bản: { $stage }
report-task-card-obstacle = Khó khăn, vướng mắc: { $obstacle }
report-task-card-obstacle-new = Khó khăn, vướng mắc (sẽ chuyển cơ quan đầu mối): { $obstacle }
report-task-card-obstacles-open = Vướng mắc còn mở: { $labels } ({ $words })
report-task-card-obstacles-closed = Không còn vướng mắc; đóng { $labels } ({ $words })
report-task-card-document = Sản phẩm: văn bản số { $number } ngày { DAY($day) }
report-task-card-document-undated = Sản phẩm: văn bản số { $number }, chưa có ngày ban hành
report-task-card-underway = Văn bản liên quan: số { $number } ngày { DAY($day) }
report-task-card-underway-undated = Văn bản liên quan: số { $number }
report-task-card-no-document = Sản phẩm: chưa có văn bản
report-task-card-files = Tệp đính kèm: { $count }
report-task-filed = { $text }
report-task-receipt = ✅ Đã ghi nhận báo cáo NV { $number } lúc { TIME($time) } ngày { DAY($day) } (mã tra cứu { $code }).
report-task-withdraw = Thu hồi (trong 10 phút): nhắn "thu hồi".
still-owed = Kỳ báo cáo { $period } còn { $count } nhiệm vụ chưa báo cáo: { $tasks }.
owed-more = { $named } và { $rest } nhiệm vụ khác
owed-left-out = Kỳ báo cáo { $period }: cơ quan được loại trừ, không phải báo cáo.
all-reported = Kỳ báo cáo { $period }: cơ quan đã báo cáo đủ các nhiệm vụ.
go-on = Báo cáo tiếp: nhắn "NV { $number }".
go-on-unchanged = Báo cáo tiếp: nhắn "NV { $number }", hoặc "còn lại không thay đổi".
report-task-card-behalf = Báo cáo thay { $agency }; cơ quan này sẽ được thông báo.
report-task-returned = ⚠️ Yêu cầu chỉnh lý: { $reason }

# Lời của bộ máy hội thoại, dùng chung cho mọi cuộc trao đổi.
engine-changed = ⚠️ Nội dung đã thay đổi so với lần hiển thị trước. Đề nghị anh/chị kiểm tra lại.
engine-changed-fields = ⚠️ Nội dung đã thay đổi: { $fields }. Đề nghị anh/chị kiểm tra lại.
engine-pressed =
    { $text }
    » <b>{ $label }</b>
engine-not-understood =
    Chưa hiểu nội dung này. Anh/chị có thể nhắn:
    • "nv 9 đang làm 60%": báo cáo nhiệm vụ
    • "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng": tra cứu
    • "menu": xem các việc khác
engine-choice-unknown = Lựa chọn này không còn hiệu lực.
engine-answered-already = Câu hỏi này đã được trả lời. Để trả lời lại câu trước, nhắn "quay lại".
engine-nothing-open = Không có việc nào đang làm dở. Nhắn "menu" để xem các việc có thể làm.
engine-cancelled = Đã hủy. Nội dung này không được ghi nhận.
engine-first-question = Đây là câu hỏi đầu tiên. Để dừng, nhắn "hủy".
engine-cannot-skip = Câu hỏi này cần được trả lời. Để dừng, nhắn "hủy".
engine-help = Trả lời câu hỏi dưới đây bằng cách bấm nút, nhắn số thứ tự hoặc nhắn nội dung. Có thể nhắn "quay lại", "bỏ qua", "hủy".
engine-too-deep = Đang có nhiều việc làm dở: { $open }. Đề nghị hoàn thành hoặc nhắn "hủy" trước khi mở việc mới.
engine-talk-lost = Việc đang làm dở không tiếp tục được do hệ thống đã cập nhật. Đề nghị anh/chị làm lại từ đầu; các báo cáo đã gửi vẫn được lưu.
engine-resume = Anh/chị còn việc làm dở từ { $age } trước: { $about }.
engine-resume-go = Làm tiếp
engine-resume-drop = Bỏ việc này
engine-age-days = { $days } ngày
engine-age-hours = { $hours } giờ
engine-question-or-answer = Nội dung "{ $text }" là câu trả lời hay là câu hỏi tra cứu?
engine-meant-answer = Là câu trả lời
engine-meant-question = Là câu hỏi tra cứu
engine-which-digit = Số { $number } trả lời cho câu hỏi nào?
engine-file-kept = Đã nhận { $count } tệp kèm theo báo cáo đang lập.
engine-file-too-large = Tệp "{ $name }" vượt dung lượng cho phép nên chưa được nhận. Đề nghị gửi bản nhỏ hơn.
engine-file-bad-type = Tệp "{ $name }" không đúng định dạng nên chưa được nhận. Đề nghị gửi ảnh, PDF, Word hoặc Excel.
engine-file-pending = Tệp "{ $name }" chưa tải về được; hệ thống sẽ tự tải lại. Không cần gửi lại.
engine-file-lost = Tệp "{ $name }" không tải về được nên không được lưu. Đề nghị gửi lại: ảnh, PDF, Word hoặc Excel, trong dung lượng cho phép.
engine-classified = ⚠️ Nội dung có dấu hiệu chứa bí mật nhà nước nên không được lưu. Đề nghị xóa tin nhắn vừa gửi; không gửi thông tin bí mật nhà nước qua kênh này.
engine-too-long = Tin nhắn dài quá { $limit } ký tự nên chưa được đọc. Đề nghị rút gọn hoặc gửi bằng tệp.
engine-edited = Nội dung sửa trong tin nhắn đã gửi không được ghi nhận. Đề nghị gửi lại bằng tin nhắn mới.
engine-unsupported = Loại tin nhắn này chưa xử lý được. Đề nghị nhắn bằng chữ hoặc gửi ảnh.
engine-withheld =
    { $channel } không chuyển tệp cho hệ thống. Anh/chị có thể:
    • nhắn số, ký hiệu, ngày văn bản, ví dụ "nv 7 đã xong, văn bản 3210/SXD-QHKT ngày 22/12/2025"
    • gửi ảnh chụp văn bản
engine-withheld-link =
    { $channel } không chuyển tệp cho hệ thống. Anh/chị có thể:
    • nhắn số, ký hiệu, ngày văn bản, ví dụ "nv 7 đã xong, văn bản 3210/SXD-QHKT ngày 22/12/2025"
    • gửi ảnh chụp văn bản
    • gửi tệp tại { $link }
    Liên kết chỉ dành cho anh/chị, dùng đến { TIME($until) }, tối đa { $most } tệp.
engine-withheld-again = Tệp này cũng chưa chuyển đến được. Đề nghị gửi tại liên kết đã nhận lúc { TIME($since) }, còn dùng đến { TIME($until) }.
engine-group = Đề nghị nhắn tin riêng cho tài khoản này; nội dung trong nhóm không được ghi nhận.
engine-apology = Tin nhắn vừa gửi chưa được ghi nhận do lỗi hệ thống. Đề nghị anh/chị gửi lại; nếu vẫn lỗi, liên hệ quản trị hệ thống.
engine-about-report-task = báo cáo nhiệm vụ
engine-about-report-indicator = báo cáo số liệu chỉ tiêu
engine-about-report-task-of = báo cáo NV { $number }
engine-about-report-indicator-of = báo cáo CT { $number }
engine-about-report-unclear = chọn nội dung báo cáo
engine-about-unchanged = báo cáo các nhiệm vụ không thay đổi
engine-about-extend = đề nghị gia hạn
engine-about-extension = quyết định đề nghị gia hạn
engine-about-withdraw = thu hồi báo cáo
engine-about-pause-reminder = tạm ngừng nhắc
engine-about-resume-reminder = tiếp tục nhắc
engine-about-say-of-obstacle = trả lời vướng mắc
engine-about-tell-obstacle = báo vướng mắc
engine-about-urge = đôn đốc
engine-about-assign = phân công chủ trì
engine-about-roster-add = thêm người dùng
engine-about-roster-find = tìm người dùng
engine-about-roster-person = quản lý người dùng
engine-about-switch-agency = đổi cơ quan
engine-about-attach = đính kèm tệp
engine-about-join = tham gia hệ thống
engine-about-me = đăng xuất
engine-about-consent = cho ý kiến về thông báo dữ liệu cá nhân
engine-about-my-data = đề nghị về dữ liệu của tôi
engine-about-data-request = trả lời đề nghị về dữ liệu cá nhân
gone = Mục đã chọn không còn phù hợp. Đề nghị chọn lại.
engine-bare-number = Không có câu hỏi nào đang chờ trả lời. Để xem hoặc báo cáo nhiệm vụ số { $number }, nhắn "NV { $number }".
engine-digit-newest = { $question } (vừa hỏi)
engine-digit-older = { $question } (hỏi trước)
engine-too-early = Số { $number } gửi trước khi có câu hỏi dưới đây nên chưa được dùng để trả lời.
engine-cancelled-already = Việc này đã hủy. Để báo cáo lại, nhắn "báo cáo".
engine-cancelled-files = Tệp đã gửi chưa được đính kèm vào báo cáo nào; để đính kèm sau, nhắn "đính kèm".
engine-caption-unread = Lời kèm tệp "{ $text }" chưa rõ là báo cáo gì nên không được ghi nhận.

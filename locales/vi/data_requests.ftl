# Đề nghị về dữ liệu cá nhân: danh sách, trả lời của quản trị, tin cho người đề nghị.
data-kind-copy = nhận bản sao dữ liệu
data-kind-correct = chỉnh sửa dữ liệu
data-kind-delete = xóa dữ liệu
data-left-days = còn { $days } ngày
data-left-hours = còn { $hours } giờ
data-late-days = quá hạn { $days } ngày
data-late-hours = quá hạn { $hours } giờ
data-requests-not-yours = Danh sách này dành cho quản trị hệ thống. Dữ liệu của anh/chị: nhắn "/dulieu".
data-requests-none = Không có đề nghị nào về dữ liệu cá nhân đang chờ trả lời.
data-requests-which = Có { $count } đề nghị về dữ liệu cá nhân chờ trả lời, hạn gần nhất trước. { $late }
data-requests-late = 🔴 { $count } đề nghị quá hạn.
data-requests-line = { $code } { $kind }, { $left }: { $name }, { $agency }
data-requests-line-late = 🔴 { $code } { $kind }, { $left }: { $name }, { $agency }
data-request-not-yours = Đề nghị này do quản trị hệ thống trả lời.
data-request-answered-done = Đề nghị { $code } đã được thực hiện lúc { TIME($time) } ngày { DAY($time) }.
data-request-answered-refused = Đề nghị { $code } đã được trả lời không chấp thuận lúc { TIME($time) } ngày { DAY($time) }.
data-request-answer =
    <b>Đề nghị { $code }: { $kind }</b>
    { $name }, { $role }, { $agency }
    { $details }
    { $how }
data-request-sent = Gửi lúc { TIME($time) } ngày { DAY($time) }; trả lời trước { TIME($due) } ngày { DAY($due) } ({ $left })
data-request-words = Nội dung: { $words }
data-request-extended = Đã gia hạn một lần: { $reason }
data-request-how-copy = Hệ thống tự lập và gửi bản sao; đề nghị này chỉ còn mở khi chưa gửi được.
data-request-how-correct = Sửa danh sách người dùng trước, sau đó chọn "Đã thực hiện".
data-request-how-delete = Chọn "Đã thực hiện" thì hệ thống xóa tin nhắn, ngừng kết nối tài khoản; báo cáo vẫn được lưu.
data-request-answer-done = Đã thực hiện
data-request-answer-refuse = Không chấp thuận
data-request-answer-extend = Gia hạn trả lời
data-request-reason = Lý do không chấp thuận là gì? Lý do được gửi nguyên văn cho người đề nghị.
data-request-why-later = Lý do cần thêm thời gian là gì? Thời hạn trả lời kéo dài thêm { $days } ngày, chỉ một lần.
data-request-sure = Xóa tin nhắn và ngừng kết nối mọi tài khoản của { $name }? Không khôi phục được; báo cáo vẫn được lưu.
data-request-sure-yes = Xóa
data-request-sure-no = Chưa xóa
data-request-kept = Đề nghị { $code } vẫn chờ trả lời.
data-request-now-later = Đã gia hạn đề nghị { $code } đến { TIME($due) } ngày { DAY($due) }; người đề nghị được thông báo.
data-request-answered = Đã trả lời đề nghị { $code }; người đề nghị được thông báo.
data-request-erased = Đã xóa dữ liệu theo đề nghị { $code }. Người đề nghị nhận một tin cuối; báo cáo vẫn được lưu.
data-request-farewell = Đề nghị { $code } đã được thực hiện: tin nhắn đã xóa, mọi tài khoản đã ngừng kết nối. Báo cáo đã gửi vẫn được lưu làm hồ sơ công vụ.
data-answer-asked = Đề nghị { $code } ({ $kind }) gửi lúc { TIME($time) } ngày { DAY($time) }
data-answer-done = ✅ { $asked }: đã được thực hiện. Để kiểm tra, nhắn "/dulieu".
data-answer-refused =
    { $asked }: không được chấp thuận.
    Lý do: { $reason }
data-answer-later =
    { $asked }: cần thêm thời gian, trả lời trước { TIME($due) } ngày { DAY($due) }.
    Lý do: { $reason }

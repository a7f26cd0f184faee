view-evidence-of-task = NV { $number }
view-evidence-of-indicator = CT { $number }
view-evidence-unknown-task = Kế hoạch không có nhiệm vụ số { $number }. Các nhiệm vụ được đánh số từ 1 đến { $last }.
view-evidence-unknown-indicator = Kế hoạch không có chỉ tiêu số { $number }. Các chỉ tiêu được đánh số từ 1 đến { $last }.
view-evidence-which = Xem minh chứng của nhiệm vụ nào? Minh chứng của chỉ tiêu: nhắn như "minh chứng ct 3".
view-evidence-nothing = Chưa có báo cáo nhiệm vụ nào kèm tệp minh chứng để anh/chị xem. Minh chứng của chỉ tiêu: nhắn như "minh chứng ct 3".
view-evidence-none = { $subject }: chưa có báo cáo nào kèm tệp minh chứng.
view-evidence-hidden = Minh chứng của { $subject } chỉ cơ quan báo cáo, cơ quan đầu mối và lãnh đạo được xem.
view-evidence-no-place = { $subject } không có tệp số { $place }; các tệp được đánh số từ 1 đến { $count }.
view-evidence-file = { $subject } có { $count } tệp minh chứng. Xem tệp nào?
view-evidence-more = Tệp "{ $sent }" gửi ngay sau tin này. { $subject } có { $count } tệp; xem tiếp tệp nào?
view-evidence-file-label = { $name } ({ $agency }, { DAY($day) })
view-evidence-file-line = tệp { $place }: { $name } ({ $agency }, { DAY($day) })
view-evidence-listed =
    { $subject } có { $count } tệp minh chứng:
    { $files }
    Để xem, nhắn số tệp kèm số nhiệm vụ hoặc chỉ tiêu, như "tệp 1 nv 9".
view-evidence-caption = { $subject }, báo cáo ngày { DAY($day) } (mã { $code }) của { $agency }: { $name }
view-evidence-linked = Mở tệp tại liên kết dưới đây (dùng được trong 30 phút, không chuyển tiếp cho người khác):
view-evidence-unsent = Tệp "{ $name }" ({ $size } MB) không gửi được qua kênh này. Để xem trên kênh khác, nhắn "/toi" và kết nối thêm tài khoản.
view-evidence-missing = Tệp "{ $name }" không còn đọc được trên máy chủ. Đề nghị { $agency } gửi lại tệp, hoặc liên hệ quản trị hệ thống để khôi phục từ bản sao lưu.
view-evidence-pending = Tệp "{ $name }" của { $agency } (báo cáo ngày { DAY($day) }) đang được tải về máy chủ. Đề nghị xem lại sau.
view-evidence-lost = Tệp "{ $name }" của { $agency } (báo cáo ngày { DAY($day) }) không tải về được nên không có để xem. Đề nghị { $agency } gửi lại.
view-evidence-closed = Tệp này không xem được nữa: báo cáo đã thu hồi, hoặc anh/chị không có quyền xem.
evidence-button = Xem minh chứng ({ $count } tệp)

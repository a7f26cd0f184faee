# Dòng lệnh: in kế hoạch, danh sách người dùng; các từ nhận được trong tệp danh sách.
cli-plan =
    Kế hoạch { $number } ngày { DAY($day) } của { $issuer }
    { $title }
    Cơ quan theo dõi, đôn đốc: { $focal }
    { $agencies } cơ quan, { $groups } nhóm nhiệm vụ, { $tasks } nhiệm vụ, { $indicators } chỉ tiêu
cli-tasks = Nhiệm vụ
cli-indicators = Chỉ tiêu
cli-column-number = TT
cli-column-task = Nhiệm vụ
cli-column-lead = Chủ trì
cli-column-deadline = Thời hạn
cli-column-indicator = Chỉ tiêu
cli-column-unit = Đơn vị tính
cli-column-id = Mã số
cli-column-name = Tên
cli-column-role = Vai trò
cli-column-agency = Cơ quan
cli-column-chats = Kênh đã kết nối
cli-column-code = Mã tham gia có hiệu lực đến
cli-none = không ghi
cli-inferred = { $lead } (suy từ ô gộp)
cli-due = { $timing } (hạn { DAY($due) })
cli-until = { TIME($until) } ngày { DAY($until) }
cli-anomalies = Điểm bất thường: { $count }
cli-loaded = Đã nạp kế hoạch.
cli-unchanged = Kế hoạch này đã được nạp, không có thay đổi.
cli-people = Người dùng
cli-words-name = họ và tên, họ tên, tên, chức danh
cli-words-agency = cơ quan, đơn vị
cli-words-role = vai trò
cli-words-officer = cán bộ, cán bộ đầu mối, chuyên viên
cli-words-head = thủ trưởng cơ quan, thủ trưởng
cli-words-focal = đầu mối, cơ quan đầu mối, cơ quan đầu mối theo dõi kế hoạch, theo dõi, tổng hợp
cli-words-leader = lãnh đạo
cli-words-admin = quản trị hệ thống, quản trị
cli-recorded = Trò chuyện trên Kế hoạch { $plan }. Thay dòng này bằng điều cần kiểm tra.
cli-changes = Thay đổi so với Kế hoạch đang dùng: { $count }
cli-changes-dry = Chỉ xem trước, chưa nạp.
cli-kept = Giữ nguyên { $reports } báo cáo nhiệm vụ và { $figures } số liệu; { $left } trong số đó thuộc nhiệm vụ, chỉ tiêu không còn trong Kế hoạch.
cli-other-plan = Kế hoạch đang dùng là { $plan }, nay thay bằng kế hoạch khác.
cli-outdated = { $file }: cơ sở dữ liệu của phiên bản cũ, phải nâng cấp trước khi xem thử, mà xem thử thì không thay đổi gì. Sao lưu (baocao backup FILE), sau đó chạy chương trình mới một lần.

# Người làm việc cho nhiều cơ quan.
switch-agency-only-one = Anh/chị chỉ làm việc cho { $agency }. Nếu cần thêm cơ quan, đề nghị liên hệ quản trị hệ thống.
switch-agency-agency = Anh/chị đang làm việc cho { $here }. Đổi sang cơ quan nào?
switch-agency-done = ✅ Từ bây giờ anh/chị làm việc cho { $agency }. Xem nhiệm vụ: nhắn "nhiệm vụ". Đổi lại: nhắn "đổi cơ quan".
switch-agency-namesake = { $agency } đã có người cùng tên. Đề nghị liên hệ quản trị hệ thống.

# Một người trong danh sách.
roster-person-admin-only = Việc quản lý người dùng do quản trị hệ thống thực hiện.
roster-person-unknown = Không có người dùng mã số { $id }.
roster-person-card = { $card }
roster-person-head = { $name } (mã số { $id })
roster-person-place = { $agency } · { $role }
roster-person-further = Làm việc thêm cho: { $agencies }
roster-person-joined = Đã kết nối { $chats } tài khoản
roster-person-not-joined = Chưa kết nối
roster-person-removed = Đã ra khỏi danh sách
roster-person-do-code = Cấp mã mới
roster-person-do-role = Đổi vai trò
roster-person-do-move = Chuyển cơ quan
roster-person-do-join = Thêm cơ quan
roster-person-do-leave = Bớt cơ quan
roster-person-do-remove = Đưa ra khỏi danh sách
roster-person-do-restore = Đưa trở lại danh sách
roster-person-do-log = Nhật ký
roster-person-role = Vai trò mới?
roster-person-to = Chuyển sang cơ quan nào?
roster-person-also = Làm việc thêm cho cơ quan nào?
roster-person-less = Thôi làm việc cho cơ quan nào?
roster-person-sure = { $what }
roster-person-sure-yes = Đồng ý
roster-person-sure-no = Không
roster-person-to-role = Đổi vai trò của { $name } thành { $role }?
roster-person-to-move = Chuyển { $name } sang { $agency }? Các báo cáo đã gửi được giữ nguyên.
roster-person-to-add = Cho { $name } làm việc thêm cho { $agency }?
roster-person-to-remove = Đưa { $name } ra khỏi danh sách? Mọi kết nối chấm dứt ngay; báo cáo được giữ nguyên.
roster-person-to-restore = Đưa { $name } trở lại danh sách?
roster-person-dropped = Không có gì thay đổi.
roster-person-code =
    Mã tham gia mới của { $name }: { $code }
    Mã dùng một lần, trong { $days } ngày; mã cũ không còn hiệu lực.
roster-person-role-given = ✅ Vai trò của { $name }: { $role }.
roster-person-moved = ✅ { $name } thuộc { $agency }.
roster-person-namesake = { $agency } đã có người cùng tên { $name }. Không có gì thay đổi.
roster-person-added = ✅ { $name } làm việc thêm cho { $agency }, khi nhắn "đổi cơ quan".
roster-person-lessened = ✅ { $name } thôi làm việc cho { $agency }.
roster-person-taken-off = ✅ Đã đưa { $name } ra khỏi danh sách.
roster-person-restored =
    ✅ Đã đưa { $name } trở lại danh sách.
    Mã tham gia: { $code } (dùng một lần, trong { $days } ngày)

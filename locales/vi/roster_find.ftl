# Tìm người trong danh sách.
roster-find-admin-only = Việc quản lý người dùng do quản trị hệ thống thực hiện.
roster-find-who = Tìm ai? Nhắn tên, mã số hoặc cơ quan.
roster-find-nobody = Không có ai khớp với "{ $words }". Nhắn "/quantri" để tìm lại.
roster-find-which = Có { $count } người. Chọn ai?
roster-find-person = { $name } · { $agency } (mã số { $id })
roster-find-person-removed = { $name } · { $agency } (mã số { $id }, đã ra khỏi danh sách)

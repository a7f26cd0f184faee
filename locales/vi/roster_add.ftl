# Thêm người dùng.
roster-add-admin-only = Việc thêm người dùng do quản trị hệ thống thực hiện.
roster-add-name = Tên hoặc chức danh của người dùng? Ví dụ: Cán bộ tổng hợp Sở Y tế.
roster-add-agency = Người này thuộc cơ quan nào?
roster-add-role = Vai trò?
roster-add-sure = Thêm { $name }, { $agency }, { $role }?
roster-add-sure-send = Thêm
roster-add-sure-drop = Hủy
roster-add-dropped = Đã hủy. Không có ai được thêm.
roster-add-there-already = { $agency } đã có { $name } trong danh sách. Xem: nhắn "người dùng { $name }".
roster-add-done =
    ✅ Đã thêm { $name } (mã số { $id }).
    Mã tham gia: { $code }
    Mã dùng một lần, trong { $days } ngày. Đề nghị chuyển riêng cho người này.

# /quantri: danh sách người dùng và nhật ký.
roster-admin-only = Việc quản lý người dùng do quản trị hệ thống thực hiện.
roster-card =
    Danh sách người dùng: { $people } người, { $joined } người đã kết nối.
    Thêm: nhắn "thêm người TÊN, CƠ QUAN, VAI TRÒ". Tìm: nhắn "người dùng TÊN" (hoặc mã số, cơ quan).
roster-card-add = Thêm người
roster-card-find = Tìm người
roster-card-log = Nhật ký
roster-log-admin-only = Nhật ký quản lý người dùng chỉ dành cho quản trị hệ thống.
roster-log-log-empty = Chưa có việc nào được ghi trong nhật ký.
roster-log-log =
    Nhật ký, mới nhất ở trên:
    { $lines }
roster-log-entry = • { TIME($time) } { DAY($time) } { $actor }{ $channel }: { $what }
roster-log-entry-channel = {" "}({ $channel })
roster-log-actor-command-line = dòng lệnh
roster-log-did-added = thêm { $name } ({ $after })
roster-log-did-role = đổi vai trò của { $name }: { $before } → { $after }
roster-log-did-moved = chuyển { $name }: { $before } → { $after }
roster-log-did-agency-added = { $name } làm việc thêm cho { $after }
roster-log-did-agency-removed = { $name } thôi làm việc cho { $before }
roster-log-did-switched = { $name } làm việc cho { $after }
roster-log-did-code = cấp mã tham gia cho { $name }
roster-log-did-joined = { $name } kết nối
roster-log-did-signed-out = { $name } đăng xuất
roster-log-did-removed = đưa { $name } ra khỏi danh sách
roster-log-did-restored = đưa { $name } trở lại danh sách

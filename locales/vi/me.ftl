me-card =
    Người dùng: <b>{ $name }</b>
    Cơ quan: { $agency }
    Vai trò: { $role }
    { $accounts }
    { $busy }
me-account = Tài khoản đang kết nối: chỉ tài khoản này.
me-busy = Để kết nối thêm tài khoản hoặc đăng xuất: hoàn thành việc đang làm, hoặc nhắn "hủy", rồi nhắn "/toi".
me-accounts = Tài khoản đang kết nối: { $channels }
me-first = Nhận nhắc việc qua: { $channel }
me-card-link = Kết nối thêm tài khoản
me-card-prefer = Chọn kênh nhận nhắc việc
me-card-sign-out = Đăng xuất
me-linked =
    Mã kết nối: <b>{ $code }</b>
    Trong { $minutes } phút, gửi mã này từ tài khoản cần kết nối. Mã dùng một lần, chỉ dành cho anh/chị; không chuyển cho người khác.
me-prefer = Anh/chị muốn nhận nhắc việc qua kênh nào? Khi kênh này không liên lạc được, hệ thống nhắc qua kênh khác.
me-preferred = Từ nay nhắc việc được gửi qua { $channel }.
me-sure = Đăng xuất khỏi tài khoản nhắn tin này? Để sử dụng lại, cần mã tham gia mới.
me-sure-yes = Đăng xuất
me-sure-no = Ở lại
me-signed-out = Đã đăng xuất. Các báo cáo đã gửi vẫn được lưu.
me-stayed = Không đăng xuất. Anh/chị tiếp tục sử dụng tài khoản này.
me-cancelled = Đã dừng. Anh/chị tiếp tục sử dụng tài khoản này.

me-card =
    Người dùng: <b>{ $name }</b>
    Cơ quan: { $agency }
    Vai trò: { $role }
me-card-sign-out = Đăng xuất
me-sure = Đăng xuất khỏi tài khoản nhắn tin này? Để sử dụng lại, cần mã tham gia mới.
me-sure-yes = Đăng xuất
me-sure-no = Ở lại
me-signed-out = Đã đăng xuất. Các báo cáo đã gửi vẫn được lưu.
me-stayed = Không đăng xuất. Anh/chị tiếp tục sử dụng tài khoản này.
me-cancelled = Không đăng xuất. Anh/chị tiếp tục sử dụng tài khoản này.

join-stranger = Đây là kênh nội bộ. Đề nghị gửi mã tham gia do cơ quan cấp.
join-barred = Đã nhập sai mã nhiều lần. Đề nghị thử lại sau { TIME($until) } ngày { DAY($until) }.
join-wrong-code = Mã không đúng hoặc đã hết hiệu lực. Đề nghị kiểm tra lại hoặc liên hệ người cấp mã.
join-full = Kênh này đã đủ số người mà Zalo cho phép nên chưa kết nối được. Mã vẫn còn hiệu lực; đề nghị liên hệ người cấp mã để được chỉ dẫn kênh khác.
join-full-here = Kênh này đã đủ số người mà Zalo cho phép. Đề nghị mở { $other } trên Zalo và gửi lại mã này tại đó; mã vẫn còn hiệu lực.
join-already = Tài khoản này đã gắn với { $name }. Nhắn "menu" để xem các việc có thể làm; muốn đổi người, nhắn "/toi" để đăng xuất trước.
join-agree =
    Mã này cấp cho: <b>{ $name }</b>
    Cơ quan: { $agency }
    Vai trò: { $role }
    Kế hoạch: số { $plan }

    { $notice }
    Anh/chị có đồng ý không?
join-agree-yes = Đồng ý
join-agree-no = Không đồng ý
join-declined = Chưa kết nối do anh/chị không đồng ý. Mã vẫn còn hiệu lực; khi cần, gửi lại mã.
join-welcome-reporter =
    Đã kết nối: <b>{ $name }</b>, { $agency }.
    Việc đầu tiên: nhắn "nhiệm vụ" để xem nhiệm vụ của cơ quan, "báo cáo" để báo cáo, "menu" để xem các việc khác.
join-welcome-watcher =
    Đã kết nối: <b>{ $name }</b>, { $agency }.
    Anh/chị có thể hỏi, ví dụ: "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng", "nhiệm vụ nào quá hạn", "ai chưa báo cáo".
join-news = Đã kết nối thêm tài khoản { $channel } lúc { TIME($at) } ngày { DAY($at) }. Nếu không phải anh/chị, liên hệ quản trị hệ thống.

alarm-quota =
    <b>Hạn mức Zalo.</b> Trong tháng này { $channel } đã chuyển { $messages }/{ $monthly } tin nhắn.
    Từ 95% hạn mức, chỉ câu trả lời và việc gấp còn được gửi qua bot này; các nhắc việc khác chuyển sang kênh khác hoặc chờ lượt sau.
    Đề nghị bổ sung bot, nâng gói dịch vụ hoặc hướng dẫn cán bộ dùng kênh khác.
alarm-refused =
    <b>Kênh { $channel } ngừng hoạt động.</b> Nền tảng không còn chấp nhận mã truy cập của hệ thống; tin nhắn gửi qua kênh này đang chờ.
    Đề nghị người phụ trách kỹ thuật cấp hoặc kết nối lại mã truy cập. Các kênh khác vẫn hoạt động.
alarm-refused-account =
    <b>Kênh { $channel } cần kết nối lại.</b> Zalo không gia hạn mã truy cập của tài khoản; tin nhắn chỉ còn gửi được đến khi mã hiện tại hết hạn, sau đó chờ.
    Đề nghị người phụ trách kỹ thuật chạy lệnh <b>baocao zalo-oa connect</b> trên máy chủ và làm theo hướng dẫn của lệnh. Tin nhắn đang chờ sẽ được gửi ngay khi kết nối xong. Các kênh khác vẫn hoạt động.
alarm-spent =
    <b>Hết hạn mức Zalo.</b> { $channel } đã dùng hết hạn mức tháng này và bị Zalo từ chối gửi. Câu trả lời trên bot này chờ đến { TIME($until) } ngày { DAY($until) }, mỗi giờ hệ thống thử lại một lần; nhắc việc chuyển sang kênh khác nếu có.
    Đề nghị bổ sung bot, nâng gói dịch vụ, hoặc hướng dẫn cán bộ của bot này dùng Telegram, trang web.

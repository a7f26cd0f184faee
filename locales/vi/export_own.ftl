export-own-head =
    DỮ LIỆU CÁ NHÂN ĐANG LƯU
    { $name }, { $role }, { $agency }
export-own-accounts = Tài khoản nhắn tin ({ $count }):
export-own-consents = Lần đồng ý với thông báo về dữ liệu cá nhân ({ $count }):
export-own-consent = bản { $version }, { TIME($time) } ngày { DAY($time) }, qua { $channel }
export-own-reports = Báo cáo, số liệu đã gửi, lưu làm hồ sơ công vụ ({ $count }):
export-own-report = mã { $code }, NV { $number }
export-own-figure = mã { $code }, CT { $number }
export-own-filed = { TIME($time) } ngày { DAY($time) }
export-own-value = { $value }
export-own-withdrawn = đã thu hồi
export-own-messages = Tin nhắn đang lưu ({ $count }):
export-own-message = { TIME($time) } ngày { DAY($time) }, { $channel }
export-own-caption = Bản sao dữ liệu cá nhân của anh/chị. Hệ thống xóa tệp này sau 01 ngày.
export-own-linked = Tải bản sao tại liên kết dưới đây; không chuyển liên kết cho người khác.
export-own-unsent = Kênh này không gửi được tệp. Đề nghị nhắn "/dulieu" từ Telegram hoặc trang web để nhận bản sao.
export-own-missing = Bản sao đã xóa. Để nhận bản mới, nhắn "/dulieu".

# Dòng lệnh: chạy chương trình, trò chuyện thử, kết nối Zalo.
cli-running = Chương trình đang chạy. Dừng bằng Ctrl-C.
cli-running-page = Mở { $page } trong trình duyệt. Dừng bằng Ctrl-C.
cli-running-health = Tình trạng: { $address }/health
cli-talking = { $name }, { $agency }. Kết thúc bằng Ctrl-D.
cli-recording = Ghi vào { $file }, không lưu nơi nào khác. Kết thúc bằng Ctrl-D.
cli-record-words = gõ chữ trên nút, không có dấu ngoặc; không gửi được tệp ở đây
cli-record-lines = chỉ nhận @ wait 3 days hoặc @ as leader so-xay-dung
cli-zalo-no-bot = chưa cấu hình bot Zalo: BAOCAO_ZALO_BOT_TOKENS
cli-zalo-no-account = cần BAOCAO_ZALO_OA_APP_ID và hai thiết lập đi kèm trước
cli-zalo-refused = Zalo không cấp token ({ $why }); thực hiện lại từ đầu
cli-zalo-connect =
    1. Trong trang quản trị của Zalo (Official Account, phần thiết lập quyền), nhập mã challenge:
       { $challenge }
    2. Mở đường dẫn cấp quyền trong trang đó bằng tài khoản quản trị OA và đồng ý.
cli-zalo-paste = 3. Dán địa chỉ của trang được chuyển đến, hoặc mã trong địa chỉ đó
cli-zalo-connected = Đã kết nối. Token được lưu cạnh cơ sở dữ liệu và tự gia hạn.
cli-zalo-bots = Bot Zalo trong tháng
cli-zalo-bot = Bot
cli-zalo-sent = Đã gửi
cli-zalo-received = Đã nhận
cli-zalo-share = So với { $most }
cli-zalo-spent = Hết hạn mức từ
cli-zalo-people = Số người
cli-zalo-places = Còn chỗ

# Đôn đốc: chọn, xác nhận, gửi cho các đơn vị chưa báo cáo.
urge-focal-only = Việc đôn đốc do cơ quan đầu mối thực hiện. Để xem các đơn vị chưa báo cáo, nhắn "ai chưa báo cáo".
urge-owes-nothing =
    Kỳ báo cáo { $period }, không cần đôn đốc:
    { $why }
urge-why-reported = • { $agencies }: đã báo cáo đủ.
urge-why-left-out = • { $agencies }: đã được loại trừ khỏi kỳ.
urge-why-not-obliged = • { $agencies }: không có nhiệm vụ phải báo cáo trong kỳ.
urge-all-agencies = các đơn vị
urge-nobody =
    Không có ai để gửi đôn đốc lúc này.
    { $why }
    Kết quả các lần gửi: nhắn "kết quả đôn đốc".
urge-sure =
    <b>Đôn đốc { $agencies } đơn vị</b> chưa báo cáo kỳ { $period }, gửi { $people } người:
    { $names }
    { $when }
    { $left_out }
urge-sure-send = Gửi đôn đốc
urge-sure-more = Xem tiếp danh sách
urge-sure-drop = Hủy
urge-name = • { $agency }: { $names }
urge-out-of-reach = ⚠️ Không gửi được, đề nghị liên hệ trực tiếp: { $names }.
urge-out-not-joined = { $agency } ({ $name }, chưa tham gia)
urge-out-blocked = { $agency } ({ $name }, tài khoản không nhận tin)
urge-out-nobody = { $agency } (chưa có cán bộ đầu mối)
urge-urged-already = Đã đôn đốc trong ngày, không gửi lại: { $names }.
urge-and-more = { $named } và { $rest } nơi khác
urge-at-once = Mỗi người nhận một tin, gửi ngay.
urge-later = Ngoài giờ làm việc nên tin được gửi lúc { TIME($time) } ngày { DAY($day) }.
urge-dropped = Đã hủy, không gửi đôn đốc.
urge-sent =
    ✅ { $when } Số người nhận: { $people }. Ai báo cáo trước khi tin được gửi thì không nhận đôn đốc.
    Kết quả gửi: nhắn "kết quả đôn đốc".
urge-sent-already = Các đơn vị này đã được đôn đốc trong ngày, không gửi lại. { $when }
urge-sent-at-once = Đang gửi đôn đốc.
urge-sent-later = Đôn đốc sẽ được gửi lúc { TIME($time) } ngày { DAY($day) }.

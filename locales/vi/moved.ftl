# Báo cho người có cơ quan vừa sáp nhập, đổi tên.
moved-told =
    Từ ngày { DAY($day) }, { $agency } là { $now }.
    Anh/chị tiếp tục báo cáo cho { $now }; các báo cáo đã gửi được giữ nguyên.
    Xem nhiệm vụ: nhắn "nhiệm vụ".

pause-reminder-nothing = Không có việc nào đang được nhắc. Nhắn "nhắc việc" để xem danh sách.
pause-reminder-which = Tạm ngừng nhắc việc nào? Nhắn tên việc, ví dụ "{ $first }", hoặc chọn:
pause-reminder-paused =
    Đã tạm ngừng nhắc: { $matters }. Nghĩa vụ báo cáo không thay đổi; cơ quan đầu mối thấy việc tạm ngừng này.
    Để nhắc trở lại, nhắn "tiếp tục nhắc".

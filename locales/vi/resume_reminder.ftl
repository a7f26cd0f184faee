resume-reminder-nothing = Không có việc nào đang tạm ngừng nhắc.
resume-reminder-which = Nhắc trở lại việc nào? Nhắn tên việc, ví dụ "{ $first }", hoặc chọn:
resume-reminder-resumed = Sẽ nhắc trở lại: { $what }.

# Tóm tắt cho lãnh đạo: hằng tuần và khi hết kỳ báo cáo; mỗi con số mở danh sách.
brief-card =
    <b>{ $heading }</b>, Kế hoạch { $plan }, số liệu đến { DAY($day) }
    { $total } nhiệm vụ: hoàn thành <b>{ $done }</b>, trong hạn <b>{ $in_time }</b>, quá hạn <b>{ $overdue }</b>, không hạn <b>{ $undated }</b>
    { $change }
    { $more }
brief-week = Tóm tắt tuần
brief-asked = Tóm tắt tình hình thực hiện
brief-period = Tóm tắt kỳ báo cáo { $period }
brief-changed-from = Từ ngày { DAY($begins) }: { $said }.
brief-new-extended = gia hạn { $count } ({ $tasks })
brief-worst = Nhiều nhiệm vụ quá hạn nhất:
brief-none-overdue = Không cơ quan nào có nhiệm vụ quá hạn.
brief-missing = Kỳ báo cáo { $period }: { $missing }/{ $all } cơ quan chưa báo cáo đủ
brief-waiting = Vướng mắc đang mở: { $obstacles } · Đề nghị gia hạn đang chờ: { $extensions }
see-new-extended = Mới gia hạn
see-unreported = Chưa báo cáo
see-obstacles = Vướng mắc
see-extensions = Gia hạn chờ
brief-how = Xem danh sách: chọn hoặc nhắn tên mục.
brief-how-stop = Xem danh sách: chọn hoặc nhắn tên mục. Ngừng nhận: nhắn "ngừng tóm tắt".
brief-how-resume = Xem danh sách: chọn hoặc nhắn tên mục. Nhận hằng tuần: nhắn "nhận tóm tắt".
not-briefed = Tóm tắt tuần được gửi cho lãnh đạo và thủ trưởng cơ quan đầu mối. Để xem, nhắn "tóm tắt" hoặc "tổng hợp".
stop-briefs-stopped = Đã ngừng gửi tóm tắt tuần. Vẫn xem được bất cứ lúc nào: nhắn "tóm tắt". Nhận trở lại: nhắn "nhận tóm tắt".
resume-briefs-resumed = Tóm tắt sẽ được gửi hằng tuần và khi hết kỳ báo cáo.

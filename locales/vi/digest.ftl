# Nhắc việc: bản nhắc hằng ngày và danh sách theo yêu cầu; các dòng dùng chung.
digest-reader = Nhắc việc dành cho người báo cáo của các cơ quan. Để theo dõi tiến độ, nhắn "nhiệm vụ nào quá hạn" hoặc "ai chưa báo cáo".
digest-nothing =
    { $agency } không có việc nào cần nhắc vào lúc này.
    { $also }
digest-list =
    <b>Nhắc việc ngày { DAY($day) }</b>, { $agency }
    { $lines }
    { $how }
digest-none-due = Không có việc nào khác cần nhắc vào lúc này.
digest-how = Báo cáo ngay: nhắn "{ $first }".
digest-how-detail = Xem từng nhiệm vụ: nhắn "chi tiết { $first }".
digest-how-overdue = Xem các nhiệm vụ này: nhắn "nhiệm vụ quá hạn từ { $after } ngày".
digest-again = Nhắc lại ngày mai
digest-pause = Tạm ngừng nhắc
digest-resume = Tiếp tục nhắc
digest-paused = Đang tạm ngừng nhắc: { $matters }. Để nhắc trở lại, nhắn "tiếp tục nhắc".
due-today = ⏳ Đến hạn hôm nay: { $tasks } (hạn { $due })
due-left = ⏳ Còn { $days } ngày: { $tasks } (hạn { $due })
due-overdue = ⚠️ Quá hạn { $days } ngày: { $tasks } (hạn { $due })
due-long-overdue = ⚠️ Quá hạn trên 8 tuần: { $count } nhiệm vụ: NV { $numbers }
due-period = ⏳ Kỳ báo cáo { $period } chốt số liệu ngày { DAY($ends) }, còn { $count } nhiệm vụ chưa báo cáo: NV { $numbers }
due-figures = ⏳ Số liệu { $period } chốt ngày { DAY($ends) }, còn { $count } chỉ tiêu chưa báo cáo: CT { $numbers }
due-rest = ▫️ Kỳ báo cáo { $period } còn chưa báo cáo: NV { $numbers }
escalated = ⚠️ Quá hạn từ { $after } ngày trở lên: NV { $numbers } (lâu nhất { $longest } ngày)
escalated-all = ⚠️ Quá hạn từ { $after } ngày trở lên: { $count } việc của { $agencies } cơ quan, nhiều nhất: { $worst }
in-agency = <b>{ $agency }</b> (để báo cáo, nhắn "đổi cơ quan"):
in-place = <b>Nhận thay { $person }</b> (vắng mặt):
unreached = ▫️ Chưa có người nhận nhắc việc: { $agencies }
unreached-more = { $named } và { $rest } cơ quan khác
to-review = ▫️ Chờ duyệt: { $count } báo cáo, lâu nhất { $longest } ngày; nhắn "chờ duyệt"
to-review-today = ▫️ Chờ duyệt: { $count } báo cáo gửi hôm nay; nhắn "chờ duyệt"
matter-all = Tất cả { $count } việc
matter-until = { $matters } đến ngày { DAY($until) }
matter-tasks = Kỳ báo cáo { $period }
matter-indicators = Số liệu chỉ tiêu { $period }
matter-period = kỳ báo cáo
pauses-seen = Cơ quan tạm ngừng nhắc: { $pauses }.
pauses-more = và { $rest } việc khác
pause-seen = { $agency }: { $matter } đến ngày { DAY($until) }
pauses-of-task = Tạm ngừng nhắc: { $pauses }
pause-of-task = { $agency } đến ngày { DAY($until) }

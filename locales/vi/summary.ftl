summary-own-only = Anh/chị chỉ được xem tình hình thực hiện của { $agency }; số liệu dưới đây chỉ gồm phần của cơ quan này.
summary-none = Anh/chị chỉ được xem tình hình thực hiện của { $agency }; cơ quan này không chủ trì nhiệm vụ nào trong Kế hoạch.
summary-whole =
    <b>Tổng hợp Kế hoạch { $plan }</b>, số liệu đến { DAY($day) }: { $total } nhiệm vụ
    ✅ Đã hoàn thành: <b>{ $done }</b> (đúng hạn { $done_in_time }, quá hạn { $done_late }, không hạn { $done_undated })
    ▫️ Chưa hoàn thành, trong hạn: <b>{ $in_time }</b>
    ⚠️ Chưa hoàn thành, quá hạn: <b>{ $overdue }</b>
    ▫️ Chưa hoàn thành, không hạn: <b>{ $undated }</b>
    { $change }
    Xem danh sách: chọn hoặc nhắn tên mục, ví dụ "quá hạn".
summary-of-day =
    <b>Tổng hợp Kế hoạch { $plan }</b>, số liệu đến hết { DAY($day) }: { $total } nhiệm vụ
    ✅ Đã hoàn thành: <b>{ $done }</b> (đúng hạn { $done_in_time }, quá hạn { $done_late }, không hạn { $done_undated })
    ▫️ Chưa hoàn thành, trong hạn: <b>{ $in_time }</b>
    ⚠️ Chưa hoàn thành, quá hạn: <b>{ $overdue }</b>
    ▫️ Chưa hoàn thành, không hạn: <b>{ $undated }</b>
    { $change }
    Xem danh sách: nhắn ví dụ "nhiệm vụ quá hạn tại ngày { DAY($day) }".
summary-of-future = Ngày { DAY($day) } chưa đến. Anh/chị hỏi theo một ngày đã qua, ví dụ: "tổng hợp tại ngày 31/12/2025".
changed-since = So với ngày { DAY($since) }: { $said }.
changed-nothing = không có nhiệm vụ mới hoàn thành hoặc mới quá hạn
new-done = mới hoàn thành { $count } ({ $tasks })
new-overdue = mới quá hạn { $count } ({ $tasks })
new-reopened = { $count } nhiệm vụ đã hoàn thành nay báo cáo lại là chưa ({ $tasks })
numbers-more = { $named } và { $rest } nhiệm vụ khác
summary-by-group =
    <b>Tổng hợp theo nhóm nhiệm vụ</b>, số liệu đến { DAY($day) }:
    { $rows }
    Xem danh sách: nhắn tên nhóm, ví dụ "nhóm IV".
summary-by-agency =
    <b>Tổng hợp theo cơ quan chủ trì</b>, số liệu đến { DAY($day) }, nhiều nhiệm vụ quá hạn xếp trước:
    { $rows }
    { $also }
summary-group-row = { $mark } <b>{ $group }</b> { $title }: { $numbers }
agency-row = { $mark } <b>{ $agency }</b>: { $numbers }
count-total = { $count } nhiệm vụ
count-done = hoàn thành { $count }
count-overdue = quá hạn { $count }
count-in-time = trong hạn { $count }
count-undated = không hạn { $count }
summary-shared = Nhiệm vụ nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.
summary-unled = Không tính { $tasks }: Kế hoạch không ghi cơ quan chủ trì.
summary-group = Nhóm { $group }
see-done = Đã hoàn thành
see-done-in-time = Hoàn thành đúng hạn
see-done-late = Hoàn thành quá hạn
see-done-undated = Hoàn thành không hạn
see-in-time = Trong hạn
see-overdue = Quá hạn
see-undated = Không hạn
see-new-done = Mới hoàn thành
see-new-overdue = Mới quá hạn
see-by-group = Theo nhóm
see-by-agency = Theo cơ quan
summary-picture-title = Kế hoạch { $plan } theo cơ quan chủ trì
summary-picture-note = Số liệu đến { DAY($day) }. { $numbers }.
summary-picture-worst = Chỉ gồm { $count } cơ quan có nhiều nhiệm vụ quá hạn nhất.

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
summary-change = So với ngày { DAY($since) }: { $said }.
summary-unchanged = không có nhiệm vụ mới hoàn thành hoặc mới quá hạn
summary-new-done = mới hoàn thành { $count } ({ $tasks })
summary-new-overdue = mới quá hạn { $count } ({ $tasks })
summary-new-reopened = { $count } nhiệm vụ đã hoàn thành nay báo cáo lại là chưa ({ $tasks })
summary-and-more = { $named } và { $rest } nhiệm vụ khác
summary-by-group =
    <b>Tổng hợp theo nhóm nhiệm vụ</b>, số liệu đến { DAY($day) }:
    { $rows }
    Xem danh sách: nhắn tên nhóm, ví dụ "nhóm IV".
summary-by-agency =
    <b>Tổng hợp theo cơ quan chủ trì</b>, số liệu đến { DAY($day) }, nhiều nhiệm vụ quá hạn xếp trước:
    { $rows }
    { $also }
summary-group-row = { $mark } <b>{ $group }</b> { $title }: { $numbers }
summary-agency-row = { $mark } <b>{ $agency }</b>: { $numbers }
summary-count-total = { $count } nhiệm vụ
summary-count-done = hoàn thành { $count }
summary-count-overdue = quá hạn { $count }
summary-count-in-time = trong hạn { $count }
summary-count-undated = không hạn { $count }
summary-shared = Nhiệm vụ nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.
summary-unled = Không tính { $tasks }: Kế hoạch không ghi cơ quan chủ trì.
summary-group = Nhóm { $group }
summary-see-done = Đã hoàn thành
summary-see-done-in-time = Hoàn thành đúng hạn
summary-see-done-late = Hoàn thành quá hạn
summary-see-done-undated = Hoàn thành không hạn
summary-see-in-time = Trong hạn
summary-see-overdue = Quá hạn
summary-see-undated = Không hạn
summary-see-new-done = Mới hoàn thành
summary-see-new-overdue = Mới quá hạn
summary-see-by-group = Theo nhóm
summary-see-by-agency = Theo cơ quan
summary-picture-title = Kế hoạch { $plan } theo cơ quan chủ trì
summary-picture-note = Số liệu đến { DAY($day) }. { $numbers }.
summary-picture-worst = Chỉ gồm { $count } cơ quan có nhiều nhiệm vụ quá hạn nhất.

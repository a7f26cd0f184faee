urging-results-focal-only = Kết quả đôn đốc dành cho cơ quan đầu mối và lãnh đạo.
urging-results-never = Chưa có lần đôn đốc nào. Để đôn đốc các đơn vị chưa báo cáo, nhắn "đôn đốc".
urging-results-list =
    <b>Kết quả đôn đốc ngày { DAY($day) }</b>, { $agencies } đơn vị; đã báo cáo đủ: { $reported } đơn vị.
    { $people }
    { $deserted }
    { $lines }
urging-results-agency-owes = • { $agency }: { $people }
urging-results-agency-reported = ✅ { $agency } (đã báo cáo đủ): { $people }
urging-results-people = Người nhận ({ $count }): { $counts }.
urging-results-person = { $name }, { $what }
urging-results-nobody = ⚠️ Chưa có cán bộ đầu mối ({ $count }), đề nghị liên hệ trực tiếp: { $names }.
urging-results-and-more = { $named } và { $rest } cơ quan khác
urging-results-outcome-sent = đã gửi
urging-results-outcome-sent-at = đã gửi lúc { TIME($time) }
urging-results-outcome-waiting = đang chờ gửi
urging-results-outcome-waiting-at = chờ gửi lúc { TIME($time) }
urging-results-outcome-settled = không cần gửi
urging-results-outcome-failed = gửi thất bại
urging-results-outcome-blocked = bị chặn
urging-results-outcome-not-joined = chưa tham gia
urging-results-told-sent = đã gửi { $count }
urging-results-told-waiting = đang chờ { $count }
urging-results-told-settled = không cần gửi { $count }
urging-results-told-failed = thất bại { $count }
urging-results-told-blocked = bị chặn { $count }
urging-results-told-not-joined = chưa tham gia { $count }

indicators-list =
    { $heading }
    { $indicators }
    Xem chi tiết, báo cáo số liệu: nhắn số chỉ tiêu, ví dụ "CT { $first }".
    { $owed }
indicators-own = <b>{ $agency }</b> báo cáo số liệu { $count } chỉ tiêu:
indicators-all = { $agency } không báo cáo số liệu chỉ tiêu nào. Kế hoạch có { $count } chỉ tiêu:

duties-none =
    { $agency } không chủ trì nhiệm vụ nào trong Kế hoạch.
    Tra cứu: nhắn câu hỏi, ví dụ "nhiệm vụ đến hạn năm 2025".
    { $also }
duties-list =
    <b>{ $agency }</b> chủ trì { $count } nhiệm vụ:
    { $tasks }
    Xem nội dung: nhắn số nhiệm vụ, ví dụ "NV { $first }".
    { $also }
duties-coordinates = Phối hợp: { $tasks }.
duties-measures = Chỉ tiêu phải báo cáo số liệu: nhắn "chỉ tiêu".

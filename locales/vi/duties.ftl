duties-none =
    { $agency } không chủ trì nhiệm vụ nào trong Kế hoạch.
    { $also }
duties-list =
    <b>{ $agency }</b> chủ trì { $count } nhiệm vụ:
    { $tasks }
    Xem nội dung: nhắn số nhiệm vụ, ví dụ "NV 9".
    { $also }
duties-coordinates = Phối hợp: { $tasks }.

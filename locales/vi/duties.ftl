duties-none =
    { $agency } không chủ trì nhiệm vụ nào trong Kế hoạch.
    { $also }
duties-list =
    <b>{ $agency }</b> chủ trì { $count } nhiệm vụ:
    { $tasks }
    { $also }
    Xem nội dung: nhắn số nhiệm vụ, ví dụ "NV 9".
duties-coordinates = Phối hợp: { $tasks }.

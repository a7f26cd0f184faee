# Báo cho cơ quan đầu mối: chia tách cơ quan làm nhiệm vụ chưa có chủ trì.
unassigned-told =
    Do thay đổi cơ quan từ ngày { DAY($day) }, { $count } nhiệm vụ cần xác định chủ trì: { $tasks }.
    Phân công: nhắn "phân công" hoặc "phân công nv { $first } cho" kèm tên cơ quan.

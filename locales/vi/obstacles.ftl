obstacles-own-only = Anh/chị chỉ được xem vướng mắc của { $agency }.
obstacles-list =
    Tra cứu: { $reading }. Có <b>{ $count }</b>, lâu nhất trước:
    { $lines }
    Xem từng vướng mắc: nhắn "VM { $first }".
obstacles-none = Tra cứu: { $reading }. Không có vướng mắc nào.
obstacles-agencies = Tra cứu: vướng mắc đang mở theo cơ quan. Có <b>{ $count }</b> vướng mắc của { $agencies } cơ quan:
obstacles-agency = { $agency }: { $count } (lâu nhất: { $age })
obstacles-way-tell = Báo vướng mắc mới
obstacles-way-unanswered = Chưa trả lời ({ $count })
obstacles-way-by-agency = Theo cơ quan
obstacles-reading-open = vướng mắc đang mở
obstacles-reading-unanswered = vướng mắc chưa trả lời
obstacles-reading-task = { $reading } của NV { $number }
obstacles-reading-of = { $reading } của { $agencies }
obstacles-reading-more = { $named } và { $rest } cơ quan khác

# Báo cho cơ quan được phân công chủ trì, và cơ quan chủ trì trước đó.
assigned-told = { $told }
assigned-yours = { $told }
assigned-lead = { $agency } được phân công chủ trì { $task }.
assigned-how = Báo cáo: nhắn "NV { $number }". Xem nội dung: nhắn "chi tiết { $number }".
assigned-taken = { $task } nay do { $agency } chủ trì.
assigned-basis = Căn cứ: { $basis }
assigned-report = Báo cáo NV { $number }

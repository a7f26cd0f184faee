# Phân công cơ quan chủ trì.
assign-focal-only = Việc phân công cơ quan chủ trì do cơ quan đầu mối theo dõi Kế hoạch thực hiện.
assign-none = Mọi nhiệm vụ đã có cơ quan chủ trì. Để chuyển một nhiệm vụ sang cơ quan khác, nhắn ví dụ: "chuyển nv 32 cho Sở Xây dựng".
assign-unknown = Không có nhiệm vụ { $number }; Kế hoạch có các nhiệm vụ từ 1 đến { $last }.
assign-task =
    Cần xác định chủ trì: { $count } nhiệm vụ.
    { $tasks }
    Phân công nhiệm vụ nào? Nhắn số của nhiệm vụ.
assign-waiting = • { $task }
assign-agency =
    { $task }
    { $lead }
    Cơ quan nào chủ trì? Nhắn tên cơ quan.
assign-led = Hiện nay: { $lead } chủ trì.
assign-unled = Hiện nay: chưa xác định cơ quan chủ trì.
assign-basis = Căn cứ phân công (số, ký hiệu văn bản hoặc ý kiến chỉ đạo)?
assign-no-basis = Bỏ qua
assign-card = { $task }: { $agency } chủ trì
assign-card-before = Thay cho: { $lead }
assign-card-basis = Căn cứ: { $basis }
assign-card-what = Có hiệu lực từ ngày { DAY($day) }; cơ quan được phân công sẽ nhận thông báo.
assign-sure = { $card }
assign-sure-send = Phân công
assign-sure-drop = Hủy
assign-dropped = Đã hủy. Không có gì thay đổi.
assign-overtaken = NV { $number } vừa được phân công cho cơ quan khác. Để xem, nhắn "chi tiết { $number }".
assign-done =
    ✅ Từ ngày { DAY($day) }, { $agency } chủ trì NV { $number }.
    Cơ quan này sẽ nhận thông báo. Xem các nhiệm vụ còn lại: nhắn "phân công".

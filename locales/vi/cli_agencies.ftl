# Dòng lệnh "baocao agencies": sáp nhập, chia tách, đổi tên cơ quan.
cli-agencies-head = Thay đổi cơ quan từ ngày { DAY($day) }: { $basis }
cli-agencies-new = Cơ quan mới: { $agency }
cli-agencies-ended = { $agency } kết thúc, nay là: { $to }
cli-agencies-task = NV { $number }: { $agency } → { $to }
cli-agencies-indicator = CT { $number }: { $agency } → { $to }
cli-agencies-person = Người dùng { $id }, { $name }: { $agency } → { $to }
cli-agencies-open = cần xác định
cli-agencies-dry = Chỉ xem trước, chưa áp dụng.
cli-agencies-done = Đã áp dụng, có hiệu lực từ ngày { DAY($day) }. Báo cáo đã gửi vẫn ghi cơ quan đã gửi.
cli-agencies-later = Đã ghi nhận, sẽ áp dụng từ ngày { DAY($day) }. Báo cáo đã gửi vẫn ghi cơ quan đã gửi.
cli-agencies-known = Thay đổi này đã được ghi nhận, có hiệu lực từ ngày { DAY($day) }.
cli-agencies-unknown = Thay đổi không khớp với Kế hoạch đang dùng: { $what }. Kiểm tra lại mã cơ quan, số nhiệm vụ trong tệp.

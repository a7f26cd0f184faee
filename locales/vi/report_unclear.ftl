# Câu báo cáo chưa rõ thuộc nhiệm vụ, chỉ tiêu nào.
report-unclear-foreign = Nội dung này không thuộc nhiệm vụ, chỉ tiêu do { $agency } chủ trì nên chưa được ghi nhận. Nhắn "nhiệm vụ" hoặc "chỉ tiêu" để xem phần việc của cơ quan.
report-unclear-foreign-task = NV { $number } do { $leads } chủ trì, không thuộc trách nhiệm báo cáo của { $agency } nên chưa được ghi nhận. Để xem nội dung, nhắn "chi tiết { $number }".
report-unclear-nobody = cơ quan chưa xác định
report-unclear-several = Chưa rõ nội dung thuộc nhiệm vụ nào. Đề nghị chọn nhiệm vụ báo cáo trước; các nhiệm vụ khác báo cáo sau.
report-unclear-unnamed = Chưa rõ nội dung này báo cáo nhiệm vụ nào.
report-unclear-foreign-indicator = Số liệu CT { $number } do { $leads } báo cáo, không thuộc trách nhiệm của { $agency } nên chưa được ghi nhận. Để xem nội dung, nhắn "chi tiết CT { $number }".
report-unclear-either = Nội dung này báo cáo nhiệm vụ hay chỉ tiêu? Đề nghị chọn:
report-unclear-reader = Vai trò của anh/chị không gửi báo cáo nhiệm vụ, nên nội dung vừa nhắn chưa được ghi nhận. Để xem tình hình thực hiện, nhắn "chi tiết { $number }".
report-unclear-reader-topic = Báo cáo do cơ quan chủ trì gửi nên nội dung này chưa được ghi nhận. Để xem tình hình thực hiện, có thể hỏi, ví dụ: "nhiệm vụ quá hạn", "chi tiết 9".

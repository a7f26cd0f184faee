# Câu báo cáo chưa rõ thuộc nhiệm vụ nào.
report-unclear-foreign = Nội dung này không thuộc nhiệm vụ do { $agency } chủ trì nên chưa được ghi nhận. Nhắn "nhiệm vụ" để xem nhiệm vụ của cơ quan.
report-unclear-foreign-task = NV { $number } do { $leads } chủ trì, không thuộc trách nhiệm báo cáo của { $agency } nên chưa được ghi nhận. Để xem nội dung, nhắn "chi tiết { $number }".
report-unclear-nobody = cơ quan chưa xác định
report-unclear-several = Mỗi lần chỉ báo cáo một nhiệm vụ. Đề nghị chọn nhiệm vụ báo cáo trước; các nhiệm vụ khác báo cáo sau.
report-unclear-unnamed = Chưa rõ nội dung này báo cáo nhiệm vụ nào.
report-unclear-indicator = Kênh này chưa nhận số liệu chỉ tiêu; nội dung vừa gửi chưa được ghi nhận. Anh/chị có thể báo cáo nhiệm vụ, ví dụ: "nv 9 đang làm 60%".

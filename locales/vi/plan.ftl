# Đọc kế hoạch: những điểm bất thường và lỗi của tệp

plan-place = { $part ->
    [group] nhóm { $row }
    [task] nhiệm vụ { $row }
    [indicator] chỉ tiêu { $row }
   *[plan] kế hoạch
}
plan-cell = { $cell ->
    [number] TT
    [content] Nội dung
    [lead] Chủ trì
    [coordinators] Phối hợp
    [product] Sản phẩm, kết quả
    [timing] Thời gian, tiến độ
    [note] Ghi chú
    [name] Chỉ tiêu
    [unit] Đơn vị tính
    [target] Chỉ tiêu cần đạt được
    [focal] Cơ quan đầu mối
   *[other] { $cell }
}

anomaly-row-twice = Dòng { $line }: { plan-place } in hai lần (lần đầu ở dòng { $text }, bị cắt khi sang trang), lấy bản đầy đủ.
anomaly-row-split = Dòng { $line }: { plan-place } bị ngắt khi sang trang, đã nối phần “{ $text }”.
anomaly-empty-cell = Dòng { $line }: { plan-place } để trống ô “{ plan-cell }”.
anomaly-merged-cell = Dòng { $line }: { plan-place } để trống ô “{ plan-cell }”, suy ra từ ô gộp: { $text }. Cần xác nhận.
anomaly-misspelt-agency = Dòng { $line }: { plan-place }, ô “{ plan-cell }” viết sai tên cơ quan: { $text }.
anomaly-unknown-agency = Dòng { $line }: { plan-place }, ô “{ plan-cell }” có tên chưa nhận ra: “{ $text }”. Cần xác nhận.
anomaly-no-lead = Dòng { $line }: { plan-place } không có cơ quan chủ trì. Cần xác nhận.
anomaly-no-timing = Dòng { $line }: { plan-place } không ghi thời gian.
anomaly-open-timing = Dòng { $line }: { plan-place } không có năm hoàn thành: “{ $text }”.
anomaly-unread-cell = Dòng { $line }: { plan-place }, không đọc được ô “{ plan-cell }”: “{ $text }”. Cần xác nhận.
anomaly-unnumbered-duty = Dòng { $line }: { plan-place } có nhiệm vụ chung không đánh số.
anomaly-no-focal = Kế hoạch không nêu cơ quan theo dõi, đôn đốc chung. Cần xác nhận.

unreadable-not-text = Dòng { $line }: tệp không phải văn bản UTF-8.
unreadable-no-title = Không tìm thấy dòng tên loại văn bản (“{ $text }”).
unreadable-no-number = Dòng { $line }: không đọc được số, ngày và cơ quan ban hành của kế hoạch.
unreadable-no-table = Không tìm thấy bảng nhiệm vụ.
unreadable-columns = Dòng { $line }, cột “{ plan-cell }”: tiêu đề cột khác mẫu (“{ $text }”).
unreadable-cell-count = Dòng { $line }, ô “{ plan-cell }”: hàng có { $text } ô, khác số cột của bảng.
unreadable-stray-row = Dòng { $line }, ô “{ plan-cell }”: hàng không thuộc bảng hoặc nhiệm vụ nào (“{ $text }”).
unreadable-row-number = Dòng { $line }, ô “{ plan-cell }”: số thứ tự không hợp lệ hoặc không liên tục (“{ $text }”).
unreadable-rows-differ = Dòng { $line }, ô “{ plan-cell }”: hàng cùng số với dòng { $text } nhưng nội dung khác.
unreadable-not-yaml = Dòng { $line }: tệp YAML sai cú pháp ({ $text }).
unreadable-not-plan = Tệp không chứa kế hoạch ở dạng YAML.
unreadable-field = Dòng { $line }, mục { plan-cell }: { $text ->
    [missing] thiếu mục này
    [surplus] mẫu không có mục này
    [day] không phải ngày, cần ghi như 2024-11-15
    [number] không phải số
    [choice] giá trị không có trong danh mục
    [words] không phải chữ, cần đặt trong dấu nháy kép
    [list] không phải danh sách
   *[other] giá trị không hợp lệ
}.
unreadable-unknown-agency = Dòng { $line }, mục { plan-cell }: không có cơ quan nào mang mã “{ $text }”.
unreadable-unknown-group = Dòng { $line }, mục { plan-cell }: không có nhóm nhiệm vụ “{ $text }”.
unreadable-duplicate = Dòng { $line }, mục { plan-cell }: “{ $text }” đã có ở trên.
unreadable-length = Dòng { $line }, mục { plan-cell }: tên rút gọn để trống hoặc quá dài (“{ $text }”).
unreadable-members = Dòng { $line }, mục { plan-cell }: thành viên của “{ $text }” không hợp lệ (nhóm phải có thành viên, thành viên không được là nhóm, cơ quan đơn lẻ không có thành viên).
unreadable-deadline = Dòng { $line }, mục { plan-cell }: loại thời hạn và các năm không khớp.
unreadable-target = Dòng { $line }, mục { plan-cell }: loại mục tiêu và các số không khớp.

# Thay đổi của Kế hoạch khi nạp lại
plan-field = { $field ->
    [lead] cơ quan chủ trì
    [timing] thời gian, tiến độ
    [due] thời hạn
    [product] sản phẩm, kết quả
    [content] nội dung
    [short] tên rút gọn
    [group] nhóm nhiệm vụ
    [groups] các nhóm nhiệm vụ
    [coordinators] cơ quan phối hợp
    [note] ghi chú
    [name] tên
    [unit] đơn vị tính
    [target] mục tiêu năm { $year }
    [members] thành viên
    [spellings] cách viết khác
    [number] số, ký hiệu
    [title] trích yếu
    [issuer] cơ quan ban hành
    [issued-on] ngày ban hành
    [focal] cơ quan đầu mối
    [open] cho mọi người xem báo cáo (1: có, 0: không)
   *[rest] các mục khác
}
plan-change = { $field ->
    [rest] { plan-field } được sửa
   *[words] { plan-field } đổi từ “{ $before }” thành “{ $after }”
}
change-plan = Kế hoạch: { plan-change }.
change-agency-added = Thêm cơ quan: { $name }.
change-agency-removed = Bỏ cơ quan: { $name }.
change-agency = { $name }: { plan-change }.
change-task-added = Thêm NV { $number }: { $name }.
change-task-removed = Bỏ NV { $number }: { $name }.
change-task = NV { $number } { $name }: { plan-change }.
change-indicator-added = Thêm CT { $number }: { $name }.
change-indicator-removed = Bỏ CT { $number }: { $name }.
change-indicator = CT { $number } { $name }: { plan-change }.
change-duties-gained = { $name } phải báo cáo thêm: { $after }.
change-duties-lost = { $name } không còn phải báo cáo: { $before }.

# Lời nhắc khi câu trả lời chưa đúng dạng.
kind-more = Xem thêm
kind-skip = Bỏ qua
kind-choice-again = Chưa rõ lựa chọn. Đề nghị bấm một nút, nhắn số hoặc tên của lựa chọn; để dừng, nhắn "hủy".
kind-percent-again = Đề nghị nhắn tỷ lệ từ 0 đến 100, ví dụ: 60% hoặc 45,5.
kind-percent-range = Tỷ lệ { $value }% nằm ngoài khoảng từ 0 đến 100. Đề nghị nhắn lại.
kind-percent-unclear = Chưa rõ tỷ lệ thực hiện qua nội dung "{ $said }". Cần một số từ 0 đến 100.
kind-day-again = Chưa đọc được ngày. Đề nghị nhắn theo mẫu 05/03/2026.
kind-day-future = Ngày { DAY($day) } là ngày chưa đến. Đề nghị kiểm tra lại.
kind-document-again = Chưa đọc được số, ký hiệu văn bản. Đề nghị nhắn theo mẫu 123/QĐ-UBND.
kind-words-again = Đề nghị nhắn nội dung bằng chữ.
kind-words-long = Nội dung dài { $length } ký tự, tối đa { $limit }. Đề nghị rút gọn.
kind-figure-unread = Chưa đọc được số liệu. Đề nghị nhắn một số theo đơn vị { $unit }, ví dụ 7,2; hoặc "chưa có số liệu".
kind-figure-span = Đề nghị nhắn một số duy nhất, không nhắn khoảng số. Nếu là số ước, ghi chữ ước trước số.
kind-figure-unit = Đơn vị tính của chỉ tiêu này là { $unit }. Đề nghị kiểm tra lại số liệu.
kind-figure-share = Tỷ lệ phải từ 0 đến 100%. Đề nghị kiểm tra lại số liệu.
kind-figure-whole = Chỉ tiêu này tính theo { $unit } nên phải là số nguyên. Đề nghị kiểm tra lại.

# Vướng mắc: thẻ của một vướng mắc; các dòng dùng chung (vm-…).
obstacle-unknown = Không có vướng mắc VM { $number } mà anh/chị được xem.
obstacle-shown =
    { $heading }
    { $card }
obstacle-act =
    { $heading }
    { $card }
    { $how }
obstacle-act-answered = Trả lời
obstacle-act-replied = Trao đổi thêm
obstacle-act-closed = Đã tháo gỡ, đóng
obstacle-act-reopened = Mở lại
obstacle-advice-answered = Trả lời: nhắn "trả lời VM { $number }: nội dung".
obstacle-advice-replied = Trao đổi thêm: nhắn "VM { $number }: nội dung". Đã tháo gỡ: nhắn "VM { $number } đã tháo gỡ".
obstacle-advice-reopened = Mở lại: nhắn "mở lại VM { $number }".
obstacle-news-told = ⚠️ Vướng mắc mới <b>{ $label }</b>, đề nghị trả lời:
obstacle-news-repeated = Vướng mắc <b>{ $label }</b> được nêu lại:
obstacle-news-answered = Đã có trả lời vướng mắc <b>{ $label }</b>:
obstacle-news-replied = Cơ quan trao đổi thêm về <b>{ $label }</b>:
obstacle-news-closed = ✅ Vướng mắc <b>{ $label }</b> đã đóng:
obstacle-news-reopened = ⚠️ Vướng mắc <b>{ $label }</b> được mở lại:
obstacle-news-withdrawn = Vướng mắc <b>{ $label }</b> đã thu hồi:
vm-head = <b>{ $label }</b> · { $agency } · { $task }
vm-words = Nội dung: { $words }
vm-told = { $name } báo ngày { DAY($day) }
vm-said = • { DAY($day) } { $name } { $what }: { $words }
vm-done = • { DAY($day) } { $name } { $what }
vm-said-told = báo
vm-said-repeated = nêu lại
vm-said-answered = trả lời
vm-said-replied = trao đổi thêm
vm-said-closed = đóng
vm-said-reopened = mở lại
vm-said-withdrawn = thu hồi báo cáo
vm-closed = ✅ Đã đóng ngày { DAY($day) }
vm-age-days = { $days } ngày
vm-age-today = hôm nay
vm-answered = Đang mở ({ $age }), đã trả lời
vm-unanswered = Đang mở ({ $age }), chưa trả lời
vm-line = ▫️ <b>{ $label }</b> ({ $age }) { $agency }, NV { $number }: { $words }
vm-line-unanswered = ⚠️ <b>{ $label }</b> ({ $age }) { $agency }, NV { $number }: { $words } (chưa trả lời)
vm-of-task = Vướng mắc đang mở: { $labels }. Xem: nhắn "VM { $first }".
vm-more = { $labels } và { $rest } vướng mắc khác
vm-passed-on = Vướng mắc { $label } đã chuyển cơ quan đầu mối; khi có trả lời, anh/chị được báo ngay.
vm-kept = Vướng mắc { $label } đã được ghi vào danh sách theo dõi.
vm-closed-by-report = Đã đóng vướng mắc { $labels }.

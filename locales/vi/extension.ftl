# Gia hạn: đề nghị, danh sách đang chờ, quyết định và thông báo kết quả.
extend-task = Đề nghị gia hạn nhiệm vụ nào của { $agency }? Nhắn số, ví dụ "NV { $first }", hoặc chọn:
extend-none = { $agency } không có nhiệm vụ nào có thời hạn và chưa hoàn thành để đề nghị gia hạn.
extend-unknown = Kế hoạch không có nhiệm vụ số { $number }. Các nhiệm vụ được đánh số từ 1 đến { $last }.
extend-not-led = NV { $number } { $short } không do { $agency } chủ trì nên không đề nghị gia hạn tại đây.
extend-undated = NV { $number } { $short }: Kế hoạch không ghi thời hạn nên không có hạn để gia hạn.
extend-done = NV { $number } { $short } đã được báo cáo hoàn thành nên không cần gia hạn. Nếu báo cáo chưa đúng, gửi báo cáo mới: nhắn "NV { $number }".
extend-waiting =
    NV { $number } { $short } đã có đề nghị gia hạn đến { DAY($until) }, gửi ngày { DAY($asked) }, đang chờ quyết định.
    Lý do: { $reason }
extend-waiting-replace = Thay bằng đề nghị mới
extend-waiting-withdraw = Rút đề nghị
extend-waiting-keep = Giữ nguyên
extend-withdrawn = Đã rút đề nghị gia hạn NV { $number }. Thời hạn vẫn là { DAY($due) }.
extend-kept = Đề nghị gia hạn NV { $number } được giữ nguyên; kết quả sẽ được báo tại đây.
extend-nothing-waits = { $agency } không có đề nghị gia hạn nào như vậy đang chờ quyết định. Xem các đề nghị: nhắn "gia hạn đang chờ".
extend-until =
    { $head }
    Gia hạn đến ngày nào? Ví dụ: 30/06/2027; hết quý II/2027; thêm 3 tháng.
extend-reason = Lý do đề nghị gia hạn NV { $number } đến { DAY($until) }? (bắt buộc, ví dụ: chưa bố trí được vốn)
extend-sure = { $card }
extend-sure-send = Gửi đề nghị
extend-sure-change = Sửa
extend-sure-drop = Hủy
extend-which = Sửa mục nào?
extend-field-until = Thời hạn mới
extend-field-reason = Lý do
extend-dropped = Đã hủy. Đề nghị gia hạn chưa được gửi.
extend-asked =
    ✅ Đã gửi đề nghị gia hạn NV { $number } đến { DAY($until) } lúc { TIME($time) } ngày { DAY($time) }, do { $to } quyết định.
    Trong khi chờ, thời hạn vẫn là { DAY($due) }. Kết quả sẽ được báo tại đây.
    Rút hoặc thay đề nghị: nhắn "gia hạn nv { $number }".
extend-to-focal = cơ quan đầu mối
extend-to-leaders = lãnh đạo
extensions-none = Không có đề nghị gia hạn nào đang chờ quyết định.
extensions-none-own =
    Không có đề nghị gia hạn nào đang chờ quyết định.
    Để đề nghị gia hạn nhiệm vụ của cơ quan, nhắn ví dụ "gia hạn nv 9 đến 30/6/2027 vì chưa bố trí được vốn".
extensions-none-granted = Chưa có nhiệm vụ nào được gia hạn.
extensions-list =
    <b>{ $count } đề nghị gia hạn đang chờ quyết định</b>, gửi trước xếp trước:
    { $rows }
extension-row = <b>NV { $number }</b> { $agency }: từ { $due } đến { DAY($until) }; { $reason }
extension-title = <b>Đề nghị gia hạn NV { $number }</b> { $short }
extension-agency = { $agency } · { $deadline }
extension-due = { $agency } · thời hạn hiện nay { $due }
extension-until = Gia hạn đến: <b>{ DAY($until) }</b>
extension-reason = Lý do: { $reason }
extension-late = ⚠️ Đề nghị sau khi hết hạn { DAY($due) }; theo quy định, đề nghị gia hạn được gửi trước khi hết hạn.
extension-part = Chỉ gia hạn phần việc của { $agency }; các cơ quan khác cùng chủ trì không thay đổi.
extension-reported = Báo cáo gần nhất ngày { DAY($day) }: { $progress }
extension-unreported = Chưa có báo cáo về nhiệm vụ này.
extension-asker = Người đề nghị: { $name }, { TIME($time) } ngày { DAY($time) }
extension-to = { $agency } đến { DAY($until) }
extension-granted-to = Đã gia hạn: { $parts }
extension-waiting-to = Đề nghị gia hạn đang chờ: { $parts }
extension-card =
    { $card }
    Đang chờ quyết định.
extension-choice = { $card }
extension-choice-grant = Đồng ý
extension-choice-refuse = Không đồng ý
extension-choice-other = Ngày khác
extension-refusal = Lý do không đồng ý? (bắt buộc)
extension-date = Gia hạn đến ngày nào? Thời hạn hiện nay { DAY($due) }. Ví dụ: 31/03/2027; hết quý I/2027; thêm 3 tháng.
extension-sure = Đồng ý gia hạn NV { $number } của { $agency } đến <b>{ DAY($until) }</b> (đề nghị: { DAY($asked) })?
extension-sure-yes = Đồng ý
extension-sure-no = Sửa ngày
extension-granted = ✅ Đã gia hạn NV { $number } của { $agency } đến { DAY($until) } (thời hạn trước { DAY($first) }). Kết quả được báo cho cơ quan.
extension-refused =
    Đã ghi nhận không đồng ý gia hạn NV { $number } của { $agency }; thời hạn vẫn là { DAY($due) }. Kết quả được báo cho cơ quan.
    Lý do: { $reason }
extension-more = Còn { $count } đề nghị gia hạn đang chờ: nhắn "gia hạn đang chờ".
extension-withdrawn = Đề nghị gia hạn này đã được rút hoặc thay bằng đề nghị khác.
extension-granted-already = Đề nghị gia hạn NV { $number } đã được { $name } đồng ý, đến { DAY($until) }.
extension-refused-already = Đề nghị gia hạn NV { $number } đã được trả lời không đồng ý ({ $name }).
extension-result-granted =
    ✅ Đề nghị gia hạn NV { $number } { $short } đã được đồng ý.
    Thời hạn mới: { $due }
    Người quyết định: { $name }
extension-result-granted-otherwise =
    ✅ NV { $number } { $short } được gia hạn, đến ngày khác với đề nghị ({ DAY($until) }).
    Thời hạn mới: { $due }
    Người quyết định: { $name }
extension-result-refused =
    ⚠️ Đề nghị gia hạn NV { $number } { $short } đến { DAY($until) } không được đồng ý.
    Lý do: { $reason }
    Thời hạn vẫn là { $due }. Người quyết định: { $name }
    Đề nghị lại: nhắn "gia hạn nv { $number }".

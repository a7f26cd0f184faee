# Duyệt báo cáo: thẻ xác nhận, danh sách chờ duyệt, yêu cầu chỉnh lý, báo cáo thay.
submission-task = <b>NV { $number }</b> { $short }
submission-figure = <b>CT { $number }</b> { $short }, năm { $year }
submission-document = Sản phẩm: { $document }
submission-obstacle = Khó khăn, vướng mắc: { $text }
submission-files = Tệp đính kèm: { $count }
submission-reporter = Người báo cáo: { $name }, { TIME($at) } ngày { DAY($at) }
submission-on-behalf = Người báo cáo: { $name } ({ $by } báo cáo thay { $agency }), { TIME($at) } ngày { DAY($at) }
submission-confirmed = Người xác nhận: { $name }, ngày { DAY($at) }
submission-accepted = Người duyệt: { $name }, ngày { DAY($at) }
submission-returned = Yêu cầu chỉnh lý: { $name }, ngày { DAY($at) }, lý do: { $reason }
submission-deputy = { $name } (được { $head } ủy quyền)
submission-to-head = Báo cáo chờ thủ trưởng cơ quan xác nhận.
submission-agency-told = Đã thông báo cho { $agency }.
submission-agency-empty = { $agency } chưa có cán bộ tham gia hệ thống nên chưa thông báo được.
submission-for-period = Báo cáo { $what } này thay cho báo cáo được yêu cầu chỉnh lý của kỳ { $period }.
review-state-not-filed = chưa nộp
review-state-awaiting-head = đã gửi, chờ thủ trưởng xác nhận
review-state-awaiting-focal = đã gửi, chờ cơ quan đầu mối duyệt
review-state-returned = yêu cầu chỉnh lý
review-state-approved = đã duyệt
review-state-closed = đã chốt
review-state-excluded = loại trừ
names =   { $parts }
names-reporter = Người báo cáo: { $name }
names-behalf = Người báo cáo: { $name } ({ $by } báo cáo thay)
names-confirmed = xác nhận: { $name }
names-accepted = duyệt: { $name }
names-returned = yêu cầu chỉnh lý: { $name }, lý do: { $reason }
names-alone =   Yêu cầu chỉnh lý: { $name }, lý do: { $reason }
of-period = Kỳ { $period }: { $reported }/{ $all } đơn vị đã báo cáo
of-state = { $count } đơn vị { $state }
of-states = Trong đó: { $states }
review-card-head = <b>Báo cáo chờ xác nhận</b> (mã { $code })
review-card-focal = <b>Báo cáo chờ duyệt</b> (mã { $code })
review-card-approved = <b>Báo cáo đã duyệt</b> (mã { $code })
review-card-said = { $agency }: { $said }
review-verdict = { $card }
review-decide-approve = Duyệt
review-decide-confirm = Xác nhận
review-decide-return = Yêu cầu chỉnh lý
review-decide-compare = So với kỳ trước
review-compared =
    { $subject } · { $agency }
    { $both }
review-compared-now = <b>Báo cáo ngày { DAY($day) }</b>: { $said }
review-compared-before = <b>Báo cáo trước, ngày { DAY($day) }</b>: { $said }
review-reason = Nội dung cần chỉnh lý của báo cáo { $what }? Người báo cáo sẽ nhận được nội dung này.
review-reason-help = Nêu rõ điểm cần chỉnh lý, ví dụ: chưa có số, ký hiệu văn bản. Để dừng, nhắn "hủy".
review-cancelled = Đã hủy. Báo cáo vẫn chờ duyệt.
review-done = { $text }
review-reviewed-accepted = ✅ Đã duyệt báo cáo { $what } của { $agency } (mã { $code }).
review-reviewed-confirmed = ✅ Đã xác nhận báo cáo { $what } của { $agency } (mã { $code }).
review-reviewed-returned = Đã yêu cầu chỉnh lý báo cáo { $what } của { $agency } (mã { $code }). Báo cáo này không được tính cho đến khi có báo cáo mới.
review-rest = Còn { $count } báo cáo chờ duyệt: nhắn "chờ duyệt".
review-unknown = Không có báo cáo này, hoặc báo cáo đã được thu hồi. Xem danh sách: nhắn "chờ duyệt".
review-own = Báo cáo { $what } (mã { $code }) do chính anh/chị gửi nên cần người khác duyệt.
review-replaced = Báo cáo { $what } (mã { $code }) đã được thay bằng báo cáo mới. Xem danh sách: nhắn "chờ duyệt".
review-settled = Báo cáo { $what } (mã { $code }): { $state }. Anh/chị không cần duyệt.
waiting-none = Không có báo cáo nào chờ anh/chị duyệt.
waiting-not-a-reviewer = Báo cáo do thủ trưởng cơ quan và cơ quan đầu mối duyệt. Để xem báo cáo của cơ quan, nhắn "nhiệm vụ".
waiting-list =
    <b>Có { $count } báo cáo chờ duyệt</b>
    { $lines }
    Duyệt nhiều báo cáo: nhắn "duyệt nv 4, 9" hoặc "duyệt tất cả".
waiting-all = Duyệt tất cả ({ $count })
waiting-group = { $what } ({ $count } báo cáo)
waiting-line = • { $subject }: { $agency }, { $said }
waiting-line-few = • { $subject }: { $agencies }
waiting-line-group = • { $subject }: { $count } đơn vị
review-several-none = Không có báo cáo nào như vậy đang chờ anh/chị duyệt.{ $rest }
review-several-none-rest = { " " }Còn { $count } báo cáo khác: nhắn "chờ duyệt".
review-several-missing = Không chờ duyệt: { $names }.
review-several-sure =
    Duyệt { $count } báo cáo?
    { $lines }
review-several-sure-send = Duyệt
review-several-sure-see = Xem từng báo cáo
review-several-sure-drop = Hủy
review-several-which = Xem báo cáo nào?
review-several-line = • { $what } { $agency }: { $said }
review-several-line-more = … và { $rest } báo cáo khác
review-several-dropped = Đã hủy. Các báo cáo vẫn chờ duyệt.
review-several-cancelled = Đã hủy. Các báo cáo vẫn chờ duyệt.
review-several-done = ✅ Đã duyệt { $count } báo cáo.
review-several-approved = { $text }
returned-again =
    <b>Yêu cầu chỉnh lý</b> báo cáo mã { $code }
    { $subject }: { $said }
    Lý do: { $reason }
    Người yêu cầu: { $name }
    Báo cáo này không được tính cho đến khi có báo cáo mới.
returned-again-report = Báo cáo lại { $what }
reported-for-told =
    { $by } ({ $name }) đã báo cáo thay { $agency } (mã { $code }):
    { $subject }: { $said }
    Để điều chỉnh, gửi báo cáo mới; báo cáo mới nhất là báo cáo có hiệu lực.
engine-about-review = duyệt báo cáo
engine-about-review-several = duyệt nhiều báo cáo
report-for-not-focal = Chỉ cơ quan đầu mối được báo cáo thay cơ quan khác. Để báo cáo nhiệm vụ của cơ quan, nhắn "báo cáo".
report-for-unread = Chưa rõ cơ quan "{ $words }".
report-for-agency = Báo cáo thay cơ quan nào?
engine-about-report-for = báo cáo thay

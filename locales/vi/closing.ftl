# Chốt kỳ báo cáo; loại trừ, đưa lại vào.
figures-period = số liệu chỉ tiêu { $period }
close-period-not-focal = Kỳ báo cáo do cơ quan đầu mối chốt.
close-period-period = Chốt kỳ báo cáo nào?
close-period-named = Kỳ { $period }
close-period-closed = { $period } (đã chốt lần { $version }, { DAY($day) })
close-period-state = • { $state }: { $count } lượt báo cáo
close-period-left-out = Loại trừ { $agency }: { $reason }
close-period-sure =
    <b>Chốt kỳ báo cáo { $period }?</b>
    { $lines }
    Báo cáo gửi, duyệt hoặc chỉnh lý sau khi chốt sẽ mở lại và cần chốt lần nữa.
close-period-sure-send = Chốt kỳ
close-period-sure-drop = Hủy
close-period-dropped = Đã hủy. Kỳ báo cáo chưa chốt thêm.
close-period-cancelled = Đã hủy. Kỳ báo cáo chưa chốt thêm.
close-period-done = ✅ Đã chốt kỳ báo cáo { $period } lần { $version }, lúc { TIME($time) } ngày { DAY($time) }.
exclude-not-focal = Việc loại trừ, đưa lại vào do cơ quan đầu mối thực hiện.
exclude-nobody = Không có cơ quan nào như vậy trong kỳ { $period }.
exclude-unread = Chưa rõ cơ quan "{ $words }".
exclude-agency = { $what }
exclude-which-out = Loại trừ cơ quan nào khỏi kỳ báo cáo { $period }?
exclude-which-in = Đưa cơ quan nào trở lại kỳ báo cáo { $period }?
exclude-reason = Lý do đối với { $agency }?
exclude-card-out =
    <b>Loại trừ { $agency } khỏi kỳ báo cáo { $period }</b>
    Lý do: { $reason }
    Cơ quan này không phải báo cáo và không tính vào số chưa báo cáo của kỳ.
exclude-card-in =
    <b>Đưa { $agency } trở lại kỳ báo cáo { $period }</b>
    Lý do: { $reason }
exclude-sure = { $card }
exclude-sure-send = Đồng ý
exclude-sure-drop = Hủy
exclude-dropped = Đã hủy. Không có gì thay đổi.
exclude-cancelled = Đã hủy. Không có gì thay đổi.
exclude-done-out = ✅ Đã loại trừ { $agency } khỏi kỳ báo cáo { $period } (lý do: { $reason }). Để đưa lại vào, nhắn: đưa lại { $agency } vào.
exclude-done-figures-out = ✅ Đã loại trừ { $agency } khỏi kỳ báo cáo { $period } (lý do: { $reason }). Để đưa lại vào, nhắn: đưa lại { $agency } vào số liệu chỉ tiêu.
exclude-done-in = ✅ Đã đưa { $agency } trở lại kỳ báo cáo { $period } (lý do: { $reason }).
exclude-already-out = { $agency } đã được loại trừ khỏi kỳ { $period }.
exclude-already-in = { $agency } không bị loại trừ trong kỳ { $period }.
exclude-owes-nothing = { $agency } không chủ trì nhiệm vụ nào nên không phải báo cáo.
exclude-owes-no-figures = { $agency } không phụ trách chỉ tiêu nào nên không phải báo cáo số liệu.
excluded-out = { $agency } không phải báo cáo kỳ { $period } (cơ quan đầu mối loại trừ, lý do: { $reason }).
excluded-in = { $agency } báo cáo kỳ { $period } như các cơ quan khác (cơ quan đầu mối đưa lại vào, lý do: { $reason }).
engine-about-close-period = chốt kỳ báo cáo
engine-about-exclude = loại trừ, đưa lại vào

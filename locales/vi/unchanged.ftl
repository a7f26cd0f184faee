unchanged-never = Chưa có báo cáo trước nên không thể báo cáo "không thay đổi": { $tasks }.
unchanged-nothing = { $agency } không còn nhiệm vụ nào để báo cáo "không thay đổi" trong kỳ này. Nhắn "báo cáo" để báo cáo nhiệm vụ.
unchanged-sure =
    Báo cáo { $count } nhiệm vụ là <b>không thay đổi</b>:
    { $lines }
unchanged-line = NV { $number }: { $progress }
unchanged-line-more = và { $rest } nhiệm vụ khác
unchanged-sure-send = Gửi báo cáo
unchanged-sure-drop = Hủy
unchanged-dropped = Đã hủy. Nội dung này không được ghi nhận.
unchanged-receipt-one = ✅ Đã ghi nhận { $count } báo cáo "không thay đổi" lúc { TIME($time) } (mã tra cứu { $first }).
unchanged-receipt = ✅ Đã ghi nhận { $count } báo cáo "không thay đổi" lúc { TIME($time) } (mã tra cứu từ { $first } đến { $last }).
unchanged-filed = { $text }

urged-list =
    <b>Đôn đốc báo cáo</b>, { $agency }
    { $urger } đề nghị gửi báo cáo kỳ { $period } (hạn { DAY($due) }). Còn { $count } nhiệm vụ chưa báo cáo:
    { $tasks }
    Báo cáo ngay: nhắn "NV { $first }", hoặc "còn lại không thay đổi".
urged-task = • { $task }
urged-more = • và { $rest } nhiệm vụ khác

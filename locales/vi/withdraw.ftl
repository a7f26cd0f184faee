withdraw-nothing = Không có báo cáo nào gửi trong { $minutes } phút vừa qua để thu hồi. Để điều chỉnh, gửi báo cáo mới; báo cáo mới nhất là báo cáo có hiệu lực.
withdraw-sure =
    Thu hồi báo cáo mã { $code }, gửi lúc { TIME($time) }?
    NV { $number } { $short }: { $progress }
withdraw-sure-yes = Thu hồi
withdraw-sure-no = Giữ lại
withdraw-kept = Báo cáo được giữ nguyên.
withdraw-done = Đã thu hồi báo cáo mã { $code } của NV { $number }. Báo cáo trước đó (nếu có) là báo cáo có hiệu lực.

withdraw-nothing = Không có báo cáo nào gửi trong { $minutes } phút vừa qua để thu hồi. Để điều chỉnh, gửi báo cáo mới; báo cáo mới nhất là báo cáo có hiệu lực.
withdraw-sure =
    Thu hồi báo cáo mã { $code }, gửi lúc { TIME($time) }?
    { $what }
withdraw-sure-yes = Thu hồi
withdraw-sure-no = Giữ lại
withdraw-kept = Báo cáo được giữ nguyên.
withdraw-done = Đã thu hồi báo cáo mã { $code } của NV { $number }.
withdraw-done-figure = Đã thu hồi báo cáo mã { $code } về CT { $number } năm { $year }. Số liệu trước đó (nếu có) là số liệu có hiệu lực.
withdraw-task = NV { $number } { $short }: { $progress }
withdraw-figure = CT { $number } { $short } năm { $year }: { $figure }
withdraw-cancelled = Đã hủy. Báo cáo được giữ nguyên.
withdraw-valid = Báo cáo có hiệu lực hiện nay: { $progress } (báo cáo ngày { DAY($day) }, mã { $code }).
withdraw-valid-none = NV { $number } hiện không còn báo cáo nào.

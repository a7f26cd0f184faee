attach-no-report = Trong 30 ngày qua anh/chị chưa gửi báo cáo nào để đính kèm tệp. Đề nghị báo cáo trước (nhắn "báo cáo").
attach-no-files = Không có tệp nào chờ đính kèm. Đề nghị gửi tệp; để xem tệp của các báo cáo đã gửi, nhắn "minh chứng nv 9".
attach-which = Đã nhận { $count } tệp. Đính kèm vào báo cáo nào?
attach-report = { $subject }, gửi ngày { DAY($day) }, mã { $code }
attach-done = ✅ Đã đính kèm { $count } tệp vào báo cáo { $subject } (mã tra cứu { $code }).
attach-cancelled = Đã hủy.
attach-task = NV { $number }
attach-figure = CT { $number } năm { $year }

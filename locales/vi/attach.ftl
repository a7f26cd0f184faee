attach-no-report = Chưa có báo cáo nào của anh/chị trong 30 ngày qua để đính kèm tệp. Đề nghị báo cáo trước ("báo cáo"), rồi gửi tệp.
attach-which = Đã nhận { $count } tệp. Đính kèm vào báo cáo nào?
attach-report = NV { $number }, gửi { DAY($day) }, mã { $code }
attach-done = ✅ Đã đính kèm { $count } tệp vào báo cáo NV { $number } (mã { $code }).

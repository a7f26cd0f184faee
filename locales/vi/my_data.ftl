my-data-card =
    <b>Dữ liệu của anh/chị đang lưu</b>
    { $name }, { $role }, { $agency }
    Tài khoản: { $accounts }
    { $consents }
    Báo cáo, số liệu đã gửi: { $reports } (hồ sơ công vụ, được lưu)
    Tin nhắn: xóa sau { $days } ngày
    { $open }
my-data-account = { $channel } ({ $account })
my-data-consent = Đồng ý với thông báo bản { $version }: { TIME($time) } ngày { DAY($time) }, qua { $channel }
my-data-no-consent = Chưa có lần đồng ý nào được ghi nhận
my-data-open = Đề nghị { $code } ({ $kind }): trả lời trước { TIME($due) } ngày { DAY($due) }
my-data-card-copy = Nhận bản sao
my-data-card-correct = Đề nghị chỉnh sửa
my-data-card-delete = Đề nghị xóa
my-data-card-withdraw = Rút lại sự đồng ý
my-data-card-requests = Đề nghị chờ trả lời ({ $count })
my-data-copying = Bản sao dữ liệu đang được lập và gửi tại đây trong ít phút.
my-data-wrong = Thông tin nào chưa đúng, đề nghị sửa thành thế nào? Ví dụ: chức danh ghi là cán bộ đầu mối, đúng là Trưởng phòng Quy hoạch.
my-data-asked = Đã gửi đề nghị { $code } đến quản trị hệ thống. Anh/chị nhận trả lời trước { TIME($due) } ngày { DAY($due) } (02 ngày làm việc).
my-data-asked-already = Đề nghị cùng loại ({ $code }) đang chờ trả lời, hạn { TIME($due) } ngày { DAY($due) }.
my-data-sure-delete =
    Đề nghị xóa dữ liệu cá nhân?
    Sẽ xóa: tin nhắn, tài khoản nhắn tin đã kết nối, việc đang làm dở.
    Vẫn lưu: báo cáo, minh chứng đã gửi, cùng tên và vai trò người báo cáo, làm hồ sơ công vụ; lần đồng ý và đề nghị này, làm bằng chứng.
    Sau khi xóa, anh/chị cần mã tham gia mới để sử dụng lại.
my-data-sure-delete-yes = Gửi đề nghị xóa
my-data-sure-delete-no = Không xóa
my-data-sure-withdraw =
    Rút lại sự đồng ý? Mọi tài khoản nhắn tin của anh/chị ngừng kết nối ngay, không còn nhận nhắc việc.
    Báo cáo đã gửi vẫn được lưu làm hồ sơ công vụ; tin nhắn được xóa theo thời hạn. Để sử dụng lại, cần mã tham gia mới.
my-data-sure-withdraw-yes = Rút lại
my-data-sure-withdraw-no = Không rút
my-data-kept = Không thay đổi gì. Dữ liệu của anh/chị vẫn như trước.
my-data-withdrawn = Đã rút lại sự đồng ý; mọi tài khoản đã ngừng kết nối. Báo cáo đã gửi vẫn được lưu làm hồ sơ công vụ.

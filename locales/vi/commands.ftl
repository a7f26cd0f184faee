# Mô tả các lệnh, hiện trong danh sách lệnh của Telegram.
command-nhiemvu = Nhiệm vụ của cơ quan
command-chitieu = Chỉ tiêu của cơ quan
command-baocao = Báo cáo một nhiệm vụ
command-tonghop = Tổng hợp tình hình thực hiện Kế hoạch
command-tomtat = Tóm tắt tuần: số liệu chính, thay đổi, việc đang chờ
command-thuhoi = Thu hồi báo cáo vừa gửi
command-toi = Thông tin của tôi, đăng xuất
command-dulieu = Dữ liệu của tôi: xem, nhận bản sao, chỉnh sửa, xóa
command-giahan = Đề nghị gia hạn; các đề nghị đang chờ
command-nhac = Việc đến hạn, quá hạn cần nhắc
command-vuongmac = Khó khăn, vướng mắc đang theo dõi
command-dondoc = Đôn đốc các đơn vị chưa báo cáo
command-menu = Các việc có thể làm
command-huy = Hủy việc đang làm dở
command-duyet = Báo cáo chờ duyệt

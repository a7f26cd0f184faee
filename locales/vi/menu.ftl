menu-reporter =
    <b>{ $name }</b>, { $agency }. Anh/chị có thể nhắn:
    • "báo cáo": báo cáo nhiệm vụ từng bước
    • "nv { $number } đang làm 60%, đang chờ thẩm định": báo cáo trong một câu
    • "còn lại không thay đổi": báo cáo các nhiệm vụ còn lại của kỳ này
    • "nhiệm vụ": nhiệm vụ của cơ quan; "nhắc việc": việc đến hạn, quá hạn; "chi tiết { $number }": nội dung một nhiệm vụ
    { $questions }
    • "thu hồi": thu hồi báo cáo vừa gửi; "vướng mắc": báo và theo dõi vướng mắc; "gia hạn nv { $number }": đề nghị gia hạn; "/toi": thông tin của tôi
    Khi đang trả lời câu hỏi: "quay lại", "bỏ qua", "hủy".
menu-figures = • "chỉ tiêu": chỉ tiêu của cơ quan, báo cáo số liệu
menu-question = • "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng": tra cứu
menu-follow-up = • "tóm tắt", "tổng hợp", "ai chưa báo cáo", "chờ duyệt", "đôn đốc", "vướng mắc", "gia hạn", "phân công": theo dõi các cơ quan
menu-head = • "chờ duyệt": báo cáo chờ xác nhận; "ủy quyền": người thay khi nghỉ
menu-coordinator =
    <b>{ $name }</b>, { $agency }. Cơ quan không chủ trì nhiệm vụ nào nên không phải báo cáo. Anh/chị có thể hỏi:
    • "nhiệm vụ": nhiệm vụ do cơ quan phối hợp thực hiện
    • "chi tiết 9": nội dung một nhiệm vụ
    { $more }
    • "/toi": thông tin của tôi
menu-measurer =
    <b>{ $name }</b>, { $agency }. Anh/chị có thể nhắn:
    • "chỉ tiêu": chỉ tiêu của cơ quan
    • "báo cáo chỉ tiêu": báo cáo số liệu từng bước
    • "nhiệm vụ": nhiệm vụ do cơ quan phối hợp thực hiện
    { $more }
    • "thu hồi": thu hồi báo cáo vừa gửi; "/toi": thông tin của tôi
    Khi đang trả lời câu hỏi: "quay lại", "hủy".
menu-watcher =
    <b>{ $name }</b>, { $agency }. Anh/chị có thể hỏi:
    • "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng"
    • "tóm tắt", "tổng hợp": tình hình chung của Kế hoạch
    • "nhiệm vụ nào quá hạn", "ai chưa báo cáo", "vướng mắc"
    • "chỉ tiêu nào chưa đạt", "ai chưa có số liệu"
    • "chi tiết 9": nội dung một nhiệm vụ
    • "/toi": thông tin của tôi
menu-administrator =
    <b>{ $name }</b>, { $agency }. Anh/chị có thể nhắn:
    • "/quantri": người dùng, mã tham gia, nhật ký; "/dulieu": đề nghị về dữ liệu cá nhân
    • "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng", "cơ quan nào chủ trì nhiều nhiệm vụ nhất": tra cứu nội dung Kế hoạch
    • "chi tiết 9": nội dung một nhiệm vụ
    • "/toi": thông tin của tôi
    Tình hình thực hiện của các cơ quan do lãnh đạo và cơ quan đầu mối theo dõi.

privacy-notice =
    <b>Thông báo về dữ liệu cá nhân.</b> Hệ thống lưu tên, cơ quan, vai trò, tài khoản nhắn tin, tin nhắn và báo cáo của anh/chị để theo dõi việc thực hiện Kế hoạch; cơ quan đầu mối theo dõi Kế hoạch kiểm soát dữ liệu này. Tin nhắn được xóa sau một thời hạn; báo cáo được lưu làm hồ sơ công vụ. Anh/chị có quyền xem, nhận bản sao, đề nghị chỉnh sửa, xóa dữ liệu của mình và rút lại sự đồng ý: nhắn "/dulieu".
    Không gửi thông tin bí mật nhà nước qua kênh này.
consent-agree =
    Thông báo về dữ liệu cá nhân đã thay đổi so với bản anh/chị đồng ý trước đây. Nội dung vừa nhắn được giữ lại và xử lý ngay sau khi anh/chị trả lời.

    { $notice }
    Anh/chị có đồng ý không?
consent-agree-yes = Đồng ý
consent-agree-no = Không đồng ý
consent-agreed = Đã ghi nhận sự đồng ý.
consent-agreed-already = Anh/chị đã đồng ý với thông báo hiện hành.
consent-declined = Anh/chị chưa đồng ý với thông báo mới nên nội dung vừa nhắn chưa được xử lý. Lần nhắn sau hệ thống hỏi lại. Để rút lại sự đồng ý và ngừng sử dụng, nhắn "/dulieu".
consent-cancelled = Chưa ghi nhận trả lời. Lần nhắn sau hệ thống hỏi lại.

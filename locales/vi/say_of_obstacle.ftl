say-of-obstacle-unknown = Không có vướng mắc VM { $number } mà anh/chị được xem.
say-of-obstacle-not-now = { $label }: { $state }. Xem nội dung: nhắn "VM { $number }".
say-of-obstacle-not-yours = Vướng mắc do cơ quan đầu mối trả lời, do cơ quan chủ trì trao đổi và đóng. Theo dõi: nhắn "VM { $number }".
say-of-obstacle-words = { $prompt }
say-of-obstacle-prompt-answered = Nội dung trả lời { $label }?
say-of-obstacle-prompt-replied = Nội dung cần trao đổi thêm về { $label }?
say-of-obstacle-head-answered = <b>Trả lời { $label }</b> ({ $agency }, NV { $number })
say-of-obstacle-head-replied = <b>Trao đổi thêm về { $label }</b> (NV { $number })
say-of-obstacle-head-closed = <b>Đóng { $label }</b> ({ $agency }, NV { $number })
say-of-obstacle-head-reopened = <b>Mở lại { $label }</b> ({ $agency }, NV { $number })
say-of-obstacle-sure =
    { $head }
    { $words }
say-of-obstacle-sure-send = Gửi
say-of-obstacle-sure-change = Sửa
say-of-obstacle-sure-drop = Hủy
say-of-obstacle-certain =
    { $head }
    { $words }
say-of-obstacle-certain-yes = Đồng ý
say-of-obstacle-certain-no = Không
say-of-obstacle-dropped = Đã hủy. Vướng mắc không thay đổi.
say-of-obstacle-done-answered = ✅ Đã trả lời { $label }. { $whom }
say-of-obstacle-done-replied = ✅ Đã gửi nội dung trao đổi về { $label }. { $whom }
say-of-obstacle-done-closed = ✅ Đã đóng { $label }. { $whom } Nếu cần, nhắn "mở lại VM { $number }".
say-of-obstacle-done-reopened = Đã mở lại { $label }. { $whom }
say-of-obstacle-told-focal = Cơ quan đầu mối được báo ngay.
say-of-obstacle-told-agency = Cơ quan báo vướng mắc được báo ngay.
say-of-obstacle-told-nobody = Nội dung được lưu cùng vướng mắc.

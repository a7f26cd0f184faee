tell-obstacle-none = { $agency } không chủ trì nhiệm vụ nào trong Kế hoạch. Vướng mắc của nhiệm vụ phối hợp do cơ quan chủ trì báo.
tell-obstacle-task = Vướng mắc của nhiệm vụ nào ({ $agency })?
tell-obstacle-words =
    <b>{ $task }</b>
    Nội dung khó khăn, vướng mắc và đề nghị?
tell-obstacle-already = Vướng mắc này đang được theo dõi, số { $label }. Bổ sung: nhắn "VM { $number }: nội dung".
tell-obstacle-sure =
    <b>Báo vướng mắc</b>, { $task }
    { $words }
tell-obstacle-sure-send = Gửi
tell-obstacle-sure-change = Sửa
tell-obstacle-sure-drop = Hủy
tell-obstacle-dropped = Đã hủy. Vướng mắc này không được ghi nhận.
tell-obstacle-opened = ✅ { $whom }

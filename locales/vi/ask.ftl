ask-tasks =
    Tra cứu: { $reading }. Có { $count } nhiệm vụ:
    { $tasks }
    { $also }
ask-tasks-none =
    Tra cứu: { $reading }. Không có nhiệm vụ nào.
    { $also }
ask-count =
    Tra cứu: { $reading }. Có <b>{ $count } nhiệm vụ</b>: { $numbers }.
    { $also }
ask-and-more = { $named } và { $rest } nhiệm vụ khác
ask-coordinated = { $agency } phối hợp: { $tasks }.
ask-coordinated-many = { $agency } phối hợp { $count } nhiệm vụ: { $tasks }.
ask-coordinated-task = NV { $number } ({ $lead } chủ trì)
ask-coordinated-unled = NV { $number }
ask-unknown-agency = Kế hoạch { $plan } không giao nhiệm vụ hay chỉ tiêu nào cho "{ $name }".
ask-ambiguous = "{ $said }" có thể là nhiều cơ quan. Anh/chị hỏi cơ quan nào?
ask-ambiguous-indicator = "{ $said }" có thể là nhiều chỉ tiêu. Anh/chị hỏi chỉ tiêu nào?
ask-indicator-label = Chỉ tiêu { $number } { $short }
ask-renamed = { $agencies }
ask-renamed-now = { $agency }, từ ngày { DAY($day) } là { $now }.
ask-renamed-ended = { $agency } đã kết thúc hoạt động từ ngày { DAY($day) }.
ask-as-of = tại ngày { DAY($day) }
ask-not-as-of = Câu này chỉ trả lời theo tình hình hôm nay. Theo ngày { DAY($day) }, anh/chị hỏi được: "nhiệm vụ quá hạn tại ngày { DAY($day) }", "chi tiết 8 tại ngày { DAY($day) }", "tổng hợp tại ngày { DAY($day) }".
ask-impossible-day = Không có ngày { $said } trong lịch. Đề nghị kiểm tra lại ngày cần hỏi, ví dụ: "nhiệm vụ quá hạn tại ngày 31/12/2025".
ask-as-of-future = Ngày { DAY($day) } chưa đến. Anh/chị hỏi theo một ngày đã qua, ví dụ: "nhiệm vụ quá hạn tại ngày 31/12/2025".
ask-own-only = Anh/chị chỉ được xem tình hình thực hiện của { $agency }; kết quả dưới đây chỉ gồm phần của cơ quan này.
ask-not-allowed = Chỉ lãnh đạo và cơ quan đầu mối được xem tình hình thực hiện của cơ quan khác. Anh/chị có thể hỏi nội dung, thời hạn, cơ quan chủ trì của các nhiệm vụ.
ask-out-of-scope = Kênh này chỉ trả lời về nhiệm vụ, chỉ tiêu và báo cáo của Kế hoạch { $plan }. Ví dụ: "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng".
ask-unanswered = Chưa trả lời được câu này. Anh/chị có thể hỏi cụ thể hơn, ví dụ: "nhiệm vụ quá hạn", "nhiệm vụ của Sở Xây dựng", "chi tiết 9".
ask-thanks = Cảm ơn anh/chị. Nhắn "menu" để xem các việc có thể làm.
ask-greeting = Xin chào anh/chị. Nhắn "menu" để xem các việc có thể làm.
ask-and = và
ask-or = hoặc
ask-all-tasks = tất cả nhiệm vụ
ask-numbers = { $numbers }
ask-part-lead = { $agency } chủ trì
ask-part-coordinate = { $agency } phối hợp
ask-part-involved = liên quan đến { $agency }
ask-alone = riêng { $agency }
ask-named = { $agency } (nêu đích danh)
ask-no-lead = Kế hoạch không ghi cơ quan chủ trì
ask-due-year = thời hạn hoàn thành trong năm { $year }
ask-due-between = thời hạn hoàn thành từ { DAY($first) } đến { DAY($last) }
ask-due-from = thời hạn hoàn thành từ { DAY($first) }
ask-due-until = thời hạn hoàn thành đến hết { DAY($last) }
ask-carried-out = thực hiện { $years }
ask-starts = bắt đầu { $years }
ask-timing = thời gian theo Kế hoạch là { $years }
ask-years-one = năm { $year }
ask-years-between = giai đoạn { $first }-{ $last }
ask-years-from = từ năm { $first }
ask-years-until = đến năm { $last }
ask-undated-open = thời hạn theo tiến độ
ask-undated-missing = Kế hoạch không ghi thời hạn
ask-undated-both = không có thời hạn cụ thể
ask-state-done = đã hoàn thành
ask-state-done-in-time = hoàn thành đúng hạn
ask-state-done-late = hoàn thành quá hạn
ask-state-not-done = chưa hoàn thành
ask-state-in-progress = đang thực hiện
ask-state-not-started = chưa thực hiện
ask-state-paused = tạm hoãn
ask-state-blocked = có khó khăn, vướng mắc
ask-state-unreported = chưa báo cáo lần nào
ask-state-overdue = quá hạn
ask-late-over = quá hạn trên { $days } ngày
ask-late-under = quá hạn dưới { $days } ngày
ask-state-due-soon = sắp quá hạn
ask-state-in-time = trong hạn
ask-group = nhóm { $group }
ask-product = sản phẩm là { $product }
ask-no-product = Kế hoạch không ghi sản phẩm
ask-topic = nội dung có "{ $words }"
ask-indicators =
    Tra cứu: { $reading }.
    { $indicators }
    { $also }
ask-indicator-who = { $agency } chủ trì theo dõi, đánh giá
ask-indicator = chỉ tiêu { $number } { $short }
ask-all-indicators = các chỉ tiêu của Kế hoạch
ask-followed-by = { $agency } chủ trì theo dõi, đánh giá
ask-condition-reached = đạt mục tiêu
ask-condition-not-reached = chưa đạt mục tiêu
ask-condition-without-figure = chưa có số liệu
ask-condition-with-figure = đã có số liệu
ask-of-year = năm { $year }
ask-line-plan = ▫️ <b>NV { $number }</b> { $short }: { $lead }, { $due }
ask-line-no-lead = Kế hoạch không ghi cơ quan chủ trì
ask-indicators-none =
    Tra cứu: { $reading }. Không có chỉ tiêu nào.
    { $also }
ask-indicators-count =
    Tra cứu: { $reading }. Có <b>{ $count } chỉ tiêu</b>: { $numbers }.
    { $also }
ask-indicators-share = Bằng { $share } của { $count } chỉ tiêu có số liệu.
ask-indicators-silent = Còn { $count } chỉ tiêu chưa có số liệu.
ask-indicator-figure =
    Tra cứu: { $reading }.
    { $figures }
ask-target-none = Kế hoạch không đặt mục tiêu cho năm { $year }; mục tiêu { $targets }
ask-figures-not-allowed = Chỉ lãnh đạo và cơ quan đầu mối được xem số liệu của cơ quan khác. Anh/chị có thể hỏi mục tiêu của các chỉ tiêu.
ask-figures-own-only = Anh/chị chỉ được xem số liệu của { $agency }; kết quả dưới đây chỉ gồm phần của cơ quan này.
ask-figureless-none = Tra cứu: { $reading }. Không có cơ quan nào.
ask-tasks-that = nhiệm vụ { $reading }
ask-next = Xem tiếp: { $words }
ask-next-coordinated = "cả nhiệm vụ phối hợp"
ask-next-overdue = "chỉ quá hạn"
ask-next-year = "còn năm { $year }?"
ask-beyond-list = Danh sách vừa nêu có { $count } mục.
ask-figureless =
    Tra cứu: { $reading }.
    { $indicators }
ask-figureless-indicator = • CT { $number } { $short }: { $agencies }
ask-figureless-count =
    Tra cứu: { $reading }.
    Có <b>{ $count } cơ quan</b> trong { $all } cơ quan phải báo cáo.
ask-figureless-more = { $agencies } và { $count } cơ quan khác
ask-figureless-explained = { $agency } (đã nêu lý do)
ask-state-reported = đã có báo cáo
ask-this-period = chưa báo cáo trong kỳ này
ask-in-period = chưa báo cáo trong kỳ { $period }
ask-unreported-not-open = Kỳ báo cáo { $period } chưa mở (từ ngày { DAY($day) }), nên chưa có cơ quan nào phải báo cáo.
ask-unreported-no-period = Kế hoạch ban hành sau kỳ { $period }, nên không có báo cáo nào của kỳ này.
ask-reported-between = báo cáo gần nhất từ { DAY($first) } đến { DAY($last) }
ask-reported-from = báo cáo gần nhất từ { DAY($first) }
ask-reported-until = báo cáo gần nhất đến hết { DAY($last) }
ask-condition-exceeded = vượt mục tiêu
ask-agencies-any = các cơ quan
ask-agencies-department = các sở
ask-agencies-district = UBND cấp huyện
ask-agencies-board = các ban quản lý dự án
ask-agencies-other = các cơ quan khác của tỉnh
ask-unreported =
    Tra cứu: { $reading }.
    { $counts }.
    { $period }
ask-unreported-count =
    Tra cứu: { $reading }.
    { $counts }.
    { $period }
ask-unreported-nobody =
    Tra cứu: { $reading }.
    Không có cơ quan nào.
    { $period }
ask-unreported-ever = { $agencies } còn nhiệm vụ chưa có báo cáo nào từ trước đến nay
ask-unreported-in-period = { $agencies } còn nhiệm vụ chưa báo cáo trong kỳ { $period }
ask-unreported-of = { $reading }, chỉ tính { $tasks }
ask-unreported-agencies = Có <b>{ $count } cơ quan</b>: { $parts }
ask-unreported-never = { $count } chưa báo cáo lần nào
ask-unreported-nothing = { $count } chưa báo cáo nhiệm vụ nào trong kỳ
ask-unreported-some = { $count } đã báo cáo một phần
ask-unreported-agency = { $agency }: { $count } nhiệm vụ
ask-unreported-agency-tasks = { $agency }: { $tasks }
ask-unreported-urge = Đôn đốc { $count } đơn vị
ask-unreported-period = Kỳ { $period }: { $count } cơ quan còn nhiệm vụ chưa báo cáo trong kỳ.
ask-rank =
    Tra cứu: { $reading }.
    { $known }
ask-rank-none = Tra cứu: { $reading }. Không có nhiệm vụ nào như vậy.
ask-rank-not-allowed = Chỉ lãnh đạo và cơ quan đầu mối được so sánh tình hình thực hiện giữa các cơ quan. Anh/chị có thể hỏi: "cơ quan nào chủ trì nhiều nhiệm vụ nhất".
ask-rank-by = { $agencies }, xếp theo { $measure }, { $order } trước
ask-rank-each = so sánh { $agencies } theo { $measure }
ask-rank-counted = { $agencies } có nhiệm vụ { $tasks }
ask-rank-number = số nhiệm vụ { $tasks }
ask-rank-share = tỷ lệ nhiệm vụ { $tasks }
ask-rank-part-lead = chủ trì
ask-rank-part-coordinate = phối hợp
ask-rank-part-involved = chủ trì hoặc phối hợp
ask-rank-order-most = nhiều nhất
ask-rank-order-fewest = ít nhất
ask-rank-order-highest = cao nhất
ask-rank-order-lowest = thấp nhất
ask-rank-top-most = Nhiều nhất
ask-rank-top-fewest = Ít nhất
ask-rank-top-highest = Cao nhất
ask-rank-top-lowest = Thấp nhất
ask-rank-first = { $top }: <b>{ $agencies }</b> ({ $amount }).
ask-rank-tied = { $top }, bằng nhau ({ $amount }): <b>{ $count } cơ quan</b> gồm { $agencies }.
ask-rank-and-others = { $agencies } và { $count } cơ quan khác
ask-rank-amount = { $count } nhiệm vụ
ask-rank-amount-of = { $count }/{ $all } nhiệm vụ
ask-rank-percent = { $percent }%
ask-rank-line = { $agency }: { $count } (hạng { $place })
ask-rank-line-of = { $agency }: { $count }/{ $all } (hạng { $place })
ask-rank-line-counted = { $agency }: { $count } nhiệm vụ
ask-rank-count = Có <b>{ $count } cơ quan</b> trong { $all } cơ quan có nhiệm vụ.
ask-rank-others = { $count } cơ quan khác không có nhiệm vụ như vậy.
ask-rank-next-done = "đơn vị nào hoàn thành nhiều nhất"
ask-rank-next-overdue = "đơn vị nào quá hạn nhiều nhất"
ask-rank-next-districts = "huyện nào quá hạn nhiều nhất"
ask-rank-targets = các chỉ tiêu so với mục tiêu, { $year }, tỷ lệ đạt { $order } trước
ask-overviews =
    Tra cứu: { $reading }.
    { $agencies }
ask-overview = • <b>{ $agency }</b>: chủ trì { $leads }, phối hợp { $coordinates }
ask-overview-states = { $counts }; trong số chủ trì: đã hoàn thành { $done }, quá hạn { $overdue }, chưa báo cáo { $unreported }
ask-figure-rank =
    Tra cứu: { $reading }.
    { $silent }
ask-figure-rank-none = Tra cứu: { $reading }. Chưa có số liệu nào.
ask-figure-rank-silent = { $count } cơ quan chưa có số liệu.
ask-figure-rank-line = { $agency }: { $figure } (hạng { $place })
ask-figure-rank-target = CT { $number }: { $figure }, bằng { $share }% mục tiêu
ask-figure-rank-target-of = CT { $number }, { $agency }: { $figure }, bằng { $share }% mục tiêu
ask-figure-rank-not-theirs =
    Chỉ tiêu { $number } { $short } do { $lead } báo cáo; Kế hoạch không có số liệu riêng của { $agencies }.
    { $line }
ask-lookup-none = Không có báo cáo nào mang mã tra cứu { $code } mà anh/chị được xem.
ask-lookup-report =
    Tra cứu: mã { $code }, báo cáo của { $agency } ngày { DAY($day) }.
    <b>NV { $number }</b> { $short }: { $progress }
    { $more }
ask-lookup-document = Văn bản: { $document }
ask-lookup-obstacle = Khó khăn, vướng mắc: { $text }
ask-lookup-figure =
    Tra cứu: mã { $code }, số liệu của { $agency } báo cáo ngày { DAY($day) }.
    <b>CT { $number }</b> { $short }, năm { $year }: { $figure }
ask-times =
    Tra cứu: { $reading }.
    { $first }
    { $second }
    Thay đổi: hoàn thành { $done }, quá hạn { $overdue }, đã có báo cáo { $reported }.
ask-times-of = so sánh { $first } với { $second }, { $what }
ask-times-line = • Đến khi chốt { $time } ({ DAY($day) }): { $numbers }
ask-times-day-line = • Đến ngày { DAY($day) }: { $numbers }
ask-times-so-far = • Đến hôm nay ({ DAY($day) }), { $time } chưa chốt: { $numbers }
ask-times-numbers = hoàn thành { $done }/{ $all }, quá hạn { $overdue }, đã có báo cáo { $reported }
ask-times-more = tăng { $count }
ask-times-fewer = giảm { $count }
ask-times-same = không đổi
ask-times-month = tháng { $month }/{ $year }
ask-times-day = ngày { DAY($day) }
ask-times-days = từ { DAY($first) } đến { DAY($last) }
ask-times-ahead = Chưa so sánh được: { $time } chưa đến (từ ngày { DAY($day) }). Anh/chị có thể hỏi: "so sánh quý này với quý trước".
ask-times-before = Không so sánh được: Kế hoạch ban hành ngày { DAY($day) }, sau { $time }, nên chưa có báo cáo của thời gian này. Anh/chị có thể hỏi: "so sánh quý này với quý trước".
ask-times-yearly = Số liệu chỉ tiêu được báo cáo theo năm. Anh/chị có thể hỏi: "so sánh chỉ tiêu 6 năm 2025 với năm 2026".
ask-times-figures =
    Tra cứu: { $reading }.
    { $figures }
ask-times-figure = Năm { $year }: { $figure }
ask-times-reached = • Năm { $year }: { $known }/{ $all } chỉ tiêu có số liệu, { $reached } chỉ tiêu đạt mục tiêu của năm
ask-unreported-year =
    Tra cứu: { $reading }.
    Có <b>{ $count } cơ quan</b> còn thiếu báo cáo; số cơ quan theo từng kỳ: { $periods }.
ask-unreported-year-count =
    Tra cứu: { $reading }.
    Có <b>{ $count } cơ quan</b> còn thiếu báo cáo; số cơ quan theo từng kỳ: { $periods }.
ask-unreported-of-period = { $period }: { $count }
ask-unreported-every-period = cả { $count } kỳ
ask-unreported-agency-periods = { $agency }: { $periods }

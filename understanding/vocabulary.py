# ruff: noqa: E501 - a template is kept on one line
"""What people's words mean: templates by mark; "[x]" is optional, "(x|y)" a choice.

A ";" or the end of a line ends a template. A mark with a value is written "mark:value". The longest phrase in a text wins, so a phrase that
must not be taken apart is listed under "word".
"""

from understanding import indicator_words

_TASKS = {
    "task": """
        nhiệm vụ; đầu việc; công việc; việc; đầu mục; hạng mục; cái; nội dung công việc; mục; task
        vụ (nào|gì); mấy vụ; tasks; assignment; assignments; duty; duties; item; items; job; jobs; work item
    """,
    "part:lead": """
        [làm|đứng|giữ vai trò|đóng vai trò|là cơ quan|là đơn vị] chủ trì [chính]
        [làm|là|giữ vai trò] (cơ quan|đơn vị) chủ trì; lo
        chủ trì thực hiện; [chịu] phụ trách; chịu trách nhiệm [chính]; được giao
        được giao chủ trì; [được] giao cho; [được] phân công; [được] giao [cho|phụ trách]
        đảm nhận; đảm nhiệm; cầm trịch; làm đầu mối; cơ quan đầu mối; đứng đầu; đứng ra làm
        [phải] làm [những|việc|cái] gì; có gì; lo [việc|cái] gì; chủ quản; lead; leads
        leading [agency]; led by; headed by; in charge [of]; responsible [for]; assigned to
        owned by; owns; owner; handles; lead agency; run by; runs; handled by; leader
    """,
    "part:coordinate": """
        [cùng|tham gia|làm|là cơ quan|là đơn vị|giữ vai trò|đóng vai trò] phối hợp [thực hiện|cùng]
        [làm|là] (cơ quan|đơn vị) phối hợp; [được] (giao|phân công) [tham gia|nhiệm vụ] phối hợp; hỗ trợ; tham gia; phụ họa; phụ [giúp]; coordinate; coordinates
        coordinated [by]; coordinating [agency|role|body]; coordination; supporting [agency]
        supports; supported by; cooperating [agency]; collaborates; collaborating
        co-ordinating [agency]; coordinator; participates [in]; takes part in; take part in
    """,
    "part:involved": """
        [có] liên quan [đến|tới]; [có] dính [dáng|líu] [đến|tới]; [có] dính; [có] dính dáng
        involving; involved [in]; involve; related to; concerning; concerned; concerns
        cả chủ trì (lẫn|và|hoặc|hay) phối hợp; chủ trì (hoặc|hay|lẫn) [tham gia] phối hợp
        lead or coordinating; lead or coordinate; leading or coordinating; [có] tên; có mặt
        dự phần; leads or coordinates; led or coordinated by; lead and coordinate
        (gồm|kể|tính) cả phối hợp
    """,
    "own": """
        (của|cho|bên|phía|chỗ) (tôi|em|mình|tui|tụi em|tụi mình|chúng tôi|chúng em|anh|chị)
        (sở|huyện|thị xã|thành phố|đơn vị|cơ quan|ban|phường|ngành|phòng) (em|mình|tôi|tui|ta|nhà|chúng tôi|chúng em|tụi em)
        (em|tôi|mình|tui|chúng tôi|chúng em|tụi em) (phải|cần|còn|đang|có|nợ)
        my [agency|department|district|unit|office]; our [agency|department|district|unit|office]
        đơn vị (này|của tôi|của mình|của em); cơ quan (của tôi|của mình|của em); for me; do i
        i have; we have; do we; assigned to me
    """,
    "own:lead": "(em|tôi|mình|tui|chúng tôi|chúng em|tụi em) (chủ trì|phụ trách|được giao)",
    "own:coordinate": "(em|tôi|mình|tui|chúng tôi|chúng em|tụi em) phối hợp",
    "named": """
        đích danh; nêu tên [riêng]; ghi tên; by name; explicitly; chỉ đích danh; ghi rõ tên
    """,
    "alone": """
        chỉ riêng; riêng mình; một mình; duy nhất; độc lập; (chủ trì|phụ trách) riêng; alone; only
        solely; sole lead; by itself; riêng
    """,
    "together": "cùng nhau; chung; jointly; together; cùng chủ trì; đồng chủ trì",
    "due": """
        [có] (đến|tới|hết|đáo) hạn [chót|cuối] [hoàn thành] [là|vào|trong]; có hạn [là|vào|trong]
        hạn [chót|cuối|cuối cùng]; thời hạn [hoàn thành] [là|vào|trong]
        hạn hoàn thành [là|vào|trong]
        (phải|cần) [được] (hoàn thành|hoàn tất|xong|làm xong|thực hiện xong|kết thúc) [trong|vào]
        kết thúc [vào|trong]; (phải|cần) (làm|thực hiện) xong [trong|vào]
        deadline [là|vào|in|of|is]; dl; đến deadline; due [in|by|on|date]; deadlines
        (must|to) be (completed|finished|done) [in|by]; [must] finish [in|by]
        have to be (completed|finished|done) [in|by]
        needs to be (completed|finished|done) [in|by]; ending [in]; ends [in]; end [in]
        expire [in]; expiring [in]; expires [in]
    """,
    "carried": """
        (thực hiện|triển khai|diễn ra|tiến hành|kéo dài) [trong|vào|từ] [giai đoạn]; giai đoạn
        trong giai đoạn; (thực hiện|triển khai|diễn ra) trong [khoảng] [thời gian]
        carried out [in]; being (implemented|carried out|done) in; implemented [in|during]; underway in; running [in]; during; active in
        being done in; covering; implementation in; làm trong
    """,
    "told": """
        [được|đã|có|vừa|mới] báo cáo (trong|vào|từ|trước|sau) [ngày]; reported (in|during|since)
        [được|đã|có] (gửi|nộp) báo cáo [trong|vào|từ]
    """,
    "starts": """
        (bắt đầu|khởi động|khởi đầu) [thực hiện|triển khai|làm] [từ|vào|trong]; mở đầu; khởi sự
        start [in|from]; starts [in|from]; starting [in|from]; started [in|from]; begin [in|from]
        begins [in|from]; beginning [in|from]; began [in|from]
    """,
    "timing": """
        [có] thời gian [thực hiện] [được] (là|ghi|ghi là|đúng là); thời gian thực hiện
        [có] tiến độ (là|ghi|ghi là); có thời gian [thực hiện]; timing [is|of]; timeframe [is|of]
        time frame [is|of]; with timing
    """,
    "undated:open": """
        theo tiến độ [được giao|công việc|đã giao|công việc được giao]; làm theo tiến độ
        according to progress; by progress; as scheduled; as progress allows
        per assigned progress; according to assigned progress; according to schedule
    """,
    "undated:missing": """
        (không|chưa) (ghi|nêu|có ghi|thấy ghi) [rõ] [thời gian|thời hạn|tiến độ] [thực hiện]
        (không|chưa) ghi [thời gian|thời hạn] [thực hiện]
        (bỏ trống|để trống) [thời gian|cột thời gian|tiến độ]; trống (thời gian|tiến độ)
        không có thời gian [thực hiện]; no timing [stated]; timing is blank; no stated timing
        without timing; without stated timing; state no timing
    """,
    "undated:both": """
        (không|chưa) [có] [xác định|quy định|nêu|ấn định] [rõ] [thời] hạn [cụ thể|rõ ràng|hoàn thành]
        vô thời hạn; (không|chưa) (có|rõ) [thời] hạn [cụ thể|rõ ràng]
        không có mốc thời gian [cụ thể]; không có năm [cụ thể]
        no [specific|fixed|stated|clear] deadline; no deadlines; no [specific|fixed] due date
        without [a] [specific|fixed|clear] deadline; without deadlines; without [a] due date
        undated; không deadline; không có thời gian cụ thể; no fixed end; chưa có deadline
        không có deadline
    """,
    "state:done": """
        đã (xong|hoàn thành|hoàn tất|làm xong|thực hiện xong|được hoàn thành|kết thúc|giải quyết xong)
        xong rồi; xong hết; (làm|hoàn thành|thực hiện) (xong|rồi); xong; hoàn thành; hoàn tất
        [already] (completed|done|finished); have been (completed|finished|done); [đã] done
        đã complete; complete; completion
    """,
    "state:done_in_time": """
        [đã] (hoàn thành|hoàn tất|xong|làm xong) (đúng|trước|trong|kịp) [thời] hạn
        [đã] (hoàn thành|hoàn tất|xong|làm xong) (đúng|kịp) tiến độ
        [already] (completed|finished|done) (in time|on time|on schedule|before the deadline)
    """,
    "state:done_late": """
        [đã] (hoàn thành|hoàn tất|xong|làm xong) [nhưng|mà] [bị] (quá|trễ|chậm|muộn|sau) [thời] hạn
        [đã] (hoàn thành|hoàn tất|xong|làm xong) [nhưng|mà] [bị] (trễ|chậm|muộn) [tiến độ]
        [already] (completed|finished|done) (late|after the deadline|behind schedule)
    """,
    "state:not_done": """
        (chưa|không) (hoàn thành|hoàn tất|xong|làm xong) (đúng|trước|trong|kịp) ([thời] hạn|tiến độ)
        (chưa|không|chẳng|vẫn chưa|còn chưa) [được] (xong|hoàn thành|hoàn tất|làm xong|thực hiện xong|giải quyết xong)
        (làm|thực hiện|triển khai) chưa [được] xong; còn dang dở; dở dang; còn tồn; tồn đọng; còn nợ; chưa đâu vào đâu; chưa done
        chưa complete; (not|not yet|still not) (done|completed|finished|complete); unfinished
        incomplete; outstanding; uncompleted
        (hasn't|haven't|has not|have not) been (completed|finished|done)
        yet to be (completed|finished|done); remaining; còn phải làm; còn lại
    """,
    "state:overdue": """
        [bị|đã|đang] (quá|trễ|lố|chậm|qua) [thời] (hạn|hạng|deadline|kỳ hạn)
        [bị|đang|đã] trễ [nải|tiến độ|rồi]; [bị|đang] chậm [tiến độ|trễ|rồi]; overdue; late
        behind schedule; delayed; past due; past [the|their|its] deadline
        missed [the|their|its] deadline; over deadline; quá deadline; trễ deadline
        slowest; hết hạn (mà|nhưng) chưa xong; đã hết hạn; trễ
    """,
    "state:due_soon": """
        (sắp|gần|chuẩn bị|sắp sửa) (đến|tới|hết|quá|trễ) [hạn]; sắp hạn; due soon; coming due
        nearly due; upcoming deadline; about to be due; about to expire
    """,
    "state:in_time": """
        (còn|trong|vẫn còn|đang trong|còn trong) [thời] hạn; chưa (đến|tới|quá|hết|trễ) hạn
        on track; on schedule; not yet due; not due yet; within deadline; not overdue
        không (quá|trễ) hạn; đúng tiến độ
    """,
    "state:unreported": """
        (chưa|không|chẳng|vẫn chưa|chưa hề|chưa từng) [ai|có|gửi|nộp|làm|thấy|đơn vị nào] báo cáo [nào|gì|lần nào]
        chưa báo [gì]; chưa (có|thấy|nhận) [được] báo cáo [nào|gì]; thiếu báo cáo; nợ báo cáo
        còn nợ báo cáo; (not|not yet) reported; no reports [yet]; no report [yet]; unreported
        without [any] reports; without [a|any] report
        (haven't|have not|hasn't|has not|never) [been] reported; never reported; missing reports
        chưa report; chưa có ai báo cáo; chưa ai báo cáo; chưa gửi báo cáo
    """,
    "state:reported": """
        (đã|đã có|đã gửi|đã nộp|vừa|mới|được) báo cáo [rồi]; (have|has|been|already) reported
        báo cáo rồi
    """,
    "state:in_progress": """
        đang [được] (làm|thực hiện|triển khai|tiến hành|xử lý|dở|chạy|xây dựng|soạn|lập)
        [đang] in progress; ongoing; being (implemented|carried out|done|worked on); under way
        underway; under implementation; đang trong quá trình [thực hiện|triển khai]
        đang (in progress|on going|processing|doing)
    """,
    "state:not_started": """
        (chưa|không|chưa hề|vẫn chưa|còn chưa) [được] (triển khai|thực hiện|bắt đầu|làm|khởi động|tiến hành|động tới|đụng tới|động) [gì]
        chưa làm gì; chưa ai (làm|triển khai|thực hiện|bắt đầu|đụng) [gì|tới]; (not|not yet) started; not begun; (hasn't|haven't|has not|have not) started
        unstarted; chưa start
    """,
    "state:blocked": """
        [có|gặp|đang|còn|bị|đang có|đang gặp|đang bị] (vướng [mắc]|khó khăn|vướng mắc|khó khăn vướng mắc|khó khăn, vướng mắc)
        [đang] bị (kẹt|tắc|vướng|ách); [đang] gặp khó; [đang] ách tắc; mắc kẹt; [is|are] blocked
        stuck; obstacle; obstacles; [having|facing] (problems|difficulties|trouble); difficulties
        problems; bị block
    """,
    "state:paused": """
        tạm (dừng|hoãn|ngưng|ngừng|đình chỉ); paused; on hold; suspended; đang tạm dừng
    """,
    "progress?": """
        [đã] (xong|hoàn thành|làm|làm xong|triển khai|thực hiện|báo cáo|bắt đầu|hoàn tất) [gì|rồi|hết] chưa
        xong hay chưa; [làm|thực hiện|tiến độ] (tới|đến) đâu [rồi]; thế nào rồi; ra sao [rồi]
        sao rồi; như thế nào [rồi]; tiến độ [thế nào|ra sao|sao rồi]
        tình hình [thực hiện] [thế nào|ra sao|sao rồi]; status; progress
        (có|bị) (trễ|vướng|quá hạn|chậm|khó khăn) [gì|hạn] (không|hông); how far; how is
        is it done; done chưa; done yet; mấy phần trăm [rồi]; bao nhiêu phần trăm [rồi]
        được bao nhiêu [rồi]; tới mức nào; đến mức nào; kết quả thực hiện
    """,
    "who": """
        ai; (đơn vị|cơ quan|sở|huyện|bên|chỗ|ngành|ban|địa phương|đứa|ông|sở ngành|sở nào) nào
        đơn vị gì; cơ quan gì; who; whom; whose
        which (agency|agencies|department|departments|unit|units|district|districts|office)
        what (agency|agencies|department|departments|unit|units)
        những (ai|đơn vị nào|cơ quan nào|huyện nào|sở nào); các (đơn vị|cơ quan|sở|huyện) nào
        mấy (đơn vị|cơ quan|huyện) nào; những (đơn vị|cơ quan) gì; huyện thị nào
    """,
    "how_many": """
        bao nhiêu; mấy; how many; số lượng; tổng số; tổng cộng; đếm; how much; count; number of
        tổng; có mấy; total number [of]; được mấy; được bao nhiêu
    """,
    "when": "bao giờ; khi nào; lúc nào; chừng nào; hồi nào; ngày nào; bao lâu; when; how long",
    "which": """
        nào; gì; những; các; những gì; what; which; list; liệt kê; cho xem; show; danh sách; xem
        [kính] đề nghị; thống kê; tổng hợp; kể tên; kể; cho biết; cho (tôi|em|anh|chị|mình) (xem|biết|hỏi); coi; tìm; tra cứu; tra
        lọc; show me; give me; find; nêu; xin hỏi; hỏi; what are; which are; [is|are] there
        gồm những gì; là gì; tell me
    """,
    "asks": """
        không; chưa; hả; à; chăng; phải không; đúng không; được không; nhỉ; is; are; does; do; did
        has; have
    """,
    "detail": """
        chi tiết; thông tin [về|chi tiết]; nội dung [của]; detail; details; cụ thể; tell me about
        về [cái|việc] gì; là việc gì; nói rõ; mô tả; describe; information
    """,
    "mentions": """
        viện dẫn; dẫn chiếu [đến|tới]; trích dẫn; đề cập [đến|tới|về|việc]; nhắc [đến|tới|về]; nói [về|đến|tới]; có nội dung [về]; nêu [về]
        căn cứ [theo|vào]; dựa [trên|vào]; về [việc|vấn đề|chuyện]; mention; mentions; mentioning
        mentioned; about; regarding; refer to; refers to; on the topic of; có nhắc [đến|tới]
        có nói [đến|tới]; có đề cập [đến|tới]; dealing with; deal with; deals with
    """,
    "product": """
        [có] sản phẩm [là|phải là|đầu ra|cuối cùng] [một]; [có] kết quả (là|phải là)
        [cho|có] đầu ra [là]; [phải] có sản phẩm [là]
        (phải|cần) (có|ban hành|trình|lập|ra|nộp|xây dựng|cho ra) [một]; phải làm ra; cho ra
        ra sản phẩm; output [is]; outputs; deliverable [is]; deliverables
        [must|have to|should] produce; produces; producing; that produce; product [is]; products; [must] result in
        results in; resulting in; ban hành; có sp; giao nộp
    """,
    "no_product": """
        (không|chưa) (có|ghi|nêu|ghi rõ) [rõ] (sản phẩm|kết quả)
        (bỏ trống|trống|để trống) [cột] sản phẩm; no product; no output
        without [a] (product|output); no deliverable; without deliverables
    """,
    "no_lead": """
        (không|chưa) (có|ghi|rõ|nêu|giao|xác định) [đơn vị|cơ quan|ai|rõ] chủ trì
        (không|chưa) ai chủ trì; chưa giao cho ai; chưa rõ ai chủ trì
        (không|chưa) có (ai|đơn vị nào|cơ quan nào) (chủ trì|phụ trách); no lead [agency]
        without [a] lead [agency]; unassigned; nobody leads
        (bỏ trống|trống|để trống) [cột] [cơ quan|đơn vị] chủ trì; chưa có đơn vị phụ trách
        chưa được giao cho ai
    """,
    "group": "nhóm [nhiệm vụ] [số] [thứ]; group; phần; mục lớn; thuộc nhóm",
    "place": "[trong|của|thuộc|theo] [bản] kế hoạch (này|trên); (toàn|cả) kế hoạch; trong [bản] kế hoạch; this plan; the plan",
    "this_period": """
        kỳ này; quý này; kỳ báo cáo này; trong kỳ; this period; this quarter; đợt này
        this reporting period
    """,
    "help": """
        hướng dẫn [sử dụng|dùng|cách dùng|em|tôi|mình|giúp]; trợ giúp
        (cách|chỉ) (dùng|sử dụng|xài|hỏi)
        (sử dụng|dùng|xài) [bot|cái này] (thế nào|như thế nào|ra sao|sao|làm sao); cách báo cáo
        menu; help [me]
        (bạn|em|bot|hệ thống|máy|ứng dụng) [này] [có thể|biết] (làm|giúp|trả lời|hỗ trợ) [được] [những] (gì|việc gì|câu gì)
        (bạn|em|bot|hệ thống|máy) [có thể|biết] giúp [được] (tôi|anh|chị|mình|em) [được] [những] (gì|việc gì)
        (hỗ trợ|giúp) (tra cứu|trả lời|tìm) [được] [những] [nội dung|thông tin|việc|câu hỏi] gì
        (có thể|được) hỏi (gì|những gì|cái gì); hỏi (gì|cái gì|thế nào|sao|ra sao|những gì) được
        (bạn|em|bot) là ai; làm được (gì|những gì|việc gì|những việc gì)
        có những chức năng (gì|nào); chức năng; tính năng; các lệnh; lệnh
        how (to|do i|can i) use [this|it|the bot]; what can (you|i|this bot|it|this) (do|ask)
        what can you help [me] with; who are you; instructions; user guide
        how do i (report|start); what is this; commands; how does this work
        báo cáo (thế nào|như thế nào|ra sao|kiểu gì|làm sao); (làm|nhắn) sao để báo cáo
        giúp (với|tôi|em|mình|đỡ)
    """,
    "code": """
        drop table; select from; insert into; delete from; union select; script; system prompt
        your prompt; ignore (previous|all); bỏ qua (mọi|các|tất cả) (hướng dẫn|chỉ dẫn|lệnh)
        quên (mọi|hết) (hướng dẫn|chỉ dẫn); javascript; or 1; truncate table
    """,
    "greeting": """
        [xin] chào [bạn|em|anh|chị|bot|buổi sáng|cả nhà|mọi người|ad|các bạn]; hello; hi; hey; alo
        a lô; good (morning|afternoon|evening); hê lô; có ai không; dạ chào; em chào
    """,
    "thanks": """
        (cảm|cám) ơn [bạn|em|anh|chị|bot|nhiều|ạ]; thanks [a lot|so much|you]
        thank you [very much|so much]; tks; thank; thanks; tạm biệt; bye; goodbye; tốt quá
        tuyệt [vời]; giỏi quá; hay quá
    """,
    "word": """
        hạn chế; hạn hán; bị tác động; xe máy; giáo dục; kế sách; chống ngập; tầm nhìn đến [năm]; chuyển đổi số
        mục tiêu quốc gia; loại (i|ii|iii|iv|v|một|hai|ba|bốn|năm); mấy giờ; kết quả xổ số
        thời tiết; giá vàng; việc làm; quy hoạch chung; hỗ trợ vay; tham gia giao thông
        hướng dẫn viên; air quality; public transport; air conditioning;
    """,
}
MARKS = _TASKS | indicator_words.MARKS
"""Templates by mark."""

### The web chat's pages: choosing a person, the chat, what went wrong.

web-title = Báo cáo kế hoạch
web-skip = Đến ô nhập nội dung

## Choosing a person (demo)

web-choose-title = Chọn người dùng
web-choose-intro = Bản dùng thử: chọn một người trong danh sách để bắt đầu. Mở nhiều thẻ để cùng lúc là nhiều người.
web-choose-search = Tìm theo tên, vai trò hoặc cơ quan
web-choose-count = { $count } người
web-choose-none = Không có người nào phù hợp.
web-choose-empty = Danh sách người dùng còn trống.

## Signing in with a code

web-login-title = Kết nối
web-login-intro = Đây là kênh nội bộ. Đề nghị nhập mã tham gia do cơ quan cấp.
web-login-code = Mã tham gia
web-login-hint = 10 chữ cái và chữ số, viết hoa hay viết thường đều được
web-login-keep = Giữ kết nối 30 ngày trên thiết bị này
web-login-keep-hint = Chỉ chọn trên điện thoại, máy tính riêng. Nếu không chọn, sau 12 giờ không sử dụng cần mã mới.
web-login-go = Tiếp tục
web-login-help = Chưa có mã hoặc mã hết hiệu lực: liên hệ người cấp mã.
web-login-empty = Chưa nhập mã tham gia.
web-login-shape = Mã tham gia gồm 10 chữ cái và chữ số, không có dấu. Đề nghị kiểm tra lại, tắt bộ gõ tiếng Việt nếu đang bật.
web-login-often = Có quá nhiều lần nhập mã. Đề nghị thử lại sau { $seconds } giây.
web-login-busy = Hệ thống đang bận. Mã chưa được sử dụng; đề nghị thử lại sau ít phút.
web-login-ended = Phiên làm việc đã kết thúc. Các báo cáo đã gửi vẫn được lưu.
web-not-joined = Chưa kết nối
web-logout = Đăng xuất
web-logout-title = Đăng xuất?
web-logout-intro = Phiên làm việc của { $name } trên trình duyệt này sẽ kết thúc. Để sử dụng lại, cần mã tham gia mới.
web-logout-stay = Ở lại

## The chat

web-chat-title = { $name } · Báo cáo kế hoạch
web-leave = Chọn người khác
web-menu-button = Menu
web-menu-words = menu
web-help-button = Trợ giúp
web-help-words = trợ giúp
web-commands = Lệnh nhanh
web-log = Nội dung trao đổi
web-waiting = Tin đang gửi
web-choices = Lựa chọn
web-from-bot = Hệ thống:
web-from-person = Anh/chị:
web-begin = Bấm một câu dưới đây để thử, hoặc nhập nội dung.
web-try-report = nv { $number } đang làm 60%, đang chờ ý kiến thẩm định
web-try-steps = báo cáo
web-try-duties = nhiệm vụ
web-try-due = nhiệm vụ đến hạn năm 2025 của { $agency }
web-try-overdue = nhiệm vụ nào quá hạn
web-try-unreported = ai chưa báo cáo
web-try-waiting = chờ duyệt
web-try-obstacles = vướng mắc
web-try-brief = tóm tắt
web-try-roster = /quantri
web-try-menu = menu
web-input = Nội dung
web-input-hint = Nhập báo cáo hoặc câu hỏi
web-send = Gửi
web-attach = Đính kèm tệp
web-newer = Có tin mới
web-needs-script = Trang này cần JavaScript. Vui lòng bật JavaScript trong trình duyệt.
web-time = { TIME($at) }
web-day = Ngày { DAY($at) }

## What becomes of what was sent

web-connecting = Mất kết nối. Đang kết nối lại…
web-sending = Đang gửi…
web-waits = Chưa gửi được, sẽ tự gửi lại
web-discard = Bỏ tệp này
web-refused = Nội dung không được tiếp nhận.

## Sending files by a link (where the channel takes none)

web-upload-title = Gửi tệp
web-upload-intro = Tệp chọn ở đây được chuyển vào cuộc trò chuyện của anh/chị trên { $channel }.
web-upload-choose = Chọn tệp
web-upload-more = Gửi thêm tệp
web-evidence-ended = Liên kết này đã hết hạn hoặc không còn dùng được. Để nhận liên kết mới, nhắn lại yêu cầu xem minh chứng, như "minh chứng nv 9".
web-evidence-missing = Tệp "{ $name }" không còn đọc được trên máy chủ. Đề nghị cơ quan báo cáo gửi lại tệp, hoặc liên hệ quản trị hệ thống.
web-upload-hint = Ảnh, PDF, Word, Excel; mỗi tệp tối đa { $most } MB. Không gửi tài liệu bí mật nhà nước.
web-upload-go = Gửi
web-upload-sending = Đang gửi…
web-upload-until = Liên kết dùng đến { TIME($until) }, còn nhận { $room } tệp. Không chuyển liên kết cho người khác.
web-upload-browser = Nếu không chọn được tệp, mở liên kết bằng trình duyệt của điện thoại.
web-upload-done = Đã nhận { $count } tệp:
web-upload-back = Đề nghị quay lại { $channel } để tiếp tục: hệ thống đã trả lời trong cuộc trò chuyện.
web-upload-full = Liên kết này đã nhận đủ số tệp. Để gửi thêm, gửi tệp trong cuộc trò chuyện để nhận liên kết mới.
web-upload-none = Chưa chọn tệp.
web-upload-too-large = Tệp "{ $name }" chưa được nhận: dung lượng vượt { $most } MB.
web-upload-bad-type = Tệp "{ $name }" chưa được nhận: chỉ nhận ảnh, PDF, Word, Excel.
web-upload-marked = Tệp "{ $name }" có dấu hiệu chứa bí mật nhà nước nên không được nhận.
web-upload-left-over = Tệp "{ $name }" chưa được nhận: đã đủ số tệp của liên kết này.
web-upload-room = Các tệp vừa chọn chưa được nhận: liên kết này chỉ còn nhận { $room } tệp. Đề nghị quay lại và chọn ít tệp hơn.
web-upload-too-much = Các tệp vừa chọn chưa được nhận: tối đa { $count } tệp, mỗi tệp { $most } MB. Đề nghị quay lại và chọn ít tệp hơn.
web-upload-ended = Liên kết không đúng hoặc đã hết hạn. Để nhận liên kết mới, gửi lại tệp trong cuộc trò chuyện.
web-upload-often = Có quá nhiều yêu cầu. Đề nghị thử lại sau { $seconds } giây.

## What went wrong

web-problem-title = Không thực hiện được
web-problem-home = Về trang đầu
web-no-page = Không có trang này.
web-no-person = Không có người dùng này trong danh sách.
web-not-local = Bản dùng thử chỉ mở được trên chính máy đang chạy, tại địa chỉ 127.0.0.1.
web-other-site = Yêu cầu được gửi từ một trang khác nên không được thực hiện.
web-no-method = Địa chỉ này không nhận loại yêu cầu đó.
web-need-json = Nội dung phải được gửi ở dạng JSON.
web-not-json = Nội dung gửi lên không đúng dạng JSON.
web-no-id = Yêu cầu thiếu mã tin hoặc mã tin không hợp lệ.
web-bad-message = Yêu cầu không đúng mẫu.
web-bad-position = Vị trí đọc tiếp không hợp lệ.
web-empty = Chưa có nội dung.
web-too-long = Nội dung quá dài: tối đa { $most } ký tự. Vui lòng rút gọn hoặc gửi bằng tệp.
web-too-large = Yêu cầu quá lớn.
web-file-missing = Chưa có tệp đính kèm.
web-file-too-large = Tệp quá lớn: tối đa { $most } MB.
web-file-type = Chỉ nhận tệp PDF, ảnh, Word (docx) và Excel (xlsx).
web-try-again = Hệ thống đang bận, chưa ghi nhận được. Trang sẽ tự gửi lại.
web-signed-out = Phiên làm việc đã kết thúc. Đề nghị kết nối lại bằng mã tham gia.
web-stale-page = Trang đã cũ. Đề nghị tải lại trang rồi gửi lại.
web-too-fast = Gửi quá nhanh. Nội dung sẽ được gửi lại sau { $seconds } giây.
web-file-stranger = Cần hoàn thành kết nối trước khi gửi tệp.
web-busy = Hệ thống đang bận. Đề nghị thử lại sau ít phút.

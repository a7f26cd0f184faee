"""Words of Vietnamese offices: abbreviations, synonyms, English terms, words without a topic.

Nothing here belongs to one plan. A phrase on the left is read as the one on the right; adding a
word is adding a line.
"""


def _table(lines: str) -> dict[str, str]:
    joined = lines.replace(",\n", ", ")
    pairs = (line.split("=", 1) for line in joined.splitlines() if "=" in line)
    return {each.strip(): right.strip() for left, right in pairs for each in left.split(",")}


ABBREVIATIONS = _table("""
nv, nvu, nvụ, n.vụ, n.vu = nhiệm vụ
đv, đvị, dvi, đ.vị, d.vi = đơn vị
cq = cơ quan
cqct = cơ quan chủ trì
cqph = cơ quan phối hợp
sp = sản phẩm
bc, b.cáo, b.cao = báo cáo
kh, k.hoạch, k.hoach = kế hoạch
đa = đề án
tđ = tiến độ
hd = hướng dẫn
qđ = quyết định
qd = quyết định
nq = nghị quyết
cv = công văn
tgian, tg = thời gian
th = thực hiện
ht, hth, hthanh = hoàn thành
bh = ban hành
ctiêu, ctieu, c.tiêu, c.tieu = chỉ tiêu
bq = bình quân
gt = giao thông
xog, xg, xôg = xong
htat, htất = hoàn tất
đg, đag = đang
gpmb = giải phóng mặt bằng
ph = phối hợp
lquan, lq = liên quan
ko, kg, kô, k, hk, hok, hông, hong, hổng, hỏng, khg, hem, kh0ng, hôn = không
đc, dc, đuoc, đươc = được
j, gì, ji = gì
r, gòi, ròi = rồi
bn, bnhieu, bnhiu, bao nhiu, nhiu = bao nhiêu
bt = biết
vs, zới, dới = với
vậy, zậy, dậy, dzậy = vậy
ntn = như thế nào
mn = mọi người
ad = bot
xd = xây dựng
qh = quy hoạch
đth, dth = đô thị hóa
đthị = đô thị
bvmt = bảo vệ môi trường
bđkh, bdkh = biến đổi khí hậu
ctr, ctrsh = chất thải rắn
ntm = nông thôn mới
ktxh = kinh tế xã hội
anqp = an ninh quốc phòng
antt = an ninh trật tự
gtcc = giao thông công cộng
ptđt = phát triển đô thị
đttm, dttm = đô thị thông minh
onmt = ô nhiễm môi trường
htkt = hạ tầng kỹ thuật
qhpk = quy hoạch phân khu
qhc = quy hoạch chung
ytdp = y tế dự phòng
ytcs = y tế cơ sở
vsmt = vệ sinh môi trường
kgcc = không gian công cộng
đmst = đổi mới sáng tạo
tl = tỷ lệ
vhtt = văn hóa thể thao
tđc = tái định cư
hs = hồ sơ
vb = văn bản
cđs = chuyển đổi số
năm rùi = năm rồi
rùi, rồi, roài = rồi
""")

MISTYPED = {("hoan", "than"): "thành", ("hoan", "tanh"): "thành", ("hoan", "thnh"): "thành"}
"""A word that is one itself, or none, and what is meant by it after another."""
NUMBERED_ABBREVIATIONS = {
    "ct": "chỉ tiêu",
    "n": "năm",
    "t": "tháng",
    "q": "quý",
    "nv": "nhiệm vụ",
}

SYNONYMS = _table("""
chất thải rắn, chất thải, rác thải, rác sinh hoạt, rác rưởi = rác
ngập úng, chống ngập, ngập lụt, ngập nước, ngập lội, úng ngập, ngập cục bộ = ngập
thích ứng = ứng phó
kênh rạch = kênh
kinh tế đêm = kinh tế ban đêm
lề đường, hè phố = vỉa hè
bãi đậu xe, chỗ đậu xe, chỗ để xe, bãi xe, bãi giữ xe = bãi đỗ xe
xe gắn máy, xe mô tô, xe honda = xe máy
cung cấp nước, cấp nước sạch, nước sạch, nước máy = cấp nước
thành phố thông minh, đô thị số = đô thị thông minh
chất lượng môi trường không khí, chất lượng không khí, môi trường không khí = không khí
nhân sự, đội ngũ = nhân lực
cây xanh đô thị, mảng xanh, không gian xanh = cây xanh
tỉ lệ = tỷ lệ
tỉnh lộ = đường tỉnh
chợ truyền thống = chợ dân sinh
trường học = trường
xe buýt, xe bus, vận tải công cộng, phương tiện công cộng = giao thông công cộng
nông thôn kiểu mới = nông thôn mới
dời, di chuyển = di dời
tuyến cáp quang, mạng cáp quang, internet, mạng internet, wifi = cáp quang
tk thanh toán = tài khoản thanh toán
ví điện tử, thanh toán không tiền mặt, tài khoản ngân hàng = thanh toán điện tử
nhà cửa, chỗ ở = nhà ở
đường xá, đường sá, đường bộ = giao thông
""")

ENGLISH = _table("""
climate change response, climate change adaptation, climate change = biến đổi khí hậu
night-time economy, nighttime economy, night economy, night time economy = kinh tế ban đêm
digital economy = kinh tế số
circular economy = kinh tế tuần hoàn
sharing economy = kinh tế chia sẻ
tourism economy = kinh tế du lịch
smart cities, smart city, smart urban area, smart urban areas, smart urban = đô thị thông minh
urbanization rate, urbanisation rate, urbanization, urbanisation = đô thị hóa
waste sorting, waste separation, waste classification, garbage sorting, trash sorting,
sorting waste, sorting of waste, sorting rubbish, separating waste = phân loại rác
sorting garbage, classifying waste, classification of waste, separation of waste = phân loại rác
solid waste, waste collection, waste, garbage, rubbish, trash = rác
wastewater treatment, waste water treatment = xử lý nước thải
wastewater, waste water, sewage = nước thải
drainage = thoát nước
water supply, clean water = cấp nước
air quality, air pollution, air = không khí
air quality management = quản lý không khí
road land, traffic land, transport land = đất giao thông
local flooding, urban flooding, flooding, floods, flood control, flood = ngập
motorcycles, motorbikes, motorcycle, motorbike = xe máy
private vehicles, personal vehicles = xe cá nhân
public transportation, public transport, public transit, buses = giao thông công cộng
parking lots, parking, car parks = bãi đỗ xe
sidewalks, sidewalk, pavements, pavement = vỉa hè
green buildings, green building = công trình xanh
green trees, green space, green spaces, urban trees, trees, greenery, tree cover = cây xanh
green areas per capita, green space per person, green area = cây xanh
housing floor area, floor area, living area, living space, housing, homes = nhà ở
resettlement = tái định cư
new rural development, new rural area, new countryside, new-style rural, new rural = nông thôn mới
agricultural value chain, agriculture value chain = chuỗi giá trị nông nghiệp
value chain, value chains = chuỗi giá trị
agricultural, agriculture = nông nghiệp
preventive medicine, preventive healthcare = y tế dự phòng
grassroots healthcare, primary healthcare = y tế cơ sở
healthcare, health care, medical, health = y tế
disease prevention, epidemics, epidemic, diseases = dịch bệnh
natural disasters, disaster prevention, natural disaster = thiên tai
public security and order, security and order, security, public order = an ninh trật tự
human resources, human resource, manpower, staff training = nhân lực
architectural management regulations, architectural regulations = quy chế quản lý kiến trúc
architecture = kiến trúc
hospitals, hospital = bệnh viện
universities, university = trường đại học
markets, market = chợ
national highways, highways, national roads = quốc lộ
provincial roads = đường tỉnh
public spaces, public space = không gian công cộng
cultural institutions = thiết chế văn hóa
sports = thể thao
tourism = du lịch
culture = văn hóa
fiber optic broadband, fibre optic broadband, fiber-optic, fiber optic, fibre optic = cáp quang
fiber coverage, fibre coverage, broadband coverage, fiber, fibre, broadband, internet = cáp quang
e-payment accounts, electronic payment accounts, e-payment account = tài khoản thanh toán điện tử
electronic payment account, digital payment accounts = tài khoản thanh toán điện tử
electronic payments, electronic payment, e-payment, digital payments = thanh toán điện tử
payment accounts, payment account = tài khoản thanh toán
urban land = đất xây dựng đô thị
construction land = đất xây dựng
transport land, traffic land, land for transport, road land, land for traffic = đất giao thông
transport infrastructure, transportation, transport, roads, traffic = giao thông
number of urban areas, number of cities, urban areas, urban centres, urban centers = đô thị
zoning plans, zoning planning, zoning = quy hoạch phân khu
general planning, master plan, master planning, master plans = quy hoạch chung
planning coverage = phủ kín quy hoạch
administrative units = đơn vị hành chính
renovation of urban areas, urban renovation, urban upgrading = chỉnh trang đô thị
urban embellishment = chỉnh trang đô thị
urban reconstruction, urban redevelopment = tái thiết đô thị
urban development = phát triển đô thị
relocation of polluting facilities, relocating polluting factories = di dời cơ sở ô nhiễm
relocating, relocation, relocate = di dời
polluting, pollution = ô nhiễm
recycling = tái chế
logistics = logistic
innovation = đổi mới sáng tạo
canals, canal = kênh
planning = quy hoạch
urban = đô thị
infrastructure = hạ tầng
environment = môi trường
""")

PRODUCTS_IN_ENGLISH = _table("""
plan, plans = Kế hoạch
scheme, schemes = Đề án
report, reports = Báo cáo
project proposal report, project proposal reports, project proposal = Báo cáo đề xuất dự án
approval decision, approval decisions, decision of approval, decision = Quyết định phê duyệt
investment list, investment portfolio, list of investments = Danh mục đầu tư
investment lists, list of investment projects = Danh mục đầu tư
pilot project, pilot projects = Dự án thí điểm
guideline, guidelines, guidance = Hướng dẫn
programme, program, programmes = Chương trình
roadmap, pilot roadmap = Lộ trình thí điểm
project, projects = Dự án
comment document, written comments = Văn bản tham gia ý kiến
""")

_STOP_WORDS = """
  a ạ à ơi ơ ừ ờ ấy này kia đó đây kìa thế vậy nhỉ nhé nha nghe nghen hén hen nè đi với và
  hoặc hay là thì mà của cho các những mấy một cái con chiếc về đến tới từ tại trong ngoài
  trên dưới vào theo cùng bằng để khi nếu do bởi vì nên được bị phải có chưa đã đang sẽ vừa
  còn nữa cũng đều chỉ rất quá lắm hơn nhất nào gì đâu sao ai bao nhiêu như rồi em anh chị
  tôi sếp ta ad bot hả há hổng dạ vâng ok alo luôn hết tất cả mọi từng đúng năm nhiều v z
  nằm gồm chứa ha nhe nhen đc thôi đặng lận vầy chớ chứ liền giờ nay the of in on at to for
  with by and or is are was were be been does did what which who whom how many much there
  any all that this these those it its their our we i me my us you your please show list
  tell give about have has had must need needs should will would can could as from into am
"""
STOP = frozenset(_STOP_WORDS.split())
"""Words that ask, connect or address; they are passed over wherever they stand."""

_SOFT_WORDS = """
    ở mới mình không bà ông họ cô chú bác bạn tui việc vụ chuyện cần xong bên đơn vị cơ quan
    nhiệm công đầu nội dung số hỏi xin giúp dùm giùm hộ biết xem coi kiếm tìm kể liệt kê danh
    sách thông tin chi tiết cụ thể muốn vui lòng làm ơn đề cập nhắc nói nêu liên thuộc nhóm kế
    hoạch tỉnh toàn bàn địa huyện thị xã thành phố ủy ban nhân dân sở ngành giải pháp thực
    hiện triển khai thứ lần chừng khoảng tầm thật sự lại ra lên xuống trước sau mục tiêu chỉ
    kết quả sản phẩm thời gian hạn tiến độ lắm lo nó phần giao lĩnh vực tên cứ căn nhe mảng
    khâu khúc dự kiến đạt mức hồi kỳ ngày tháng quý phương tụi đợt task tasks relate regarding
    concerning mention mentions mentioning mentioned involving related whose when where
    provincial province one ones some item items work works thing things year years agency
    agencies department departments currently also just only plan s
"""
SOFT = frozenset(_SOFT_WORDS.split())
"""Words that are passed over unless they stand in a phrase of the plan ("số" in "kinh tế số")."""

_LIGHT_WORDS = """
    phát triển xây dựng đầu tư quản lý nâng cao tăng cường cải thiện hoàn đẩy mạnh xử khắc
    phục chống công tác hoạt động dự án chương trình giai đoạn đề xuất tổ chức lập hệ thống
    chất lượng hiệu quả tình trạng vấn hướng bảo đảm tỷ lệ diện tích bình quân số mức người
    dân mỗi trung thí điểm lĩnh vực khu quyết định nghị luật căn cứ văn bản giảm management
    development improving improve building tackling tackle reducing reduce program rate area
    average per capita person level percentage share ratio dt tl
"""
LIGHT = frozenset(_LIGHT_WORDS.split())
"""Words of many topics: asked for first, let go where nothing has them all."""

WIDE = frozenset(("đô", "thị"))
"""Words of nearly all topics: let go as the light ones, but never down to a single other word."""

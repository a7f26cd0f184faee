"""The words that compare: superlatives, "so sánh", "xếp hạng", "mỗi sở"; folded."""

SUPERLATIVE = {
    "most",
    "fewest",
    "least",
    "highest",
    "lowest",
    "worst",
    "best",
    "slowest",
    "fastest",
    "furthest",
    "farthest",
}
NOT_SUPERLATIVE = {"thu", "thong", "hop", "duy", "dong", "de"}
"""Words before "nhất" that make another word of it: thứ nhất, thống nhất."""
AMOUNT = {"nhieu", "it", "cao", "thap", "lon", "nho", "more", "fewer", "less", "higher", "lower"}
FEWEST = {"it", "thap", "nho", "fewest", "least", "lowest", "fewer", "less", "lower"}
BAD = {"kem", "te", "yeu", "worst"}
GOOD = {"tot", "gioi", "nhanh", "best", "fastest"}
LATE = {"cham", "tre", "muon", "slowest"}
COMPARE: set[tuple[str, ...]] = {
    ("so", "sanh"), ("doi", "chieu"), ("compare",), ("compared",), ("comparison",),
           ("versus",), ("vs",)}  # fmt: skip
RANK: set[tuple[str, ...]] = {
    ("sap", "xep"),
    ("theo", "so", "nhiem", "vu"),
    ("theo", "so", "luong"),
    ("by", "number", "of"),
    ("tong", "hop"),
    ("xep", "tu"),
    ("bang", "xep", "hang"), ("xep", "hang"), ("xep", "loai"), ("xep", "thu", "tu"),
    ("thu", "hang"), ("rank",), ("ranking",), ("ranked",), ("thong", "ke"), ("rankings",),
}  # fmt: skip
FAR = {"xa", "furthest", "farthest"}
"""Far from a target is least of it: "xa mục tiêu nhất"."""
TOP: set[tuple[str, ...]] = {("dan", "dau"), ("dau", "bang"), ("xep", "dau"), ("dung", "dau", "ve")}
BOTTOM: set[tuple[str, ...]] = {
    ("dung", "cuoi"),
    ("cuoi", "bang"),
    ("xep", "cuoi"),
    ("doi", "so"),
    ("dung", "chot"),
}
EACH = {"tung", "moi", "each", "every", "per", "by", "theo"}
SHARE: set[tuple[str, ...]] = {
    ("ty", "le"),
    ("ti", "le"),
    ("phan", "tram"),
    ("rate",),
    ("percentage",),
    ("share",),
}
COUNT: set[tuple[str, ...]] = {
    ("bao", "nhieu"),
    ("may",),
    ("how", "many"),
    ("so", "luong"),
    ("number", "of"),
    ("dem",),
}
WORDS = (
    SUPERLATIVE | AMOUNT | BAD | GOOD | LATE | {"nhat", "hon", "top"}
    | {word for phrase in (COMPARE | RANK | TOP | BOTTOM | SHARE | COUNT) for word in phrase}
)  # fmt: skip

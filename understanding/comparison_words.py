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
}
NOT_SUPERLATIVE = {"thu", "thong", "hop", "duy", "dong", "de"}
"""Words before "nhất" that make another word of it: thứ nhất, thống nhất."""
AMOUNT = {"nhieu", "it", "cao", "thap", "lon", "nho", "more", "fewer", "less", "higher", "lower"}
FEWEST = {"it", "thap", "nho", "fewest", "least", "lowest", "fewer", "less", "lower"}
BAD = {"kem", "te", "yeu", "worst"}
GOOD = {"tot", "gioi", "nhanh", "best", "fastest"}
LATE = {"cham", "tre", "muon", "slowest"}
COMPARE = {("so", "sanh"), ("doi", "chieu"), ("compare",), ("compared",), ("comparison",),
           ("versus",), ("vs",)}  # fmt: skip
RANK = {
    ("bang", "xep", "hang"), ("xep", "hang"), ("xep", "loai"), ("xep", "thu", "tu"),
    ("thu", "hang"), ("rank",), ("ranking",), ("ranked",), ("thong", "ke"), ("rankings",),
}  # fmt: skip
EACH = {"tung", "moi", "each", "every", "per", "by", "theo"}
SHARE = {("ty", "le"), ("ti", "le"), ("phan", "tram"), ("rate",), ("percentage",), ("share",)}
COUNT = {("bao", "nhieu"), ("may",), ("how", "many"), ("so", "luong"), ("number", "of"), ("dem",)}
FILLERS = {"trong", "so", "voi", "va", "giua", "thi", "la", "ve", "ben", "and", "with", "to", "in"}
"""Small words that may be left of a comparison and say nothing."""
WORDS = (
    SUPERLATIVE | AMOUNT | BAD | GOOD | LATE | {"nhat", "hon", "top"}
    | {word for table in (COMPARE, RANK, SHARE, COUNT) for phrase in table for word in phrase}
)  # fmt: skip

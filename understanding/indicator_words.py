# ruff: noqa: E501 - a template is kept on one line
"""What people say of indicators: templates by mark, as in `vocabulary`."""

MARKS = {
    "indicator": "chỉ tiêu; chỉ số; indicator; indicators; kpi; kpis; tiêu chí",
    "goal": """
        mục tiêu; phải (đạt|được|tới); (phải|cần) (đạt|được|có|tới) (bao nhiêu|mấy)
        (nên|phải) đạt; should be; should there be; cần đạt; cần được; phấn đấu [đạt]; đặt ra
        kế hoạch đặt; đặt mục tiêu; đề ra; target; targets; goal; goals; should reach; phải là; yêu cầu đạt; mốc
        định mức; phải có; giao bao nhiêu; aim; supposed; planned; plan for; must reach
        mục tiêu đặt ra; theo kế hoạch; chỉ tiêu (đặt ra|đề ra|giao|phải đạt|cần đạt|kế hoạch)
    """,
    "actual": """
        thực tế; thực đạt; thực hiện được; thực hiện đạt; [đã] đạt được; hiện (nay|tại|giờ); hiện
        kết quả; số liệu [báo cáo]; đạt (mấy|bao nhiêu) [rồi]; báo cáo (là|bao nhiêu)
        actual [figure|value]; actually; reported; current; currently; achieved; so far; figure
        figures; reach; reached; mới đạt; được (mấy|bao nhiêu) [rồi]; lên (mấy|bao nhiêu) rồi
        tới (mấy|bao nhiêu) rồi; bây giờ; so thuc te; latest; result; results; mới được
    """,
    "reached:yes": """
        [đã] đạt [chỉ tiêu|mục tiêu|kế hoạch|target]; đã đạt [chỉ tiêu|mục tiêu]
        [đã] đạt (hoặc|hay|và|,) vượt [chỉ tiêu|mục tiêu|kế hoạch]; vượt (hoặc|hay) đạt
        hit target; on target; met [the|its|their] target
        have been (met|reached|achieved); reached [the|its|their] target
        were (met|reached|achieved); are met; been met; achieved
    """,
    "reached:over": """
        [đã|bị|có] vượt [mức|quá|trên|xa] [chỉ tiêu|mục tiêu|kế hoạch|target|yêu cầu|đề ra]
        (cao|nhiều|lớn) hơn (mục tiêu|chỉ tiêu|kế hoạch); trên (mục tiêu|chỉ tiêu); hoàn thành vượt [mức]
        (exceed|exceeded|exceeds|exceeding) [the|its|their] [target|targets]; above [the|its|their] (target|targets)
        (beat|surpassed|over|beyond) [the|its|their] (target|targets)
    """,
    "reached:no": """
        (chưa|không|không có|chẳng|hụt|dưới) đạt [được] [chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|target]
        hụt; thấp hơn (chỉ tiêu|mục tiêu|kế hoạch); dưới chỉ tiêu
        (not|not yet) (met|reached|achieved); missed [the|its|their] target
        missed; misses; miss; below [the|its|their] target; behind target; unmet; fell short [of]; chưa tới
        (haven't|hasn't|have not|has not|were not|weren't|was not) [been] (met|reached|achieved)
        not reaching; fail; failed; rớt; below target; miss target
    """,
    "figures:none": """
        (chưa|không|thiếu) [có|được|hề có] [cập nhật] (số liệu|số|kết quả|dữ liệu|con số) [nào|gì|báo cáo]
        chưa có (báo cáo|cập nhật); no (figure|figures|data|number|numbers)
        without [a|any] (figure|figures|data); missing (figures|data|figure); chưa có data
        not reported; (chưa|không) có báo cáo [số liệu]; have no (data|figures); unreported
        chưa báo cáo [số liệu]; chưa (nhập|cập nhật|nộp) số liệu
    """,
    "figures:some": """
        đã có (số liệu|kết quả|số|báo cáo|dữ liệu); có số liệu; with (figures|data)
        have (figures|data); đã báo cáo [số liệu]; has data
    """,
    "unit_phrase": """
        phần trăm; mét vuông; thước vuông; thước; m2; m²; percent; per cent; square meters; square metres; %; hộ; mét
    """,
    "follows": """
        theo dõi [đánh giá]; theo dõi, đánh giá; chủ trì theo dõi; đánh giá; monitor; monitors
        monitored by; tracks; tracked by; track; follow; follows
    """,
}
"""Templates by mark."""

"""Where weeks begin on another day than Monday, by region (Unicode's common locale data)."""

SUNDAY = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA "
    "PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)
SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
FRIDAY = "MV"


def first_weekday(locale: str) -> int:
    """The weekday (Monday is 0) that weeks begin with where *locale*, as in `en_US.UTF-8`, is at home."""
    region = locale.partition(".")[0].partition("@")[0].partition("_")[2].upper()
    for weekday, regions in ((6, SUNDAY), (5, SATURDAY), (4, FRIDAY)):
        if region in regions.split():
            return weekday
    return 0

# The review outcome of scr-2015 for the records of generate.cpp, as one would write it in awk.
# Columns: ref age born harmed_age abuse died harmed suicide joint setting mha mca looked regulated event adverse
BEGIN {
    FS = ","; OFS = ","
    split("yes no unknown", words, " "); for (i in words) yes_no[words[i]] = 1
    values[2] = values[4] = "15 17 18"; values[5] = "known none"; values[9] = "concern not_established no_concern no_concern_definitive"
    values[10] = "none remand"
    for (i = 3; i <= 16; i++) if (!(i in values)) values[i] = "yes no"
    for (i in values) count[i] = split(values[i], parts, " ")
    for (i in values) { split(values[i], parts, " "); for (k in parts) value[i, k] = parts[k] }
    blank[3] = "yes"; blank[9] = "not_established"; blank[10] = "none"
    for (i = 11; i <= 16; i++) blank[i] = "no"
    allowed[5] = " known suspected none unknown "; allowed[9] = " concern not_established no_concern no_concern_definitive unknown "
    allowed[10] = " none custody remand young_offender_institution unknown "
}
function outcome(   child, harmed_child, abused, death) {
    if (a[8] == "yes" && a[6] == "no") return ""
    if (a[4] + 0 >= 18 && a[2] + 0 < 18) return ""
    child = a[3] == "yes" && a[2] + 0 < 18
    harmed_child = a[3] == "yes" && a[4] + 0 < 18 && a[7] == "yes"
    abused = a[5] != "none"
    death = child && a[6] == "yes"
    if (death && abused || harmed_child && abused && a[9] != "no_concern_definitive") return "scr_required"
    if (death && (a[10] != "none" || a[11] == "yes" || a[12] == "yes" && a[2] + 0 >= 16)) return "scr_required"
    if ((death || harmed_child) && (abused || a[9] == "concern" || a[8] == "yes")) return "scr_consider"
    if (death && a[12] == "yes") return "scr_consider"
    if ((a[9] == "concern" || a[9] == "not_established") && (a[15] == "yes" || a[16] == "yes")) return "partnership_case_review"
    return "no_review"
}
function complete(i,   k) {
    while (i <= 16 && a[i] != "unknown") i++
    if (i > 16) {
        if (tied) a[4] = a[2]
        k = outcome()
        if (k != "") seen[k] = 1
        return
    }
    for (k = 1; k <= count[i]; k++) { a[i] = value[i, k]; complete(i + 1) }
    a[i] = "unknown"
}
NR == 1 { next }
{
    open = 0
    for (i = 2; i <= 16; i++) {
        x = $i
        if (x == "" && i in blank) x = blank[i]
        else if (i == 9 && x == "unknown") x = "not_established"
        else if (i in allowed) { if (x != "" && index(allowed[i], " " x " ") == 0) next }
        else if (i != 2 && i != 4) { if (x != "" && !(x in yes_no)) next }
        else if (x != "" && x != "unknown" && x !~ /^[0-9]+$/) next
        if (x == "" && i != 4) x = "unknown"
        if (x == "unknown") open = 1
        a[i] = x
    }
    tied = 0
    if (a[4] == "") { if (a[2] == "unknown") tied = 1; a[4] = a[2] }
    if (!open) { result = outcome(); if (result != "") print $1, result; next }
    if (tied) a[4] = 0
    split("", seen)
    complete(2)
    n = 0
    for (k in seen) { n++; result = k }
    if (n == 1) print $1, result
    else if (n > 1) print $1, "undetermined"
}

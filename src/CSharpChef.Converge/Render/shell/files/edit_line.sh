# Awk functions that edit a file for one line: begin_edit, then edit for each line of the file, then end_edit. They
# call put with each line of the edited file; `edited` says whether it differs. The part that uses them defines the
# function put. A line that ends with a carriage return is compared without it and keeps it; what is added gets one
# where the first line of the file has one.
# shellcheck disable=SC2016
edit_awk='
function has_return(line) { return substr(line, length(line)) == "\r" }
function without_return(line) { return has_return(line) ? substr(line, 1, length(line) - 1) : line "" }
function with_return(line, is_wanted) { return is_wanted && !has_return(line) ? line "\r" : line "" }
function is_same(line, wanted) { return line "" == wanted "" || line "" == wanted "\r" }
function begin_edit(line, with_pattern, is_absent) {
    text = line ""
    by_pattern = with_pattern
    gone = is_absent
    edited = replaced = exact = begun = has_returns = 0
}
function edit(line, is_hit,   wanted) {
    if (!begun++) has_returns = has_return(line)
    if (gone ? (by_pattern ? is_hit : is_same(line, text)) : is_hit && replaced) {
        edited = 1
    } else if (!gone && is_hit) {
        replaced = 1
        wanted = with_return(text, has_return(line))
        if (line "" != wanted) edited = 1
        put(wanted)
    } else {
        if (is_same(line, text)) exact = 1
        put(line)
    }
}
function end_edit() {
    if (gone || replaced || exact) return
    edited = 1
    put(with_return(text, has_returns))
}'

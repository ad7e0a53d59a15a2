# Awk functions that edit a file for one line: begin_edit, then edit for each line of the file, then end_edit. They
# call put with each line of the edited file; `edited` says whether it differs. The part that uses them defines the
# function put.
# shellcheck disable=SC2016
edit_awk='
function begin_edit(line, with_pattern, is_absent) {
    text = line ""
    by_pattern = with_pattern
    gone = is_absent
    edited = replaced = exact = 0
}
function edit(line, is_hit) {
    if (gone ? (by_pattern ? is_hit : line == text) : is_hit && replaced) {
        edited = 1
    } else if (!gone && is_hit) {
        replaced = 1
        if (line != text) edited = 1
        put(text)
    } else {
        if (line == text) exact = 1
        put(line)
    }
}
function end_edit() {
    if (gone || replaced || exact) return
    edited = 1
    put(text)
}'

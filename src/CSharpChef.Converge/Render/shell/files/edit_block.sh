# Awk functions, beside those of edit_line, that edit a file for a block of lines between two markers: begin_block, then
# edit_block for each line of the file, then end_block. The lines of the block are wanted[1] to wanted[wanted_lines].
# shellcheck disable=SC2016
block_awk='
function begin_block(name, is_absent) {
    first_marker = "# BEGIN " name
    last_marker = "# END " name
    gone = is_absent
    edited = written = begun = has_returns = in_block = 0
}
function edit_block(line) {
    if (!begun++) has_returns = has_return(line)
    if (in_block) {
        held[++held_lines] = line
        if (is_same(line, last_marker)) close_block(1)
    } else if (is_same(line, first_marker)) {
        in_block = 1
        held_lines = 0
        marker = line
    } else {
        put(line)
    }
}
# An end marker that is missing leaves the lines after the begin marker as they are.
function close_block(is_complete,   i) {
    in_block = 0
    if (is_complete && !gone && !written && is_block_same()) {
        put(marker)
        for (i = 1; i <= held_lines; i++) put(held[i])
    } else {
        edited = 1
        if (!written) put_block(has_return(marker))
    }
    written = 1
    for (i = 1; i <= held_lines && !is_complete; i++) if (!is_same(held[i], first_marker)) put(held[i])
}
function is_block_same(   i) {
    if (held_lines != wanted_lines + 1) return 0
    for (i = 1; i <= wanted_lines; i++) if (!is_same(held[i], wanted[i])) return 0
    return 1
}
function put_block(with_returns,   i) {
    if (gone) return
    put(with_return(first_marker, with_returns))
    for (i = 1; i <= wanted_lines; i++) put(with_return(wanted[i], with_returns))
    put(with_return(last_marker, with_returns))
}
function end_block() {
    if (in_block) close_block(0)
    if (written || gone) return
    edited = 1
    put_block(has_returns)
}'

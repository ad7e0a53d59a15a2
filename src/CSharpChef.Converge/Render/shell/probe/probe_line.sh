# Needs: probe edit_line

# ask_line PATH TEXT PATTERN present|absent...: lines in files, four words each. A path that is not a file, such as a
# pipe, is left empty.
ask_line() {
    local path=''
    echo '=lines'
    while [ $# -gt 0 ]; do
        path=$1
        [ -f "$path" ] || [ ! -e "$path" ] || path=''
        printf ':%s\n' "$path" "$2" "$3" "$4"
        shift 4
    done
}

# shellcheck disable=SC2016
probe_awk=$probe_awk$edit_awk'
function put(line) { }
section == "lines" {
    word[words++] = substr($0, 2)
    next
}
END {
    for (i = 0; i < words; i += 4) {
        begin_edit(word[i + 1], word[i + 2] != "", word[i + 3] == "absent")
        status = -1
        while (word[i] != "" && (status = (getline line < word[i])) > 0)
            edit(line, word[i + 2] != "" && without_return(line) ~ word[i + 2])
        end_edit()
        # A file that is missing and one that cannot be read look the same to awk.
        if (status < 0) edited = 1
        close(word[i])
        set("line" (i / 4) "_edit", edited ? "needed" : "none")
    }
}'

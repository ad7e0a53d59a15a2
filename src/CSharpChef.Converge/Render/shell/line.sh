# line PATH TEXT [KEY=VALUE...]: a line, or a block of lines, is in a file or is not.
line() {
    path=$1 text=$2 match='' block='' gone='' old='' backup=0
    shift 2
    for wish; do
        case $wish in
            match=*) match=${wish#*=} ;;
            block=*) block=${wish#*=} ;;
            old=*) old=${wish#*=} ;;
            gone) gone=1 ;;
        esac
    done
    target=$path
    if [ -L "$path" ]; then target=$(readlink -f -- "$path") || fail "the link at $path leads nowhere" || return 1; fi
    [ ! -d "$target" ] || fail "a directory is at $path" || return 1
    look "$target"
    if [ -z "$kind" ]; then
        [ -z "$gone" ] || return 0
        can_be_at "$target" || return 1
        would "$([ "$block" ] && echo 'write block' || echo 'add line')" || return 0
        edit_line </dev/null
        return
    fi
    verdict=$(lines_of verdict <"$target")
    [ "$verdict" ] || return 0
    old_text
    if would "$verdict"; then edit_line <"$target"; fi
}

# edit_line: the edited text takes the file's place.
edit_line() {
    sum='' verify='' want_uid='' want_gid='' wanted=''
    lines=$target
    [ "$kind" ] || lines=/dev/null
    body=edited_lines
    write_file
}

edited_lines() { lines_of text <"$lines"; }

# lines_of verdict|text: what would be done to standard input, or the text after it.
lines_of() {
    answer=$1 text=$text match=$match block=$block gone=$gone awk '
        function all(from, to,    i, sum) { for (i = from; i <= to; i++) sum = sum old[i] "\n"; return sum }
        { old[NR] = $0 }
        END {
            text = ENVIRON["text"]; match_of = ENVIRON["match"]; block = ENVIRON["block"]; gone = ENVIRON["gone"]
            if (block != "") {
                first = "# BEGIN " block; last = "# END " block; begin = 0; end = 0
                for (i = 1; i <= NR; i++) {
                    if (!begin && old[i] == first) begin = i
                    else if (begin && !end && old[i] == last) end = i
                }
                sub(/\n$/, "", text)
                whole = gone ? "" : first "\n" (text == "" ? "" : text "\n") last "\n"
                if (begin && end) result = all(1, begin - 1) whole all(end + 1, NR)
                else result = all(1, NR) whole
                verdict = gone ? "remove block" : "write block"
            } else if (gone) {
                for (i = 1; i <= NR; i++) if (!(match_of != "" ? old[i] ~ match_of : old[i] == text)) result = result old[i] "\n"
                verdict = "remove line"
            } else {
                verdict = "add line"
                for (i = 1; i <= NR; i++) {
                    if (match_of != "" && old[i] ~ match_of) {
                        if (!done) result = result text "\n"
                        done = 1; verdict = "replace line"
                    } else {
                        result = result old[i] "\n"
                        if (old[i] == text) exact = 1
                    }
                }
                if (!done && !exact) result = result text "\n"
            }
            if (ENVIRON["answer"] == "text") printf "%s", result
            else if (result != all(1, NR)) print verdict
        }'
}

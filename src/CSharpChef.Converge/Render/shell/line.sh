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
        edit_line
        return
    fi
    verdict=$(lines_of verdict "$target")
    [ "$verdict" ] || return 0
    old_text
    if would "$verdict"; then edit_line; fi
}

# edit_line: the edited text takes the file's place.
edit_line() {
    verify='' want_uid='' want_gid='' wanted='' body=edited_lines
    sum=$(edited_lines | sha256sum)
    sum=${sum%% *}
    write_file
}

edited_lines() { if [ "$kind" ]; then lines_of text "$target"; else lines_of text /dev/null; fi; }

# lines_of verdict|text FILE: what would be done to the file, or the text after it. Grep tells which lines match: not every awk knows
# all of POSIX's patterns.
lines_of() {
    hits=''
    [ -z "$match" ] || hits=$(printf '%s\n' "$match" | grep -nE -f - -- "$2" | sed 's/:.*//')
    answer=$1 text=$text match=$match block=$block gone=$gone hits=$hits awk '
        { old[NR] = $0; whole = whole $0 "\n" }
        END {
            text = ENVIRON["text"]
            gone = ENVIRON["gone"]
            if (ENVIRON["block"] != "") {
                first = "# BEGIN " ENVIRON["block"]
                last = "# END " ENVIRON["block"]
                verdict = gone ? "remove block" : "write block"
                sub(/\n$/, "", text)
                put = gone ? "" : first "\n" (text == "" ? "" : text "\n") last "\n"
                for (i = 1; i <= NR; i++) {
                    if (old[i] != first) { result = result old[i] "\n"; continue }
                    if (!done) result = result put
                    done = 1
                    for (j = i; j <= NR && old[j] != last; j++);
                    if (j <= NR) i = j
                }
                if (!done) result = result put
            } else {
                n = split(ENVIRON["hits"], line, "\n")
                for (i = 1; i <= n; i++) hit[line[i]] = 1
                verdict = gone ? "remove line" : n > 0 ? "replace line" : "add line"
                for (i = 1; i <= NR; i++) {
                    if (gone && (ENVIRON["match"] != "" ? i in hit : old[i] == text)) continue
                    if (!gone && i in hit) {
                        if (!done) result = result text "\n"
                        done = 1
                        continue
                    }
                    result = result old[i] "\n"
                    if (old[i] == text) exact = 1
                }
                if (!gone && !done && !exact) result = result text "\n"
            }
            if (ENVIRON["answer"] == "text") printf "%s", result
            else if (result != whole) print verdict
        }' "$2"
}

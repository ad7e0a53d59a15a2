# Needs: output path write_file edit_line

# line PATH TEXT [KEY=VALUE...]: ensures that a line, or a block of lines, is in a file or is not.
line() {
    local path="$1" target="$1" text="$2" match='' block='' gone='' old='' option='' verdict=''
    local kind='' bits='' uid='' gid='' names=''
    shift 2
    for option; do
        case $option in
            match=*) match=${option#*=} ;;
            block=*) block=${option#*=} ;;
            old=*) old=${option#*=} ;;
            gone) gone=1 ;;
        esac
    done
    if [ -L "$path" ]; then
        target=$(readlink -f -- "$path") || fail "the link at $path leads nowhere" || return 1
    fi
    [ ! -d "$target" ] || fail "a directory is at $path" || return 1
    inspect "$target"
    if [ -z "$kind" ]; then
        [ -z "$gone" ] || return 0
        check_folder "$target" || return 1
        verdict='add line'
        [ -z "$block" ] || verdict='write block'
    else
        verdict=$(edit_file verdict "$target")
        [ "$verdict" ] || return 0
        show_old_text
    fi
    would "$verdict" || return 0
    write_edited
}

# write_edited: moves the edited text into the file's place.
write_edited() {
    local verify='' want_uid='' want_gid='' want_bits='' body=print_edited sum=''
    sum=$(print_edited | sha256sum)
    sum=${sum%% *}
    write_file
}

# print_edited: prints the edited text.
print_edited() { if [ "$kind" ]; then edit_file text "$target"; else edit_file text /dev/null; fi; }

# edit_file verdict|text FILE: prints what the edit does to the file, or the text after it. Grep finds the lines that
# match: not every awk supports all of POSIX's patterns.
edit_file() {
    local hits=''
    [ -z "$match" ] || hits=$(printf '%s\n' "$match" | grep -nE -f - -- "$2" | sed 's/:.*//')
    answer=$1 text=$text match=$match block=$block gone=$gone hits=$hits awk "$edit_awk"'
        function put(line) { result = result line "\n" }
        function edit_block(first, last, text, gone,   block, i, j, done) {
            sub(/\n$/, "", text)
            block = gone ? "" : first "\n" (text == "" ? "" : text "\n") last "\n"
            for (i = 1; i <= NR; i++) {
                if (old[i] != first) {
                    put(old[i])
                    continue
                }
                if (!done) result = result block
                done = 1
                for (j = i; j <= NR && old[j] != last; j++);
                if (j <= NR) i = j
            }
            if (!done) result = result block
        }
        function edit_lines(   n, number, hit, i) {
            n = split(ENVIRON["hits"], number, "\n")
            for (i = 1; i <= n; i++) hit[number[i]] = 1
            begin_edit(ENVIRON["text"], ENVIRON["match"] != "", ENVIRON["gone"] != "")
            for (i = 1; i <= NR; i++) edit(old[i], i in hit)
            end_edit()
            return n
        }
        { old[NR] = $0 ""; whole = whole $0 "\n" }
        END {
            is_gone = ENVIRON["gone"] != ""
            if (ENVIRON["block"] != "") {
                edit_block("# BEGIN " ENVIRON["block"], "# END " ENVIRON["block"], ENVIRON["text"], is_gone)
                verdict = is_gone ? "remove block" : "write block"
            } else {
                hits = edit_lines()
                verdict = is_gone ? "remove line" : hits ? "replace line" : "add line"
            }
            if (ENVIRON["answer"] == "text") printf "%s", result
            else if (result != whole) print verdict
        }' "$2"
}

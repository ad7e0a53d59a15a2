# Needs: output path write_file edit_line edit_block

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
    if [ "$gone" ] && [ ! -e "$path" ] && [ -x "${path%/*}/" ]; then return 0; fi
    follow_link || return 1
    [ ! -d "$target" ] || fail "a directory is at $path" || return 1
    inspect "$target" || return 1
    case $kind in
        8)
            find_edit || return 1
            [ -z "$verdict" ] || check_writable "$target" || return 1
            ;;
        '' | a)
            kind=''
            [ -z "$gone" ] || return 0
            check_folder "$target" || return 1
            verdict='add line'
            [ -z "$block" ] || verdict='write block'
            ;;
        *) fail "something that is not a file is at $path" || return 1 ;;
    esac
    [ "$verdict" ] || return 0
    would "$verdict" || return 0
    write_edited
}

# find_edit: what the edit does to the file; nothing when the file is as it is wanted.
# Sets: verdict
find_edit() {
    require_readable || return 1
    verdict=$(edit_file verdict "$target" 2>&1) || fail "cannot search $target${hidden:-: $verdict}" || return 1
    [ -z "$verdict" ] || show_old_text
}

# write_edited: moves the edited text into the file's place.
write_edited() {
    local verify='' want_uid='' want_gid='' want_bits='' body=print_edited sum=''
    [ -z "$kind" ] || check_nul || return 1
    # A text that cannot be printed has a sum that nothing has.
    sum=$({ print_edited || echo failed; } 2>/dev/null | sha256sum)
    sum=${sum%% *}
    write_file
}

# check_nul: fails when the file has NUL bytes and the machine's awk would lose them.
check_nul() {
    [ "$(tr -dc '\000' <"$target" | wc -c)" -eq 0 ] ||
        [ "$(printf 'a\000b\n' | awk '{ print length($0) }')" = 3 ] ||
        fail "$target has NUL bytes, which the awk of this machine cannot keep"
}

# print_edited: prints the edited text.
print_edited() { if [ "$kind" ]; then edit_file text "$target"; else edit_file text /dev/null; fi; }

# print_edit FILE: prints an edit for awk: the name of the block, each line that matches behind its number, the exit
# code of the search, and the text. Grep finds the lines: not every awk supports all of POSIX's patterns.
print_edit() {
    local code=0
    printf '%s\n' "$block"
    if [ "$match" ]; then
        awk '{ sub(/\r$/, "") } 1' <"$1" | grep -naE -f /proc/self/fd/9 9<<END || code=$?
$match
END
    fi
    printf 'code %s\n%s' "$code" "$text"
}

# edit_file verdict|text FILE: prints what the edit does to the file, or the text after it.
edit_file() {
    print_edit "$2" | answer=$1 gone=$gone pattern=${match:+1} awk "$edit_awk$block_awk"'
        function put(line) { if (prints) print line }
        function edit_next(line) { if (block == "") edit(line, number in hit); else edit_block(line) }
        function begin_file() {
            if (block == "") begin_edit(wanted[1], ENVIRON["pattern"] != "", is_gone)
            else begin_block(block, is_gone)
        }
        BEGIN {
            prints = ENVIRON["answer"] == "text"
            is_gone = ENVIRON["gone"] != ""
        }
        NR == 1 {
            block = $0 ""
            next
        }
        NR == FNR && !searched {
            if ($1 == "code") searched = 1
            else hit[$0 + 0] = ++hits
            failed = $1 == "code" && $2 > 1
            if (failed) exit
            next
        }
        NR == FNR {
            wanted[++wanted_lines] = $0 ""
            next
        }
        FNR == 1 { begin_file() }
        FNR > 1 { edit_next(line) }
        {
            line = $0 ""
            number = FNR
        }
        END {
            if (failed) exit 2
            if (!number) begin_file()
            else edit_next(with_return(line, number > 1 && has_returns))
            if (block == "") end_edit()
            else end_block()
            if (prints || !edited) exit
            if (block != "") print is_gone ? "remove block" : "write block"
            else print is_gone ? "remove line" : hits ? "replace line" : "add line"
        }' - "$2"
}

# Needs: output command work write_file

# run_verify: runs the author's command that checks the new file, as $runas.
run_verify() {
    local problem='' code='' obstacle='' cwd=/ mask='' variables='export LC_ALL=C; ' timed_out=''
    find_obstacle
    [ -z "$obstacle" ] || fail "$obstacle" || return 1
    name_new_file && make_work_folder || return 1
    within "${limit:-3600}" shell_text "$code" 6</dev/null >"$work/verified" 2>&1 && return 0
    [ -z "$timed_out" ] || fail "Verify did not end within ${limit:-3600} s" || return 1
    [ "$hidden" ] || problem=$(cat -- "$work/verified")
    fail "Verify refused the new file${problem:+: $problem}"
}

# name_new_file: the command with the path of the new file for each {path}. A path that a shell or a quote could read
# otherwise gets a link without such characters, so that it is right in any quotes.
# Sets: code
name_new_file() {
    local place="$new" rest="$verify" mark='{path}'
    case $new in
        *[!A-Za-z0-9_./@%+,:=-]*)
            make_work_folder || return 1
            place=$work/$(printf %s "${new##*/}" | tr -c 'A-Za-z0-9_.@%+,:=-' _)
            rm -f -- "$place"
            [ -z "$runas" ] || try chmod 711 "$work" || return 1
            try ln -s -- "$new" "$place" || return 1
            ;;
    esac
    code=''
    while case $rest in *"$mark"*) ;; *) false ;; esac do
        code=$code${rest%%"$mark"*}$place
        rest=${rest#*"$mark"}
    done
    code=$code$rest
}

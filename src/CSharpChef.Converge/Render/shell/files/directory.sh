# Needs: output path

# directory PATH [KEY=VALUE...]: ensures that a directory with these permissions exists.
directory() {
    local path="$1" want_bits='' owner='' group='' recursive='' option=''
    local kind='' bits='' uid='' gid='' names='' want_uid='' want_gid=''
    shift
    for option; do
        case $option in
            mode=*) want_bits=${option#*=} ;;
            owner=*) owner=${option#*=} ;;
            group=*) group=${option#*=} ;;
            recursive) recursive=1 ;;
        esac
    done
    if [ -L "$path" ] && [ -d "$path" ]; then inspect "$path/."; else inspect "$path"; fi || return 1
    find_owners || return 1
    case $kind in
        4) set_permissions "$path/." ;;
        '')
            if [ "$recursive" ]; then check_above "$path"; else check_folder "$path" add; fi || return 1
            if would 'create directory'; then make_directory; fi
            ;;
        *) fail "something that is not a directory is at $path" ;;
    esac
}

# make_directory: makes the directory with its permissions. Without a wanted mode it has what the folder gives to it.
make_directory() {
    if [ "$recursive" ]; then
        try mkdir -p -- "$path" || return 1
    else
        try mkdir -- "$path" || return 1
    fi
    did
    [ -z "$want_uid$want_gid" ] || change_owner "$want_uid" "$want_gid" "$path" || return 1
    [ -z "$want_bits" ] || try chmod "0$want_bits" "$path" || return 1
    relabel "$path"
}

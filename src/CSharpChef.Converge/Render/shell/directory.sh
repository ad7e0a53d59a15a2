# directory PATH [KEY=VALUE...]: a directory is there with these permissions.
directory() {
    path=$1
    shift
    wanted='' owner='' group='' recursive=''
    for wish; do
        case $wish in
            mode=*) wanted=${wish#*=} ;;
            owner=*) owner=${wish#*=} ;;
            group=*) group=${wish#*=} ;;
            recursive) recursive=1 ;;
        esac
    done
    if [ -L "$path" ] && [ -d "$path" ]; then look "$path/."; else look "$path"; fi
    owners || return 1
    case $kind in
        4) permissions "$path/." ;;
        '')
            [ "$recursive" ] || can_be_at "$path" || return 1
            if would 'create directory'; then make_directory; fi
            ;;
        *) fail "something that is no directory is at $path" ;;
    esac
}

make_directory() {
    if [ "$recursive" ]; then
        try mkdir -p -- "$path" || return 1
    else
        try mkdir -- "$path" || return 1
    fi
    [ -z "$want_uid$want_gid" ] || own_by "$want_uid" "$want_gid" "$path" || return 1
    try chmod "0${wanted:-0755}" "$path" && relabel "$path"
}

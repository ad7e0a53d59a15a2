# add_member USER GROUP, drop_member USER GROUP.
add_member() {
    if command -v usermod >/dev/null; then try usermod -aG "$2" -- "$1"; else try addgroup "$1" "$2"; fi
}

drop_member() {
    if command -v gpasswd >/dev/null; then try gpasswd -d "$1" "$2"; else try delgroup "$1" "$2"; fi
}

# group NAME [KEY=VALUE...]: a group with these properties.
group() {
    group=$1
    shift
    want_gid='' members='' exact='' system=''
    for wish; do
        case $wish in
            gid=*) want_gid=${wish#*=} ;;
            members=*) members=${wish#*=} ;;
            exact) exact=1 ;;
            system) system=1 ;;
        esac
    done
    account group "$group"
    if [ -z "$account" ]; then
        would 'create group' || return 0
        make_group || return 1
        account group "$group"
        quiet=1
    elif [ "$want_gid" ]; then
        field "$account" 3
        if [ "$field" != "$want_gid" ] && would "set gid $want_gid (was $field)"; then
            command -v groupmod >/dev/null || fail "this machine has no groupmod to change a group's number" || return 1
            try groupmod -g "$want_gid" -- "$group" || return 1
        fi
    fi
    members_are && quiet=''
}

make_group() {
    if command -v groupadd >/dev/null; then
        try groupadd ${system:+-r} ${want_gid:+-g "$want_gid"} -- "$group"
    else
        try addgroup ${system:+-S} ${want_gid:+-g "$want_gid"} "$group"
    fi
}

members_are() {
    now=",${account##*:},"
    for member in $members; do
        case $now in *",$member,"*) continue ;; esac
        would "add member $member" || continue
        add_member "$member" "$group" || return 1
    done
    [ "$exact" ] || return 0
    set -f
    IFS=,
    # shellcheck disable=SC2086
    set -- ${account##*:}
    unset IFS
    set +f
    for member; do
        case " $members " in *" $member "*) continue ;; esac
        would "remove member $member" || continue
        drop_member "$member" "$group" || return 1
    done
}

# no_group NAME: the group is gone.
no_group() {
    account group "$1"
    [ "$account" ] || return 0
    would 'remove group' || return 0
    if command -v groupdel >/dev/null; then try groupdel -- "$1"; else try delgroup "$1"; fi
}

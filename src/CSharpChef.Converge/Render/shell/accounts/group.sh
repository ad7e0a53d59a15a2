# Needs: output path account

# group NAME [KEY=VALUE...]: ensures that a group with these properties exists.
group() {
    local group="$1" want_gid='' members='' exact='' system='' option='' account='' field='' quiet=''
    local elsewhere=''
    shift
    for option; do
        case $option in
            gid=*) want_gid=${option#*=} ;;
            members=*) members=${option#*=} ;;
            exact) exact=1 ;;
            system) system=1 ;;
        esac
    done
    find_account group "$group" || return 1
    if [ -z "$account" ]; then
        require_free group group "$want_gid" && require_members '' || return 1
        would 'create group' || return 0
        make_group && did && find_account group "$group" || return 1
        quiet=1
    elif [ "$want_gid" ]; then
        read_field 3
        [ "$field" = "$want_gid" ] || require_free group group "$want_gid" || return 1
        if [ "$field" != "$want_gid" ] && would "set gid $want_gid (was $field)"; then
            command -v groupmod >/dev/null || fail "this machine has no groupmod to change a group's number" || return 1
            try groupmod -g "$want_gid" -- "$group" && did || return 1
        fi
    fi
    set_members
}

# make_group: makes the group.
make_group() {
    if command -v groupadd >/dev/null; then
        try groupadd ${system:+-r} ${want_gid:+-g "$want_gid"} -- "$group"
    else
        try addgroup ${system:+-S} ${want_gid:+-g "$want_gid"} "$group"
    fi
}

# require_members PRESENT: fails when a wanted member who is not present does not exist as a user.
require_members() {
    local member='' id=''
    for member in $members; do
        case ",$1," in *",$member,"*) continue ;; esac
        find_user_id "$member" || return 1
        [ "$id" ] || may_come || fail "user $member, a member of group $group, does not exist" || return 1
    done
}

# set_members: adds the wanted members, and removes others when the list is exact.
set_members() {
    local present="${account##*:}" member=''
    require_members "$present" || return 1
    for member in $members; do
        case ",$present," in *",$member,"*) continue ;; esac
        would "add member $member" || continue
        add_member "$member" "$group" || return 1
    done
    [ -z "$exact" ] || drop_others
}

# drop_others: removes the members that are not wanted.
drop_others() {
    local member='' IFS=,
    set -f
    # shellcheck disable=SC2086
    set -- $present
    IFS=' '
    set +f
    for member; do
        case " $members " in *" $member "*) continue ;; esac
        would "remove member $member" || continue
        drop_member "$member" "$group" || return 1
    done
}

# no_group NAME: ensures that a group does not exist.
no_group() {
    local account='' elsewhere='' field='' user=''
    find_account group "$1" || return 1
    [ "$account" ] || return 0
    require_here group group "$1" || return 1
    read_field 3
    user=$(awk -F: -v "gid=$field" '$4 == gid { print $1; exit }' /etc/passwd 2>&1) ||
        fail "cannot read /etc/passwd: $user" || return 1
    [ -z "$user" ] || may_come ||
        fail "group $1 is the primary group of user $user: remove the user or change its group before" || return 1
    would 'remove group' || return 0
    if command -v groupdel >/dev/null; then try groupdel -- "$1"; else try delgroup "$1"; fi
}

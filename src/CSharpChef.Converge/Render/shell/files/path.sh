# Needs: output cannot_write

# find_user_id NAME: the number of a user; empty when the user does not exist.
# Sets: id
find_user_id() {
    case $1 in
        root) id=0 ;;
        *[!0-9]*)
            id=$(id -u "$1" 2>&1) && return 0
            case $id in *'no such user' | *'unknown user '*) id='' ;; *) fail "cannot look up user $1: $id" ;; esac
            ;;
        *) id=$1 ;;
    esac
}

# find_group_id NAME: the number of a group; empty when the group does not exist.
# Sets: id
find_group_id() {
    local row='' code=0
    case $1 in
        root) id=0 ;;
        *[!0-9]*)
            id=$(awk -F: -v "name=$1" '$1 == name { print $3; exit }' /etc/group) && [ "$id" ] && return 0
            row=$(getent group "$1" 2>&1) || code=$?
            case $code in
                0)
                    row=${row#*:*:}
                    id=${row%%:*}
                    ;;
                2 | 127) id='' ;;
                *) fail "cannot look up group $1: $row" ;;
            esac
            ;;
        *) id=$1 ;;
    esac
}

# find_name passwd|group ID: the name of a user's or group's number; the number itself when it has no name.
# Sets: name
find_name() {
    name=$(awk -F: -v "id=$2" '$3 == id { print $1; exit }' "/etc/$1")
    [ "$name" ] || name=$(getent "$1" "$2" 2>/dev/null | awk -F: '{ print $1 }')
    [ "$name" ] || name=$2
}

# inspect PATH: the kind of what is at a path (the first hexadecimal digit of its mode: 8 a file, 4 a directory, a a
# link; empty when nothing is there), its octal mode, its owner and group, and how many names it has. Fails when the
# machine cannot say it.
# Sets: kind bits uid gid names
inspect() {
    local row=''
    kind='' bits='' uid='' gid='' names=''
    row=$(stat -c '%f %u %g %h' -- "$1" 2>&1) || {
        case $row in *': No such file or directory' | *': Not a directory') return 0 ;; esac
        fail "cannot inspect $1: ${row##*: }"
        return 1
    }
    # shellcheck disable=SC2086
    set -- $row
    uid=$2 gid=$3 names=$4 kind=${1%"${1#?}"} bits=$((0x$1))
    bits=$((bits >> 9 & 7))$((bits >> 6 & 7))$((bits >> 3 & 7))$((bits & 7))
}

# follow_link: where the link at $path leads, as $target. Fails when nothing is there, or when it cannot be reached.
# Sets: target
follow_link() {
    local place=''
    [ -L "$path" ] || return 0
    if [ -e "$path" ]; then
        place=$(readlink -f -- "$path" 2>&1) || fail "cannot follow the link $path: $place" || return 1
        target=$place
    elif ! may_come; then
        place=$(readlink -- "$path")
        place="$place, which does not exist or cannot be reached"
        fail "$path is a link to $place: create that file before, or remove the link"
    fi
}

# require_readable: fails when the target may not be read.
require_readable() { [ -r "$target" ] || fail "cannot read $target: Permission denied"; }

# find_owners: the numbers of the wanted $owner and $group.
# Sets: want_uid want_gid
find_owners() {
    local id=''
    want_uid='' want_gid=''
    if [ "$owner" ]; then
        find_user_id "$owner" || return 1
        want_uid=$id
        [ "$id" ] || may_come || fail "user $owner does not exist" || return 1
    fi
    if [ "$group" ]; then
        find_group_id "$group" || return 1
        want_gid=$id
        [ "$id" ] || may_come || fail "group $group does not exist" || return 1
    fi
}

# set_permissions PATH: sets owner, group and mode where they differ from what inspect found. The mode comes last,
# since a change of owner clears some of its bits.
set_permissions() {
    local name='' new_bits="$want_bits" moved='' allowed=1
    if [ "$owner" ] && [ "$uid" != "$want_uid" ]; then
        find_name passwd "$uid"
        check_unlocked "$1" || return 1
        if would "set owner $owner (was $name)"; then moved=1; try chown -h "$want_uid" "$1" && did || return 1; fi
    fi
    if [ "$group" ] && [ "$gid" != "$want_gid" ]; then
        find_name group "$gid"
        check_unlocked "$1" || return 1
        if would "set group $group (was $name)"; then moved=1; try chown -h ":$want_gid" "$1" && did || return 1; fi
    fi
    if [ "$want_bits" ] && [ "$bits" != "$want_bits" ]; then
        check_unlocked "$1" || return 1
        would "set mode $want_bits (was $bits)" || allowed=''
    elif [ "$moved" ]; then
        new_bits=$bits
    else
        return 0
    fi
    [ -z "$allowed" ] || try chmod "0$new_bits" "$1"
}

# change_owner UID GID PATH: one of both may be empty.
change_owner() { try chown "$1${2:+:$2}" "$3"; }

# check_folder PATH [add]: fails when nothing can be made at a path: its folder does not exist, or may not be written.
check_folder() {
    local folder="${1%/*}"
    if [ -d "${folder:-/}" ]; then check_writable "$@"; return; fi
    check_above "$1" && { may_come || fail "the folder $folder does not exist: declare Directory(\"$folder\") before"; }
}

# check_above PATH: fails when no folder can be made for a path: what exists of it is not a directory, or may not be
# written.
check_above() {
    local missing="$1" above="${1%/*}"
    while [ "$above" ] && [ ! -e "$above" ] && [ ! -L "$above" ]; do missing=$above above=${above%/*}; done
    if [ -d "${above:-/}" ]; then
        check_writable "$missing" add
    else
        may_come || fail "$above is not a directory, so nothing can be made below it"
    fi
}

# relabel PATH: sets the SELinux context that the policy has for a path.
relabel() { [ ! -e /sys/fs/selinux/enforce ] || restorecon "$1" 2>/dev/null || :; }

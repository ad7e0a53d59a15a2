# user_id NAME: its number in $id; empty where there is no such user.
user_id() {
    case $1 in
        root) id=0 ;;
        *[!0-9]*) id=$(id -u "$1" 2>/dev/null) || id='' ;;
        *) id=$1 ;;
    esac
}

# group_id NAME: likewise for a group.
group_id() {
    case $1 in
        root) id=0 ;;
        *[!0-9]*)
            id=$(awk -F: -v "name=$1" '$1 == name { print $3; exit }' /etc/group)
            [ "$id" ] || id=$(getent group "$1" 2>/dev/null | awk -F: '{ print $3 }')
            ;;
        *) id=$1 ;;
    esac
}

# name_of passwd|group ID: the name of a number, in $name.
name_of() {
    name=$(awk -F: -v "id=$2" '$3 == id { print $1; exit }' "/etc/$1")
    [ "$name" ] || name=$(getent "$1" "$2" 2>/dev/null | awk -F: '{ print $1 }')
    [ "$name" ] || name=$2
}

# look PATH: kind, mode, uid, gid and number of names of what is there, in $kind (empty: nothing), $bits, $uid, $gid and $names.
look() {
    row=$(stat -c '%f %u %g %h' -- "$1" 2>/dev/null) || row=''
    kind='' bits='' uid='' gid='' names=''
    [ "$row" ] || return 0
    # shellcheck disable=SC2086
    set -- $row
    uid=$2 gid=$3 names=$4 kind=${1%"${1#?}"} bits=$((0x$1))
    bits=$((bits >> 9 & 7))$((bits >> 6 & 7))$((bits >> 3 & 7))$((bits & 7))
}

# owners: the numbers of the wanted $owner and $group, in $want_uid and $want_gid.
owners() {
    want_uid='' want_gid=''
    if [ "$owner" ]; then
        user_id "$owner"
        want_uid=$id
        [ "$id" ] || [ "$mode" = plan ] || fail "there is no user $owner" || return 1
    fi
    if [ "$group" ]; then
        group_id "$group"
        want_gid=$id
        [ "$id" ] || [ "$mode" = plan ] || fail "there is no group $group" || return 1
    fi
}

# permissions PATH: makes mode, owner and group as wanted where they differ from what look saw; chmod last, since chown clears bits.
permissions() {
    may=1 moved=''
    if [ "$owner" ] && [ "$uid" != "$want_uid" ]; then
        name_of passwd "$uid"
        if would "set owner $owner (was $name)"; then moved=1; try chown -h "$want_uid" "$1" || return 1; fi
    fi
    if [ "$group" ] && [ "$gid" != "$want_gid" ]; then
        name_of group "$gid"
        if would "set group $group (was $name)"; then moved=1; try chown -h ":$want_gid" "$1" || return 1; fi
    fi
    if [ "$wanted" ] && [ "$bits" != "$wanted" ]; then
        would "set mode $wanted (was $bits)" || may=''
    elif [ "$moved" ]; then
        wanted=$bits
    else
        return 0
    fi
    [ -z "$may" ] || try chmod "0$wanted" "$1"
}

# own_by UID GID PATH: either may be empty.
own_by() { try chown "$1${2:+:$2}" "$3"; }

# can_be_at PATH: true when the folder it shall be in is there; a plan cannot know what earlier actions make.
can_be_at() {
    folder=${1%/*}
    [ "$mode" = plan ] || [ -d "${folder:-/}" ] || fail "the folder ${folder:-/} does not exist: declare Directory(\"$folder\") before"
}

# relabel PATH: its SELinux context as the policy wants it.
relabel() { [ ! -e /sys/fs/selinux/enforce ] || restorecon "$1" 2>/dev/null || :; }

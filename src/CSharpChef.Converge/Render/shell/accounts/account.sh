# Needs: output path

# find_account passwd|group NAME: the line of a user or group; empty when it does not exist, and whether it comes from
# elsewhere than /etc/passwd or /etc/group. Fails when the machine cannot say it.
# Sets: account elsewhere
find_account() {
    local code=0
    elsewhere='' account=$(name=$2 awk -F: '$1 == ENVIRON["name"] { print; exit }' "/etc/$1" 2>&1) ||
        fail "cannot read /etc/$1: $account" || return 1
    [ -z "$account" ] || return 0
    # getent would take a name of digits as the number of another account.
    case $2 in *[!0-9]*) command -v getent >/dev/null || return 0 ;; *) return 0 ;; esac
    account=$(getent "$1" "$2" 2>&1) || code=$?
    case $code in
        0) elsewhere=1 ;;
        2) account='' ;;
        *) fail "getent $1 $2 ended with exit code $code: $account" || return 1 ;;
    esac
}

# is_only_in_files passwd|group: whether the machine looks for users or groups in its own files alone.
is_only_in_files() {
    local key='' sources='' source=''
    while read -r key sources; do
        [ "$key" = "$1:" ] || continue
        set -f
        for source in ${sources%%#*}; do
            case $source in files | compat | systemd | \[*) ;; *) set +f && return 1 ;; esac
        done
        set +f
    done </etc/nsswitch.conf
    return 0
} 2>/dev/null

# require_here passwd|group WORD NAME: fails when an account to remove is not one of the machine's own.
require_here() {
    [ -z "$elsewhere" ] ||
        fail "$2 $3 is not in /etc/$1, but comes from another source in /etc/nsswitch.conf: remove it there"
}

# read_field NUMBER: one field of $account; empty when the account does not exist. Some shells end when they
# cannot shift so much.
# Sets: field
read_field() {
    local at="$1" IFS=:
    set -f
    # shellcheck disable=SC2086
    set -- $account
    set +f
    field=''
    [ "$#" -ge "$at" ] || return 0
    shift $((at - 1))
    field=$1
}

# require_free passwd|group WORD NUMBER: fails when another user or group has the number.
require_free() {
    local name=''
    [ "$3" ] || return 0
    find_name "$1" "$3"
    [ "$name" = "$3" ] || may_come || fail "$2 $name has number $3 already"
}

# add_member USER GROUP: adds a user to a group.
add_member() {
    if command -v usermod >/dev/null; then try usermod -aG "$2" -- "$1"; else try addgroup "$1" "$2"; fi
}

# drop_member USER GROUP: removes a user from a group.
drop_member() {
    if command -v gpasswd >/dev/null; then try gpasswd -d "$1" "$2"; else try delgroup "$1" "$2"; fi
}

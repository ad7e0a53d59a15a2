# Needs: output path

# find_account passwd|group NAME: the line of a user or group; empty when it does not exist.
# Sets: account
find_account() {
    account=$(awk -F: -v "name=$2" '$1 == name { print; exit }' "/etc/$1")
    [ "$account" ] || account=$(getent "$1" "$2" 2>/dev/null) || account=''
}

# read_field NUMBER: one field of $account.
# Sets: field
read_field() {
    local at="$1" IFS=:
    set -f
    # shellcheck disable=SC2086
    set -- $account
    shift $((at - 1))
    field=${1-}
    set +f
}

# add_member USER GROUP: adds a user to a group.
add_member() {
    if command -v usermod >/dev/null; then try usermod -aG "$2" -- "$1"; else try addgroup "$1" "$2"; fi
}

# drop_member USER GROUP: removes a user from a group.
drop_member() {
    if command -v gpasswd >/dev/null; then try gpasswd -d "$1" "$2"; else try delgroup "$1" "$2"; fi
}

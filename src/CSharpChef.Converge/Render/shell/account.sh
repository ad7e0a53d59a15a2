# account passwd|group NAME: its line, in $account.
account() {
    account=$(awk -F: -v "name=$2" '$1 == name { print; exit }' "/etc/$1")
    [ "$account" ] || account=$(getent "$1" "$2" 2>/dev/null) || account=''
}

# field LINE NUMBER: in $field.
field() {
    set -f
    IFS=:
    at=$2
    # shellcheck disable=SC2086
    set -- $1
    shift $((at - 1))
    field=${1-}
    unset IFS
    set +f
}

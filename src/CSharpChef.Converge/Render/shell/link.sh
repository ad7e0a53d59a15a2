# link PATH TO: a symbolic link is there.
link() {
    was=''
    if [ -L "$1" ]; then
        was=$(readlink -- "$1")
        [ "$was" != "$2" ] || return 0
        would "replace link (was $was)" || return 0
    else
        [ ! -d "$1" ] || fail "a directory is at $1" || return 1
        can_be_at "$1" || return 1
        would "link to $2" || return 0
    fi
    place_link "$1" -s -- "$2"
}

# hard_link PATH TO: both are names of one file.
hard_link() {
    [ ! -d "$1" ] || fail "a directory is at $1" || return 1
    there=$(stat -c %d:%i -- "$2" 2>/dev/null) || there=''
    [ "$there" ] || [ "$mode" = plan ] || fail "$2 does not exist" || return 1
    if [ "$there" ] && [ "$(stat -c %d:%i -- "$1" 2>/dev/null)" = "$there" ]; then return 0; fi
    can_be_at "$1" || return 1
    would "link to $2" || return 0
    place_link "$1" -- "$2"
}

# place_link PATH ARGUMENT...: makes the link aside and moves it to its place.
place_link() {
    path=$1 new=${1%/*}/.csharpchef.new
    shift
    rm -f -- "$new"
    if ! { try ln "$@" "$new" && try mv -fT -- "$new" "$path"; }; then
        rm -f -- "$new"
        return 1
    fi
}

# Needs: output path

# link PATH TO: ensures that a symbolic link exists.
link() {
    local was=''
    if [ -L "$1" ]; then
        was=$(readlink -- "$1")
        [ "$was" != "$2" ] || return 0
        check_writable "$1" || return 1
        would "replace link (was $was)" || return 0
    else
        [ ! -d "$1" ] || fail "a directory is at $1" || return 1
        check_folder "$1" || return 1
        would "link to $2" || return 0
    fi
    place_link "$1" -s -- "$2"
}

# hard_link PATH TO: ensures that both are names of one file.
hard_link() {
    local file=''
    [ ! -d "$1" ] || fail "a directory is at $1" || return 1
    file=$(stat -c %d:%i -- "$2" 2>/dev/null) || file=''
    [ "$file" ] || may_come || fail "$2 does not exist" || return 1
    if [ "$file" ] && [ "$(stat -c %d:%i -- "$1" 2>/dev/null)" = "$file" ]; then return 0; fi
    check_folder "$1" || return 1
    would "link to $2" || return 0
    place_link "$1" -- "$2"
}

# place_link PATH ARGUMENT...: makes the link beside its place and moves it there.
place_link() {
    local path="$1" new="${1%/*}/.csharpchef.new"
    shift
    rm -rf -- "$new"
    if ! { try ln "$@" "$new" && try mv -fT -- "$new" "$path"; }; then
        rm -f -- "$new"
        return 1
    fi
}

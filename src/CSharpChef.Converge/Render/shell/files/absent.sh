# Needs: output path

# absent PATH file|link|directory [recursive]: ensures that nothing of this kind is at the path.
absent() {
    local found='file' kind='' bits='' uid='' gid='' names=''
    if [ -L "$1" ]; then
        found='link'
    elif [ -d "$1" ]; then
        found='directory'
    elif [ ! -e "$1" ]; then
        [ -x "${1%/*}/" ] || inspect "$1"
        return
    fi
    case $2,$found in
        file,directory | link,directory) fail "a directory is at $1" || return 1 ;;
        link,file) fail "a file that is not a link is at $1" || return 1 ;;
        directory,file | directory,link) fail "something that is not a directory is at $1" || return 1 ;;
    esac
    if [ "$2,${3-}" = directory, ] && [ "$(ls -A -- "$1")" ]; then
        may_come || fail "$1 is not empty: set Recursive to remove what is in it" || return 1
    fi
    check_writable "$1" || return 1
    would remove || return 0
    case $2,${3-} in
        directory,recursive) try rm -rf -- "$1" ;;
        directory,) try rmdir -- "$1" ;;
        *) try rm -f -- "$1" ;;
    esac
}

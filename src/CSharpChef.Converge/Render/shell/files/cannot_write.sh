# Needs: output

# cannot_write PROBLEM: fails, with the problem and with what stands in the way on the target's file system.
cannot_write() {
    local folder="${target%/*}/" point='' place='' problem="${1-}"
    point=$(df -P -- "$folder" | awk 'NR == 2 { for (i = 1; i < 6; i++) sub(/^[^ ]+ +/, ""); print }')
    if awk -v "point=$point" '$2 == point { options = $4 } END { exit options !~ /^ro(,|$)/ }' /proc/mounts; then
        place="the file system at $point is read-only"
    elif [ "$(df -P -- "$folder" | awk 'NR == 2 { print $4 }')" = 0 ]; then
        place="the file system at $point is full"
    elif [ "$(df -iP -- "$folder" | awk 'NR == 2 && $2 > 0 { print $4 }')" = 0 ]; then
        place="the file system at $point has no inode left"
    else
        find_locked_path
    fi 2>/dev/null
    fail "cannot write $target${problem:+: $problem}${place:+ ($place)}"
}

# find_locked_path: whether an attribute of the target or its folder forbids to change it.
# Sets: place
find_locked_path() {
    local beside="${folder%/}"
    find_lock "$target"
    [ "$place" ] || find_lock "${beside:-/}"
}

# find_lock PATH: which attribute of a file or directory forbids to change it.
# Sets: place
find_lock() {
    local attributes=''
    attributes=$(lsattr -d -- "$1" 2>/dev/null) || return 0
    case ${attributes%% *} in
        *i*) place="$1 is immutable: chattr -i $1" ;;
        *a*) place="$1 is append-only: chattr -a $1" ;;
    esac
}

# check_writable PATH [add]: in a plan, fails when nothing can be written beside a path, as on a read-only file system,
# or when an attribute forbids it. An append-only folder takes what is only added to it.
check_writable() {
    local target="$1" folder="${1%/*}" place=''
    [ "$mode" != converge ] || return 0
    if [ -w "${folder:-/}" ]; then
        find_locked_path
        case $place,${2-} in ,* | *' is append-only: '*,add) return 0 ;; esac
        may_come || cannot_write
    else
        may_come || cannot_write 'its folder may not be written'
    fi
}

# check_unlocked PATH [add]: fails when an attribute forbids to change what is at a path. What is append-only takes new
# times.
check_unlocked() {
    local place=''
    find_lock "${1%/.}"
    case $place,${2-} in ,* | *' is append-only: '*,add) return 0 ;; esac
    may_come || fail "cannot change ${1%/.} ($place)"
}

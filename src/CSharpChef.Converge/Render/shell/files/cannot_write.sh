# Needs: output

# cannot_write PROBLEM: fails, with the problem and with what stands in the way on the target's file system.
cannot_write() {
    local folder="${target%/*}/" point='' place='' problem="$1"
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
    local locked='' attributes=''
    for locked in "$target" "${folder%/}"; do
        attributes=$(lsattr -d -- "${locked:-/}" 2>/dev/null) || continue
        case ${attributes%% *} in
            *i*) place="${locked:-/} is immutable: chattr -i ${locked:-/}" ;;
            *a*) place="${locked:-/} is append-only: chattr -a ${locked:-/}" ;;
            *) continue ;;
        esac
        return 0
    done
}

# check_writable PATH: in a plan, fails when nothing can be written beside a path, as on a read-only file system.
check_writable() {
    local target="$1" folder="${1%/*}"
    [ "$mode" = converge ] || [ -w "${folder:-/}" ] || may_come || cannot_write 'its folder may not be written'
}

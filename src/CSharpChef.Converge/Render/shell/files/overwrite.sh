# Needs: output write_file

# overwrite: writes the new content over a file that other names or a mount share. Beside it is a copy of the old
# content until all is written.
overwrite() {
    local spare="${target%/*}/.csharpchef.old" problem=''
    if ! { [ -f "$spare" ] && [ ! -L "$spare" ] && [ -O "$spare" ]; }; then
        rm -f -- "$spare"
        problem=$({ set -C; umask 077; cat -- "$target" >"$spare"; } 2>&1) ||
            cannot_write "$problem" || { rm -f -- "$spare"; return 1; }
        flush "$spare" || { rm -f -- "$spare"; return 1; }
    fi
    change_permissions "$target" || { rm -f -- "$spare"; return 1; }
    if problem=$({ cat -- "$new" >"$target"; } 2>&1) && flush "$target"; then
        rm -f -- "$new" "$spare"
        return 0
    fi
    cannot_write "$problem"
    rm -f -- "$new"
    if cat -- "$spare" >"$target"; then
        rm -f -- "$spare"
    else
        did
        say note "what $target was is in $spare"
    fi 2>/dev/null
    return 1
}

# is_mount_point: whether something is mounted on the target itself.
is_mount_point() {
    local point=''
    while read -r _ _ _ _ point _; do
        case $point in *\\*) point=$(printf %b "$point") ;; esac
        [ "$point" != "$target" ] || return 0
    done </proc/self/mountinfo
    return 1
} 2>/dev/null

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

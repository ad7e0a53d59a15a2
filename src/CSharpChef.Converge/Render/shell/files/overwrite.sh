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

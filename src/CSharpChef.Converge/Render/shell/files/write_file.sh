# Needs: output path receive overwrite

# The content that this run wrote last, by its checksum, and where it is.
received_sum='' received_at=''
# Set when cp cannot copy attributes alone.
simple_cp=''

# show_old_text: shows the content of the file as it was, when it is small enough to compare.
show_old_text() {
    [ -z "$hidden" ] && [ "$old" ] || return 0
    [ "$(wc -c <"$target")" -le 65536 ] || return 0
    say old "$number" "$old"
    show <"$target"
}

# write_file: writes the wanted content to a new file, flushes it to the disk, and moves it into the target's place. A
# file that Verify checks has its own name, in a folder beside the target: programs judge a file by its name.
# Sets: received_sum received_at units_changed
write_file() {
    local beside="${target%/*}/.csharpchef.new" new=''
    new=$beside
    [ -z "$verify" ] || new=$beside/${target##*/}
    rm -rf -- "$beside"
    if ! { write_new && verify_checksum && apply_attributes && { [ -z "$verify" ] || run_verify; } && flush "$new" &&
        move_into_place; }; then
        rm -rf -- "$beside"
        return 1
    fi
    did
    [ -z "$verify" ] || rm -rf -- "$beside"
    relabel "$target"
    received_sum=$sum received_at=$target
    case $target in
        /etc/systemd/system/* | /lib/systemd/system/* | /usr/lib/systemd/system/*) units_changed=1 ;;
    esac
}

# write_new: writes the content to the new file.
write_new() {
    local problem=''
    [ -z "$verify" ] || problem=$({ umask 066; mkdir -- "$beside"; } 2>&1) || cannot_write "$problem" || return 1
    problem=$({ set -C; trap '' PIPE; umask 077; if [ "$body" ]; then "$body"; fi >"$new"; } 2>&1) ||
        cannot_write "$problem"
}

# verify_checksum: fails when the new file does not have the wanted content.
verify_checksum() {
    [ -z "$sum" ] || [ "$(sha256sum <"$new")" = "$sum  -" ] || fail "the content of $target did not arrive whole"
}

# apply_attributes: gives the new file the attributes of the old one, with its access list, and the wanted permissions.
apply_attributes() {
    if [ -z "$names" ]; then
        [ -z "$want_uid$want_gid" ] || change_owner "$want_uid" "$want_gid" "$new" || return 1
        try chmod "0${want_bits:-0644}" "$new"
    elif copy_attributes; then
        change_permissions "$new"
    else
        change_owner "${want_uid:-$uid}" "${want_gid:-$gid}" "$new" && copy_access_list &&
            try chmod "0${want_bits:-$bits}" "$new"
    fi
}

# copy_attributes: copies all attributes of the old file, where cp can. A user other than root could lose the owner by
# it.
# Sets: simple_cp
copy_attributes() {
    [ -z "$simple_cp" ] && { [ -w /var/lib ] || [ -O "$target" ]; } || return 1
    cp --attributes-only --preserve=all --no-preserve=timestamps -- "$target" "$new" 2>/dev/null && return 0
    simple_cp=1
    return 1
}

# copy_access_list: copies the access list of the old file, when it has one besides its mode.
copy_access_list() {
    local problem=''
    command -v getfacl >/dev/null && command -v setfacl >/dev/null || return 0
    problem=$(getfacl -cps -- "$target" 2>&1) || fail "cannot read the access list of $target: $problem" || return 1
    [ "$problem" ] || return 0
    problem=$(getfacl -cp -- "$target" 2>/dev/null | setfacl --set-file=- -- "$new" 2>&1) ||
        fail "cannot keep the access list of $target: $problem"
}

# change_permissions PATH: sets the wanted owner, group and mode of a file that has the old ones.
change_permissions() {
    if [ "${want_uid:-$uid}:${want_gid:-$gid}" != "$uid:$gid" ]; then
        change_owner "${want_uid:-$uid}" "${want_gid:-$gid}" "$1" && try chmod "0${want_bits:-$bits}" "$1"
    elif [ "${want_bits:-$bits}" != "$bits" ]; then
        try chmod "0$want_bits" "$1"
    fi
}

# flush PATH: flushes a file to the disk. Where sync takes no file, one sync at the end of the run flushes all.
# Sets: unsynced
flush() {
    local problem=''
    [ -z "$unsynced" ] || return 0
    problem=$(sync -d -- "$1" 2>&1) && return 0
    if sync -d -- / 2>/dev/null; then cannot_write "$problem"; return 1; fi
    unsynced=1
}

# move_into_place: renames the new file to the target, where that keeps other names of the target. Busybox does not
# replace a link to a directory by a file.
move_into_place() {
    local problem=''
    if [ "${names:-1}" -gt 1 ]; then
        overwrite
    elif ! problem=$(mv -fT -- "$new" "$target" 2>&1); then
        if [ -L "$target" ] && [ -d "$target" ]; then
            try rm -f -- "$target" && try mv -fT -- "$new" "$target"
        elif is_mount_point; then
            overwrite
        else
            cannot_write "$problem"
        fi
    fi
}

# file PATH [KEY=VALUE...]: a file is there with this content and these permissions.
file() {
    path=$1
    shift
    wanted='' owner='' group='' sum='' body='' old='' verify='' backup=0 once='' follow=1
    for wish; do
        case $wish in
            mode=*) wanted=${wish#*=} ;;
            owner=*) owner=${wish#*=} ;;
            group=*) group=${wish#*=} ;;
            sum=*) sum=${wish#*=} ;;
            body=*) body=${wish#*=} ;;
            old=*) old=${wish#*=} ;;
            verify=*) verify=${wish#*=} ;;
            backup=*) backup=${wish#*=} ;;
            once) once=1 ;;
            nofollow) follow='' ;;
        esac
    done
    if [ "$once" ] && { [ -e "$path" ] || [ -L "$path" ]; }; then return 0; fi
    target=$path
    if [ "$follow" ] && [ -L "$path" ]; then
        target=$(readlink -f -- "$path") || fail "the link at $path leads nowhere" || return 1
    fi
    look "$target"
    case $kind in
        4) fail "a directory is at $path" || return 1 ;;
        [!8a]) fail "something that is no file is at $path" || return 1 ;;
        a) uid='' gid='' bits='' names='' ;;
    esac
    owners || return 1
    if [ "$kind" != 8 ]; then
        can_be_at "$target" || return 1
        if would 'create file'; then write_file; fi
    elif [ "$sum" ] && [ "$(sha256sum <"$target")" != "$sum  -" ]; then
        old_text
        if would 'write content'; then keep_old && write_file || return 1; fi
        report_permissions
    else
        permissions "$target"
    fi
}

# old_text: shows what the file was, when it is small enough to compare.
old_text() {
    [ -z "$hidden" ] && [ "$old" ] || return 0
    [ "$(wc -c <"$target")" -le 65536 ] || return 0
    say old "$number" "$old"
    show <"$target"
}

# keep_old: copies the file to the backups, and forgets all but the newest. Two of one second are two.
keep_old() {
    [ "$backup" -gt 0 ] || return 0
    store=$state/backup$target
    (umask 077 && mkdir -p "${store%/*}") || fail "cannot make ${store%/*}" || return 1
    while copy=$store.$(date -u +%Y%m%dT%H%M%SZ) && [ -e "$copy" ]; do sleep 1; done
    (umask 077 && try cp -- "$target" "$copy") || { rm -f -- "$copy"; return 1; }
    # shellcheck disable=SC2012
    ls -1r -- "$store".????????T??????Z | tail -n +$((backup + 1)) | while IFS= read -r gone; do rm -f -- "$gone"; done
}

# write_file: the wanted content, whole, on the disk and with its permissions, takes the target's place.
write_file() {
    new=${target%/*}/.csharpchef.new
    rm -f -- "$new"
    if ! { written && arrived && verified && dressed && flushed "$new" && placed; }; then
        rm -f -- "$new"
        return 1
    fi
    relabel "$target"
    received_sum=$sum received_at=$target
    case $target in /etc/systemd/system/* | /lib/systemd/system/* | /usr/lib/systemd/system/*) units_changed=1 ;; esac
}

written() {
    problem=$({ set -C; trap '' PIPE; umask 077; if [ "$body" ]; then "$body"; fi >"$new"; } 2>&1) || cannot_write
}

arrived() { [ -z "$sum" ] || [ "$(sha256sum <"$new")" = "$sum  -" ] || fail "the content of $target did not arrive whole"; }

verified() {
    [ "$verify" ] || return 0
    if [ -z "$hidden" ]; then
        problem=$(sh -c "$verify" verify "$new" 2>&1 3>&- 4<&- 7>&-) || fail "Verify refused the new file: $problem"
        return
    fi
    sh -c "$from_nine" verify "$new" >/dev/null 2>&1 3>&- 4<&- 7>&- 9<<END || fail 'Verify refused the new file'
$verify
END
}

# dressed: the new file looks like the old one, down to access lists and extended attributes, but for what is wanted otherwise.
dressed() {
    if [ -z "$names" ]; then
        [ -z "$want_uid$want_gid" ] || own_by "$want_uid" "$want_gid" "$new" || return 1
        try chmod "0${wanted:-0644}" "$new"
    elif alike; then
        wear "$new"
    else
        own_by "${want_uid:-$uid}" "${want_gid:-$gid}" "$new" && access_list && try chmod "0${wanted:-$bits}" "$new"
    fi
}

# alike: copies all attributes of the old file, where cp knows how. Who is not root could lose an owner by it.
alike() {
    [ -z "$simple_cp" ] && { [ -w /var/lib ] || [ -O "$target" ]; } || return 1
    cp --attributes-only --preserve=all --no-preserve=timestamps -- "$target" "$new" 2>/dev/null && return 0
    simple_cp=1
    return 1
}

# access_list: copies the old file's list, if it has one beyond its mode.
access_list() {
    command -v getfacl >/dev/null && command -v setfacl >/dev/null || return 0
    [ "$(getfacl -cps -- "$target" 2>/dev/null)" ] || return 0
    problem=$(getfacl -cp -- "$target" 2>/dev/null | setfacl --set-file=- -- "$new" 2>&1) || fail "cannot keep the access list of $target: $problem"
}

# wear PATH: the wanted owner, group and mode, on a file that has the old ones.
wear() {
    if [ "${want_uid:-$uid}:${want_gid:-$gid}" != "$uid:$gid" ]; then
        own_by "${want_uid:-$uid}" "${want_gid:-$gid}" "$1" && try chmod "0${wanted:-$bits}" "$1"
    elif [ "${wanted:-$bits}" != "$bits" ]; then
        try chmod "0$wanted" "$1"
    fi
}

# flushed PATH: its content is on the disk. Where sync takes no file, one sync at the end of the run is for all.
flushed() {
    [ -z "$unsynced" ] || return 0
    problem=$(sync -d -- "$1" 2>&1) && return 0
    if sync -d -- / 2>/dev/null; then cannot_write; return 1; fi
    unsynced=1
}

placed() {
    if [ "${names:-1}" -gt 1 ]; then
        in_place
    elif ! problem=$(mv -f -- "$new" "$target" 2>&1); then
        if mounted; then in_place; else cannot_write; fi
    fi
}

# in_place: writes over a file that other names or a mount share. What it was stays beside until it is whole.
in_place() {
    spare=${target%/*}/.csharpchef.old
    if ! { [ -f "$spare" ] && [ ! -L "$spare" ] && [ -O "$spare" ]; }; then
        rm -f -- "$spare"
        problem=$({ set -C; umask 077; cat -- "$target" >"$spare"; } 2>&1) || cannot_write || { rm -f -- "$spare"; return 1; }
        flushed "$spare" || { rm -f -- "$spare"; return 1; }
    fi
    wear "$target" || { rm -f -- "$spare"; return 1; }
    if problem=$({ cat -- "$new" >"$target"; } 2>&1) && flushed "$target"; then
        rm -f -- "$new" "$spare"
        return 0
    fi
    cannot_write
    rm -f -- "$new"
    if cat -- "$spare" >"$target"; then rm -f -- "$spare"; else say note "what $target was is in $spare"; fi 2>/dev/null
    return 1
}

# mounted: something is mounted right on the target.
mounted() {
    while read -r _ _ _ _ point _; do
        case $point in *\\*) point=$(printf %b "$point") ;; esac
        [ "$point" != "$target" ] || return 0
    done </proc/self/mountinfo
    return 1
} 2>/dev/null

# cannot_write: fails for $problem, and for what the target's file system tells of itself.
cannot_write() {
    folder=${target%/*}/
    point=$(df -P -- "$folder" | awk 'NR == 2 { for (i = 1; i < 6; i++) sub(/^[^ ]+ +/, ""); print }')
    if awk -v "point=$point" '$2 == point { options = $4 } END { exit options !~ /^ro(,|$)/ }' /proc/mounts; then
        place="the file system at $point is read-only"
    elif [ "$(df -P -- "$folder" | awk 'NR == 2 { print $4 }')" = 0 ]; then
        place="the file system at $point is full"
    elif [ "$(df -iP -- "$folder" | awk 'NR == 2 && $2 > 0 { print $4 }')" = 0 ]; then
        place="the file system at $point has no inode left"
    else
        place="on the file system at $point"
    fi 2>/dev/null
    fail "cannot write $target${problem:+: $problem} ($place)"
}

# report_permissions: tells what the rewrite changed besides the content.
report_permissions() {
    [ -z "$owner" ] || [ "$uid" = "$want_uid" ] || { name_of passwd "$uid"; would "set owner $owner (was $name)"; }
    [ -z "$group" ] || [ "$gid" = "$want_gid" ] || { name_of group "$gid"; would "set group $group (was $name)"; }
    [ -z "$wanted" ] || [ "$bits" = "$wanted" ] || would "set mode $wanted (was $bits)"
    return 0
}

# receive SUM SIZE: content by its checksum: from a file this run wrote before, or over the connection.
receive() {
    if [ "$received_sum" = "$1" ] && [ -f "$received_at" ]; then cat -- "$received_at"; return; fi
    say need "$1" "$new"
    # On a full disk tee still takes what comes, so that the connection is not left in the middle of it.
    head -c "$2" <&4 3>&- 5>&- 7>&- | tee /dev/null 3>&- 4<&- 5>&- 7>&- &
    receiver=$! code=0
    printf '%s\n' "$receiver" >|"$state/receiver" 2>/dev/null
    wait "$receiver" || code=$?
    case $code in 0 | 129 | 1[3-9]?) ;; *) return 1 ;; esac
    # The link broke: the controller comes back on another one, ends the receiver and writes on where it stopped.
    tries=0
    while [ "$(wc -c <"$new")" -lt "$2" ] && worth_waiting; do
        tries=$((tries + 1))
        sleep 1
    done
}

# worth_waiting: for 5 minutes, for half of one when another run wants the machine, and not once this one is cancelled.
worth_waiting() {
    ended=''
    [ ! -s "$state/cancel" ] || read -r ended <"$state/cancel"
    [ "$ended" != "$run" ] && [ "$tries" -lt 300 ] && { [ "$tries" -lt 30 ] || [ ! -s "$state/waiting" ]; }
}

received_sum='' received_at='' simple_cp=''

# touched PATH: its times are now.
touched() {
    can_be_at "$1" || return 1
    if would touch; then try touch -- "$1"; fi
}

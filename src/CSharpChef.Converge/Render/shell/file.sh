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
        a) uid='' gid='' bits='' ;;
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

# keep_old: copies the file to the backups, and forgets all but the newest.
keep_old() {
    [ "$backup" -gt 0 ] || return 0
    store=$state/backup$target
    (umask 077 && mkdir -p "${store%/*}") || fail "cannot make ${store%/*}" || return 1
    try cp -p -- "$target" "$store.$(date -u +%Y%m%dT%H%M%SZ)" || return 1
    # shellcheck disable=SC2012
    ls -1r -- "$store".*Z | tail -n +$((backup + 1)) | while IFS= read -r gone; do rm -f -- "$gone"; done
}

# write_file: the wanted content, whole and with its permissions, takes the target's place.
write_file() {
    new=${target%/*}/.csharpchef.new
    rm -f -- "$new"
    problem=$({ set -C; trap '' PIPE; umask 077; if [ "$body" ]; then "$body"; fi >"$new"; } 2>&1) || {
        ! disk_is_full || problem='the disk is full'
        rm -f -- "$new"
        fail "cannot write $target: $problem"
        return 1
    }
    if ! { arrived && verified && dressed && try mv -f -- "$new" "$target"; }; then
        rm -f -- "$new"
        return 1
    fi
    relabel "$target"
    received_sum=$sum received_at=$target
    case $target in /etc/systemd/system/* | /lib/systemd/system/* | /usr/lib/systemd/system/*) units_changed=1 ;; esac
}

# disk_is_full: where the new file is.
disk_is_full() { [ "$(df -P -- "${new%/*}" 2>/dev/null | awk 'END { print $4 }')" = 0 ]; }

arrived() { [ -z "$sum" ] || [ "$(sha256sum <"$new")" = "$sum  -" ] || fail "the content of $target did not arrive whole"; }

verified() {
    [ "$verify" ] || return 0
    problem=$(sh -c "$verify" verify "$new" 2>&1 3>&- 4<&- 7>&-) || fail "Verify refused the new file: $([ "$hidden" ] || echo "$problem")"
}

# dressed: owner, group and mode of the new file: as wanted, else as the old one had them.
dressed() {
    if [ "${want_uid:-$uid}${want_gid:-$gid}" ]; then
        own_by "${want_uid:-$uid}" "${want_gid:-$gid}" "$new" || return 1
    fi
    try chmod "0${wanted:-${bits:-0644}}" "$new"
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
    # On a full disk the rest is taken all the same: it must not stand in the way of the next content.
    {
        head -c "$2" <&4 3>&- 5>&- 7>&- &
        printf '%s\n' "$!" >|"$state/receiver" 2>/dev/null
        wait "$!"
    } | { cat || { cat >/dev/null; false; }; } 3>&- 4<&- 5>&- 7>&- || return 1
    # The link broke: the controller comes back on another one, ends the receiver and writes on where it stopped.
    tries=0
    while [ "$(wc -c <"$new")" -lt "$2" ] && [ "$tries" -lt 300 ] && ! { read -r ended && [ "$ended" = "$run" ]; } 2>/dev/null <"$state/cancel"; do
        tries=$((tries + 1))
        sleep 1
    done
}

received_sum='' received_at=''

# touched PATH: its times are now.
touched() {
    can_be_at "$1" || return 1
    if would touch; then try touch -- "$1"; fi
}

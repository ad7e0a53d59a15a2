# Needs: output path write_file

# file PATH [KEY=VALUE...]: ensures that a file with this content and these permissions exists.
file() {
    local path="$1" target="$1" want_bits='' owner='' group='' sum='' body='' old='' verify='' backup=0 once=''
    local follow=1 found='' option=''
    local kind='' bits='' uid='' gid='' names='' want_uid='' want_gid=''
    shift
    for option; do
        case $option in
            mode=*) want_bits=${option#*=} ;;
            owner=*) owner=${option#*=} ;;
            group=*) group=${option#*=} ;;
            sum=*) sum=${option#*=} ;;
            body=*) body=${option#*=} ;;
            old=*) old=${option#*=} ;;
            verify=*) verify=${option#*=} ;;
            backup=*) backup=${option#*=} ;;
            once) once=1 ;;
            nofollow) follow='' ;;
        esac
    done
    if [ "$once" ] && { [ -e "$path" ] || [ -L "$path" ]; }; then return 0; fi
    [ -z "$follow" ] || follow_link || return 1
    inspect "$target" || return 1
    case $kind in
        4) fail "a directory is at $path" || return 1 ;;
        [!8a]) fail "something that is not a file is at $path" || return 1 ;;
        a) uid='' gid='' bits='' names='' ;;
    esac
    find_owners || return 1
    if [ "$kind" != 8 ]; then
        check_folder "$target" || return 1
        if would 'create file'; then write_file; fi
        return
    fi
    [ -z "$sum" ] || find_sum || return 1
    if [ "$sum" != "$found" ]; then
        check_writable "$target" || return 1
        show_old_text
        if would 'write content'; then back_up && write_file || return 1; fi
        report_permissions
    else
        set_permissions "$target"
    fi
}

# find_sum: the checksum of the file.
# Sets: found
find_sum() {
    require_readable || return 1
    found=$(sha256sum <"$target" 2>&1) || fail "cannot read $target: $found" || return 1
    found=${found%% *}
}

# back_up: copies the file to the backups, and removes all but the newest of them. A second copy within a second waits.
back_up() {
    [ "$backup" -gt 0 ] || return 0
    local store="$state/backup$target" copy='' surplus=''
    (umask 077 && mkdir -p "${store%/*}") || fail "cannot make ${store%/*}" || return 1
    while copy=$store.$(date -u +%Y%m%dT%H%M%SZ) && [ -e "$copy" ]; do sleep 1; done
    (umask 077 && try cp -- "$target" "$copy") || { rm -f -- "$copy"; return 1; }
    # shellcheck disable=SC2012
    ls -1r -- "$store".????????T??????Z | tail -n +$((backup + 1)) |
        while IFS= read -r surplus; do rm -f -- "$surplus"; done
}

# report_permissions: reports what rewriting the file changed besides its content.
report_permissions() {
    local name=''
    [ -z "$owner" ] || [ "$uid" = "$want_uid" ] || { find_name passwd "$uid"; would "set owner $owner (was $name)"; }
    [ -z "$group" ] || [ "$gid" = "$want_gid" ] || { find_name group "$gid"; would "set group $group (was $name)"; }
    [ -z "$want_bits" ] || [ "$bits" = "$want_bits" ] || would "set mode $want_bits (was $bits)"
    return 0
}

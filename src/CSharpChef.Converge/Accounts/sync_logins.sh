# Needs: server_account logins

# Keeps the accounts of users: WANTED DAYS TIME, a line for each account with its name, its uid, 1 for sudo, else 0,
# and its key; the days that an account which is not wanted any more stays locked; and the time of this list. Prints
# what it changed and skipped.
wanted=$1 days=$2 time=$3 now=$(date +%s) rules=''

# wanted_name UID: prints the name of the wanted account with a uid; nothing when there is none.
wanted_name() {
    printf '%s\n' "$wanted" | awk -v uid="$1" '$2 == uid { print $1; exit }'
}

# is_wanted NAME: whether an account is wanted.
is_wanted() {
    printf '%s\n' "$wanted" | awk -v name="$1" '$1 == name { found = 1 } END { exit !found }'
}

# remove_login NAME UID: removes an account that was locked, and its home.
remove_login() {
    local home="/home/$1"
    remove_account "$1"
    if is_ours "$1" "$2"; then
        printf 'skipped %s: its account cannot be removed\n' "$1"
        return 0
    fi
    [ ! -d "$home" ] || [ -L "$home" ] || [ "$(stat -c %u "$home")" != 0 ] || rm -rf -- "$home"
    note_login "$1" "$2" ''
    printf 'changed the account and the home of %s were removed\n' "$1"
}

# rename_login NAME NEW UID: gives an account another name.
rename_login() {
    local home="/home/$2"
    id -u "$2" >/dev/null 2>&1 || [ -e "$home" ] || ! has usermod && return 1
    end_sessions "$1" "$3"
    usermod -l "$2" -- "$1" >/dev/null 2>&1 || return 1
    note_login "$1" "$3" '' && note_login "$2" "$3" 0
    usermod -d "$home" -m -- "$2" >/dev/null 2>&1
    ! has groupmod || groupmod -n "$2" -- "$1" >/dev/null 2>&1
    printf 'changed the account %s is called %s now\n' "$1" "$2"
}

# lock_others: renames or locks the accounts that are not wanted any more, and removes those that were locked long ago.
lock_others() {
    local name='' uid='' since='' new=''
    [ -f "$list" ] || return 0
    while read -r name uid since <&3; do
        ! is_wanted "$name" || continue
        if ! is_ours "$name" "$uid"; then
            note_login "$name" "$uid" ''
            continue
        fi
        if [ "$since" = 0 ]; then
            new=$(wanted_name "$uid")
            if [ "$new" ] && rename_login "$name" "$new" "$uid"; then
                continue
            fi
            since=$now
            note_login "$name" "$uid" "$since"
            lock_login "$name" "$uid"
            printf 'changed the account %s is locked\n' "$name"
        fi
        [ "$now" -lt "$((since + days * 86400))" ] || remove_login "$name" "$uid"
    done 3<"$list"
}

# refuse_login NAME UID: prints why an account cannot be made; nothing when it can.
refuse_login() {
    local owner='' home="/home/$1"
    if id -u "$1" >/dev/null 2>&1; then
        echo 'the machine has an account of this name, which is not ours'
        return 0
    fi
    owner=$(awk -F: -v uid="$2" '$3 == uid { print $1; exit }' /etc/passwd)
    [ -z "$owner" ] || printf 'its uid %s belongs to %s\n' "$2" "$owner"
    [ ! -e "$home" ] || [ "$(stat -c %u "$home")" = 0 ] || printf '%s belongs to another account\n' "$home"
}

# make_login NAME UID: makes an account unless we have made it. Its exit code says whether it is there.
make_login() {
    local since='' problem=''
    since=$(awk -v name="$1" -v uid="$2" '$1 == name && $2 == uid { print $3 }' "$list" 2>/dev/null)
    if [ "$since" ] && is_ours "$1" "$2"; then
        [ "$since" != 0 ] || return 0
        if has usermod; then usermod -U -e '' -- "$1"; else passwd -u "$1"; fi >/dev/null 2>&1
        open_home "$1" "$2"
        note_login "$1" "$2" 0
        printf 'changed the account %s is open again\n' "$1"
        return 0
    fi
    problem=$(refuse_login "$1" "$2")
    if [ -z "$problem" ]; then
        note_login "$1" "$2" 0
        problem=$(make_account "$1" "$2") && problem=''
        is_ours "$1" "$2" || note_login "$1" "$2" ''
    fi
    if ! is_ours "$1" "$2"; then
        printf 'skipped %s: %s\n' "$1" "$problem"
        return 1
    fi
    open_home "$1" "$2"
    printf 'changed the account %s was made\n' "$1"
}

# put_login_key NAME KEY: lets a user log in with the key, and with no other one.
put_login_key() {
    local old=''
    old=$(as_user "$1" 'cat ~/.ssh/authorized_keys' 2>/dev/null)
    [ "$old" != "$2" ] || return 0
    as_user "$1" 'umask 077 && mkdir -p ~/.ssh && rm -f ~/.ssh/authorized_keys && cat >~/.ssh/authorized_keys' <<END
$2
END
}

# keep_login NAME UID SUDO KEY: makes one account as it is wanted.
# Sets: rules lost
keep_login() {
    make_login "$1" "$2" || return 0
    if ! put_login_key "$1" "$4" 2>/dev/null; then
        lock_login "$1" "$2"
        note_login "$1" "$2" "$now"
        printf 'skipped %s: its key cannot be written, and it is locked\n' "$1"
    elif [ "$3" = 1 ]; then
        rules="$rules${rules:+
}$1 ALL=(ALL:ALL) NOPASSWD: ALL"
    elif grep -q "^$1 " "$logins_rule_file" 2>/dev/null; then
        # A shell of root that sudo has started would go on.
        lost="$lost $1:$2"
    fi
}

# keep_logins: makes all accounts as they are wanted.
keep_logins() {
    local name='' uid='' sudo='' key='' lost=''
    while read -r name uid sudo key <&3; do
        [ -z "$name" ] || keep_login "$name" "$uid" "$sudo" "$key"
    done 3<<END
$wanted
END
    [ "$(cat "$logins_rule_file" 2>/dev/null)" = "$rules" ] || put_rules "$logins_rule_file" "$rules" ||
        fail "cannot write $logins_rule_file"
    for name in $lost; do
        end_sessions "${name%:*}" "${name#*:}"
    done
}

export LC_ALL=C
(umask 077 && mkdir -p "$notes") || fail "cannot make the folder $notes"
exec 8>"$list.lock"
! has flock || flock -w 60 8 || fail "another process has changed accounts for a minute: try again"
# The program of a command that was made before a right was withdrawn must not give it back.
[ "$time" -ge "$(cat "$list.time" 2>/dev/null || echo 0)" ] || exit 0
printf '%s\n' "$time" >"$list.time"
lock_others
keep_logins
exit 0

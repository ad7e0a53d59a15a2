# Needs: server_account

# The accounts of users that we made: $list has a line for each, with its name, its uid, and 0 or the time at which it
# was locked, in seconds.
list=$notes/logins
logins_rule_file=/etc/sudoers.d/csharpchef-users

# is_ours NAME UID: whether an account is still the one that we made.
is_ours() {
    [ "$(id -u "$1" 2>/dev/null)" = "$2" ]
}

# note_login NAME UID SINCE: notes the state of an account; without SINCE, that there is none.
note_login() {
    touch "$list" && awk -v name="$1" '$1 != name' "$list" >"$list.new" || return 1
    [ -z "$3" ] || printf '%s %s %s\n' "$1" "$2" "$3" >>"$list.new"
    mv -f -- "$list.new" "$list"
}

# end_sessions NAME UID: ends all processes of a user, and what they have started as root.
end_sessions() {
    local process=''
    ! has loginctl || loginctl terminate-user "$1" >/dev/null 2>&1
    for process in /proc/[0-9]*; do
        [ "$(stat -c %u "$process" 2>/dev/null)" != "$2" ] || kill -KILL "${process##*/}" 2>/dev/null
    done
    :
}

# close_home NAME: keeps a user out of the home, and removes the key.
close_home() {
    local home="/home/$1"
    [ -d "$home" ] && [ ! -L "$home" ] || return 0
    chown 0:0 "$home" && chmod 0700 "$home" || return 1
    if [ -L "$home/.ssh" ]; then rm -f -- "$home/.ssh"; else rm -f -- "$home/.ssh/authorized_keys"; fi
}

# open_home NAME UID: gives a home back to the user to whom it belonged.
open_home() {
    local home="/home/$1"
    [ -d "$home" ] && [ ! -L "$home" ] && [ "$(stat -c %u "$home")" = 0 ] || return 0
    chown "$2:$(id -g "$1")" "$home"
}

# lock_login NAME UID: ends what a user may do here, at once.
lock_login() {
    if has usermod; then usermod -L -e 1 -- "$1"; else passwd -l "$1"; fi >/dev/null 2>&1
    close_home "$1"
    end_sessions "$1" "$2"
}

# The account with which a server logs in to this machine, and what we note about the accounts that we made.
account=csharpchef
rule_file=/etc/sudoers.d/csharpchef
notes=/var/lib/csharpchef

# fail TEXT: ends with an error.
fail() {
    printf 'error %s\n' "$1"
    exit 1
}

# has COMMAND: whether the machine has a command.
has() {
    command -v "$1" >/dev/null 2>&1
}

# home_of NAME: prints the home of an account; nothing when it does not exist.
home_of() {
    awk -F: -v name="$1" '$1 == name { print $6; exit }' /etc/passwd
}

# make_account NAME UID: makes an account that logs in with keys only. An empty UID leaves it to the machine.
make_account() {
    local shell=/bin/sh
    [ ! -x /bin/bash ] || shell=/bin/bash
    if has useradd; then
        useradd -m -s "$shell" -p '*' ${2:+-u "$2"} -- "$1" 2>&1
    else
        adduser -D -s "$shell" ${2:+-u "$2"} "$1" && echo "$1:*" | chpasswd -e
    fi 2>&1
}

# remove_account NAME: removes an account, and not its home.
remove_account() {
    if has userdel; then
        userdel -f -- "$1"
    else
        deluser "$1"
    fi >/dev/null 2>&1
}

# put_rules FILE TEXT: writes a file of /etc/sudoers.d, which sudo reads only when it is correct. Empty text removes it.
put_rules() {
    local new="${1%/*}/.${1##*/}.new"
    if [ -z "$2" ]; then
        rm -f -- "$1"
        return 0
    fi
    (umask 337 && rm -f -- "$new" && printf '%s\n' "$2" >"$new") || return 1
    if has visudo && ! visudo -cqf "$new" >/dev/null 2>&1; then
        rm -f -- "$new"
        return 1
    fi
    mv -f -- "$new" "$1"
}

# as_user NAME COMMAND: runs a shell command as a user, since the user may have put links into the home.
as_user() {
    local HOME=''
    HOME=$(home_of "$1")
    export HOME
    if has runuser; then
        runuser -u "$1" -- /bin/sh -c "$2"
    else
        su -s /bin/sh -c "$2" "$1"
    fi
}

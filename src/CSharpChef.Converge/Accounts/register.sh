# Needs: server_account

# Makes the account with which a server logs in to this machine, and prints the facts of the machine:
# KEY REPLACE, the key of the stack as a line of authorized_keys, and 1 to remove the key of another stack.
server_key=$1 replaces=$2

# require_machine: ends with an error when this machine cannot be registered.
require_machine() {
    [ "$(uname -s)" = Linux ] || fail "this machine runs $(uname -s): only machines with Linux can be registered"
    [ "$(id -u)" = 0 ] || fail 'registering needs root: log in as root, or as a user who may use sudo'
    has sudo || fail 'sudo is not installed here: install it, such as with apt-get install sudo, and try again'
    has useradd || has adduser || fail 'this machine has neither useradd nor adduser: its system is not supported'
    [ -d "${rule_file%/*}" ] || fail "there is no folder ${rule_file%/*}: this version of sudo is not supported"
    set -- /etc/ssh/ssh_host_*_key.pub
    [ -f "$1" ] || fail 'there is no /etc/ssh/ssh_host_*_key.pub: sshd must have its host keys there'
}

# is_key LINE: whether a line of authorized_keys has the key of the stack.
is_key() {
    case " $1 " in *" $(key_of "$server_key") "*) return 0 ;; esac
    return 1
}

# key_of LINE: prints the type and the data of a key.
key_of() {
    local type='' data='' comment=''
    read -r type data comment <<LINE
$1
LINE
    printf '%s %s' "$type" "$data"
}

# require_no_other FILE: ends with an error when another stack has the machine.
require_no_other() {
    local line=''
    [ -f "$1" ] && [ -z "$replaces" ] || return 0
    while IFS= read -r line; do
        ! is_key "$line" || continue
        case $line in
            *' csharpchef stack '*)
                line=${line##* csharpchef stack }
                fail "this machine is registered with the stack $line: deregister it there, or use --replace"
                ;;
        esac
    done <"$1"
}

# keep_keys FILE: prints the lines of a file that are not keys of stacks.
keep_keys() {
    local line=''
    [ -f "$1" ] || return 0
    while IFS= read -r line; do
        case $line in *' csharpchef stack '*) continue ;; esac
        is_key "$line" || printf '%s\n' "$line"
    done <"$1"
}

# put_key: lets the account log in with the key of the stack.
put_key() {
    local home='' keys=''
    home=$(home_of "$account")
    require_no_other "$home/.ssh/authorized_keys"
    keys=$(keep_keys "$home/.ssh/authorized_keys")
    as_user "$account" 'umask 077 && mkdir -p ~/.ssh && cat >~/.ssh/authorized_keys' <<END ||
${keys:+$keys
}$server_key
END
        fail "cannot write the keys of $account"
    ! has restorecon || restorecon -R "$home/.ssh" >/dev/null 2>&1
}

# put_rule: lets the account become root.
put_rule() {
    put_rules "$rule_file" "$account ALL=(ALL:ALL) NOPASSWD: ALL" || fail "cannot write $rule_file"
    as_user "$account" 'sudo -n true' >/dev/null 2>&1 ||
        fail "sudo does not let $account become root: /etc/sudoers must have the line @includedir ${rule_file%/*}"
}

# print_facts: prints what the server should know of the machine.
print_facts() {
    local key=''
    printf 'hostname %s\n' "$(uname -n)"
    # shellcheck disable=SC1091
    (
        [ ! -r /etc/os-release ] || . /etc/os-release
        printf 'family %s\nname %s\nversion %s\n' "${ID-}" "${NAME-}" "${VERSION_ID-}"
    )
    for key in /etc/ssh/ssh_host_*_key.pub; do
        sed 's/^/key /' "$key"
    done
    ! has ip || ip -o addr show scope global | awk '{ sub(/\/.*/, "", $4); print "address", $4 }'
}

export LC_ALL=C
require_machine
(umask 077 && mkdir -p "$notes")
if ! id -u "$account" >/dev/null 2>&1; then
    problem=$(make_account "$account" '') || fail "cannot make the account $account: $problem"
    : >"$notes/made-account"
fi
put_key
put_rule
print_facts

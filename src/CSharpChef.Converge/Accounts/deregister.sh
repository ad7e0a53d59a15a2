# Needs: server_account logins

# Removes the access of a server, and the accounts that it made: KEYS, the keys of the stack, a line for each. What else
# is on the machine stays. The connection that runs this lasts on.
server_keys=$1

# drop_logins: removes the accounts of users. Their homes stay, for root only.
drop_logins() {
    local name='' uid='' since=''
    [ -f "$list" ] || return 0
    while read -r name uid since <&3; do
        is_ours "$name" "$uid" || continue
        lock_login "$name" "$uid"
        ! remove_account "$name" || printf 'removed the account %s; its home stays, for root\n' "$name"
    done 3<"$list"
}

# drop_access: removes the account of the server when we made it, else the key alone.
drop_access() {
    local home='' keys=''
    home=$(home_of "$account")
    if [ -f "$notes/made-account" ]; then
        remove_account "$account"
        ! id -u "$account" >/dev/null 2>&1 || return 1
        case $home in /*/*) rm -rf -- "$home" ;; esac
    elif [ -f "$home/.ssh/authorized_keys" ]; then
        keys=$(grep -vF -- "$server_keys" "$home/.ssh/authorized_keys")
        as_user "$account" 'cat >~/.ssh/authorized_keys' <<END
$keys
END
    fi
}

export LC_ALL=C
drop_logins
put_rules "$logins_rule_file" ''
rm -f -- "$list" "$list.new" "$list.lock" "$list.time"
if ! drop_access; then
    printf 'the account %s cannot be removed\n' "$account"
    exit 1
fi
rm -f -- "$rule_file" "$notes/made-account"
rmdir -- "$notes" 2>/dev/null
! id -u "$account" >/dev/null 2>&1 || printf 'the account %s stays: it was here before\n' "$account"
echo finished

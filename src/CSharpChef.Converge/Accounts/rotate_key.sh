# Needs: server_account

# Changes the keys with which a server logs in to this machine: KEY FORMER, the key of the stack as a line of
# authorized_keys, which is added, and other keys, a line for each, which are removed. Other lines stay.
server_key=$1 former=$2

# is_former LINE: whether a line of authorized_keys has one of the former keys.
is_former() {
    local key=''
    while IFS= read -r key; do
        [ -n "$key" ] || continue
        case " $1 " in *" $key "*) return 0 ;; esac
    done <<END
$former
END
    return 1
}

# keep_keys FILE: prints the lines of a file without the former keys and the key of the stack.
keep_keys() {
    local line=''
    while IFS= read -r line || [ -n "$line" ]; do
        [ "$line" = "$server_key" ] || is_former "$line" || printf '%s\n' "$line"
    done <"$1"
}

export LC_ALL=C
home=$(home_of "$account")
file=$home/.ssh/authorized_keys
[ -f "$file" ] || fail "there is no $file, in which the key of the server would be"
keys=$(keep_keys "$file")
write='cd ~/.ssh && umask 077 && cat >authorized_keys.new && mv -f authorized_keys.new authorized_keys'
as_user "$account" "$write" <<END || fail "cannot write the keys of $account"
${keys:+$keys
}$server_key
END

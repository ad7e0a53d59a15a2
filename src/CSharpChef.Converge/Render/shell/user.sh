# user NAME [KEY=VALUE...]: an account with these properties.
user() {
    login=$1
    shift
    want_uid='' primary='' groups='' exact='' home='' shell='' comment='' secret='' system='' manage='' locked=''
    for wish; do
        case $wish in
            uid=*) want_uid=${wish#*=} ;;
            group=*) primary=${wish#*=} ;;
            groups=*) groups=${wish#*=} ;;
            exact) exact=1 ;;
            home=*) home=${wish#*=} ;;
            shell=*) shell=${wish#*=} ;;
            comment=*) comment=${wish#*=} ;;
            secret=*) secret=${wish#*=} ;;
            system) system=1 ;;
            manage) manage=1 ;;
            locked=*) locked=${wish#*=} ;;
        esac
    done
    account passwd "$login"
    if [ -z "$account" ]; then
        would 'create user' || return 0
        make_user || return 1
        quiet=1
    else
        adjust uid 3 "$want_uid" -u && adjust comment 5 "$comment" -c && adjust home 6 "$home" -d && adjust shell 7 "$shell" -s || return 1
        adjust_primary || return 1
    fi
    member_of && password && quiet=''
}

make_user() {
    if command -v useradd >/dev/null; then
        set -- ${system:+-r} ${want_uid:+-u "$want_uid"} ${primary:+-g "$primary"} ${home:+-d "$home"} ${shell:+-s "$shell"} ${comment:+-c "$comment"}
        if [ "$manage" ]; then set -- -m "$@"; else set -- -M "$@"; fi
        try useradd "$@" -- "$login" || return 1
    else
        set -- -D ${system:+-S} ${want_uid:+-u "$want_uid"} ${primary:+-G "$primary"} ${home:+-h "$home"} ${shell:+-s "$shell"} ${comment:+-g "$comment"}
        [ "$manage" ] || set -- -H "$@"
        try adduser "$@" "$login" || return 1
    fi
}

# adjust WORD FIELD WANTED OPTION: one field of the account.
adjust() {
    [ "$3" ] || return 0
    field "$account" "$2"
    [ "$field" != "$3" ] || return 0
    would "set $1 $3 (was $field)" || return 0
    if command -v usermod >/dev/null; then try usermod "$4" "$3" -- "$login"; else edit_account "$2" "$3"; fi
}

# edit_account FIELD VALUE: writes /etc/passwd anew where no usermod is.
edit_account() {
    if user=$login value=$2 awk -F: -v OFS=: -v "field=$1" '$1 == ENVIRON["user"] { $field = ENVIRON["value"] } { print }' /etc/passwd >/etc/passwd+; then
        try chmod 0644 /etc/passwd+ && try mv -f /etc/passwd+ /etc/passwd
    else
        fail 'cannot write /etc/passwd'
    fi
}

adjust_primary() {
    [ "$primary" ] || return 0
    group_id "$primary"
    field "$account" 4
    [ "$field" != "$id" ] || return 0
    name_of group "$field"
    would "set group $primary (was $name)" || return 0
    [ "$id" ] || fail "there is no group $primary" || return 1
    if command -v usermod >/dev/null; then try usermod -g "$primary" -- "$login"; else edit_account 4 "$id"; fi
}

# member_of: the supplementary groups; the primary one counts as one the user is in.
member_of() {
    account passwd "$login"
    field "$account" 4
    first=$field
    for name in $groups; do
        account group "$name"
        [ "$account" ] || [ "$mode" = plan ] || fail "there is no group $name" || return 1
        field "$account" 3
        [ -z "$first" ] || [ "$field" != "$first" ] || continue
        case ",${account##*:}," in *",$login,"*) continue ;; esac
        would "add to group $name" || continue
        add_member "$login" "$name" || return 1
    done
    [ "$exact" ] || return 0
    # shellcheck disable=SC2013
    for name in $(awk -F: -v "user=$login" 'index("," $4 ",", "," user ",") { print $1 }' /etc/group); do
        case " $groups " in *" $name "*) continue ;; esac
        would "remove from group $name" || continue
        drop_member "$login" "$name" || return 1
    done
}

# password: its hash and whether it is locked; both by standard input, never as an argument.
password() {
    shadow=$(awk -F: -v "name=$login" '$1 == name { print $2; exit }' /etc/shadow 2>/dev/null)
    if [ "$secret" ]; then
        "$secret"
        case $locked,$hash in yes,'!'* | no,*) ;; yes,*) hash="!$hash" ;; ,*) case $shadow in '!'[!!]*) hash="!${hash#!}" ;; esac ;; esac
        [ "$shadow" = "$hash" ] || { if would 'set password'; then set_hash "$hash" || return 1; fi; }
        return 0
    fi
    case $locked,$shadow in
        yes,'!'* | no,[!!]* | ,* | no,) return 0 ;;
        yes,*) if would lock; then set_hash "!$shadow"; fi ;;
        no,*)
            while case $shadow in '!'*) ;; *) false ;; esac do shadow=${shadow#!}; done
            [ "$shadow" ] || fail "$login has no password that could be unlocked: set PasswordHash" || return 1
            if would unlock; then set_hash "$shadow"; fi
            ;;
    esac
}

set_hash() {
    problem=$(printf '%s:%s\n' "$login" "$1" | chpasswd -e 2>&1) || fail "chpasswd: $problem"
}

# no_user NAME [home]: the account is gone, and its home when asked.
no_user() {
    account passwd "$1"
    [ "$account" ] || return 0
    would 'remove user' || return 0
    if command -v userdel >/dev/null; then try userdel ${2:+-r} -- "$1"; else try deluser ${2:+--remove-home} "$1"; fi
}

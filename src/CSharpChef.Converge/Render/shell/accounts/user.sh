# Needs: output path account

# The wanted password hash. A function of the program sets it: as an argument it would be seen in the process list.
password_hash=''

# user NAME [KEY=VALUE...]: ensures that an account with these properties exists.
user() {
    local login="$1" want_uid='' primary='' groups='' exact='' home='' shell='' comment='' secret='' system='' manage=''
    local locked='' given=' ' option='' account='' field='' quiet='' elsewhere=''
    shift
    for option; do
        given="$given${option%%=*} "
        case $option in
            uid=*) want_uid=${option#*=} ;;
            group=*) primary=${option#*=} ;;
            groups=*) groups=${option#*=} ;;
            exact) exact=1 ;;
            home=*) home=${option#*=} ;;
            shell=*) shell=${option#*=} ;;
            comment=*) comment=${option#*=} ;;
            secret=*) secret=${option#*=} ;;
            system) system=1 ;;
            manage) manage=1 ;;
            locked=*) locked=${option#*=} ;;
        esac
    done
    find_account passwd "$login" || return 1
    if [ -z "$account" ]; then
        require_groups && require_free passwd user "$want_uid" || return 1
        would 'create user' || return 0
        make_user && did || return 1
        quiet=1
    else
        set_field uid 3 "$want_uid" -u && set_field comment 5 "$comment" -c && set_field home 6 "$home" -d &&
            set_field shell 7 "$shell" -s && set_primary_group || return 1
    fi
    set_groups && set_password
}

# is_given WORD: whether the recipe sets a property, maybe to an empty text.
is_given() { case $given in *" $1 "*) ;; *) return 1 ;; esac }

# make_user: makes the account. A group of its name becomes its primary group.
make_user() {
    local account='' elsewhere='' first="$primary"
    if [ -z "$first" ]; then
        find_account group "$login" || return 1
        [ -z "$account" ] || first=$login
    fi
    if command -v useradd >/dev/null; then
        set -- ${system:+-r} ${want_uid:+-u "$want_uid"} ${first:+-g "$first"} ${home:+-d "$home"}
        if is_given shell; then set -- "$@" -s "$shell"; fi
        if is_given comment; then set -- "$@" -c "$comment"; fi
        if [ "$manage" ]; then set -- -m "$@"; else set -- -M "$@"; fi
        try useradd "$@" -- "$login"
    else
        make_with_adduser "$first"
    fi
}

# make_with_adduser GROUP: makes the account with the adduser of busybox, in a primary group where one is given. It puts
# a system user into the group nogroup, takes the number of the user for that of its group too, knows no numbers of
# groups, makes no folder above a home, and lists the user as a member of the group that -G names.
make_with_adduser() {
    local name="$1" made=''
    if [ -z "$name" ] && [ "$system$want_uid" ]; then
        make_own_group || return 1
        name=$login made=1
    fi
    case $name in *[!0-9]* | '') ;; *) find_name group "$name" ;; esac
    set -- -D ${system:+-S} ${want_uid:+-u "$want_uid"} ${name:+-G "$name"} ${home:+-h "$home"}
    if is_given shell; then set -- "$@" -s "$shell"; fi
    if is_given comment; then set -- "$@" -g "$comment"; fi
    if [ "$manage" ]; then make_parent "${home:-/home/$login}" || return 1; else set -- -H "$@"; fi
    if ! try adduser "$@" "$login"; then
        [ -z "$made" ] || delgroup "$login" >/dev/null 2>&1
        return 1
    fi
    [ -z "$name" ] || try delgroup "$login" "$name"
}

# make_own_group: makes a group for the account, with the number of the account when that is free.
make_own_group() {
    local number="$want_uid" name=''
    if [ "$number" ]; then
        find_name group "$number"
        [ "$name" = "$number" ] || number=''
    fi
    try addgroup ${system:+-S} ${number:+-g "$number"} "$login"
}

# make_parent PATH: makes the folder of a path.
make_parent() { [ -d "${1%/*}/" ] || try mkdir -p -- "${1%/*}/"; }

# require_groups: fails when a group of a new account does not exist. The group of its own name may come with it.
require_groups() {
    local id='' name=''
    for name in $primary $groups; do
        [ "$name" != "$login" ] || [ "$primary" ] || continue
        find_group_id "$name" || return 1
        [ "$id" ] || may_come || fail "group $name does not exist" || return 1
    done
}

# set_field WORD FIELD WANTED OPTION: sets one field of the account.
# Sets: field
set_field() {
    is_given "$1" || return 0
    read_field "$2"
    [ "$field" != "$3" ] || return 0
    [ "$1" != uid ] || require_free passwd user "$3" || return 1
    [ "$1" != home ] || note "the files in ${field:-the old home} are not moved"
    would "set $1 ${3:-\"\"} (was ${field:-\"\"})" || return 0
    if command -v usermod >/dev/null; then try usermod "$4" "$3" -- "$login"; else edit_passwd "$2" "$3"; fi && did
}

# edit_passwd FIELD VALUE: changes a field in /etc/passwd where usermod is missing.
edit_passwd() {
    local problem=''
    problem=$({ user=$login value=$2 awk -F: -v OFS=: -v "field=$1" '
        $1 == ENVIRON["user"] { $field = ENVIRON["value"] }
        { print }' /etc/passwd >/etc/passwd+; } 2>&1) || fail "cannot write /etc/passwd: $problem" || return 1
    try chmod 0644 /etc/passwd+ && try mv -f /etc/passwd+ /etc/passwd
}

# set_primary_group: sets the primary group of the account.
set_primary_group() {
    local id='' name='' field=''
    [ "$primary" ] || return 0
    find_group_id "$primary" || return 1
    [ "$id" ] || may_come || fail "group $primary does not exist" || return 1
    read_field 4
    [ "$field" != "$id" ] || return 0
    find_name group "$field"
    would "set group $primary (was $name)" || return 0
    if command -v usermod >/dev/null; then try usermod -g "$primary" -- "$login"; else edit_passwd 4 "$id"; fi && did
}

# set_groups: adds the account to its supplementary groups, and removes it from others when the list is exact. It is
# in its primary group already.
set_groups() {
    local account='' elsewhere='' field='' first='' name='' present=''
    [ "$groups$exact" ] || return 0
    find_account passwd "$login" || return 1
    read_field 4
    first=$field
    for name in $groups; do
        find_account group "$name" || return 1
        [ "$account" ] || may_come || fail "group $name does not exist" || return 1
        read_field 3
        [ -z "$first" ] || [ "$field" != "$first" ] || continue
        case ",${account##*:}," in *",$login,"*) continue ;; esac
        would "add to group $name" || continue
        add_member "$login" "$name" && did || return 1
    done
    [ "$exact" ] || return 0
    present=$(user=$login awk -F: 'index("," $4 ",", "," ENVIRON["user"] ",") { print $1 }' /etc/group 2>&1) ||
        fail "cannot read /etc/group: $present" || return 1
    for name in $present; do
        case " $groups " in *" $name "*) continue ;; esac
        would "remove from group $name" || continue
        drop_member "$login" "$name" && did || return 1
    done
}

# set_password: sets the password hash, and locks or unlocks the password. Both reach chpasswd by standard input.
# Sets: password_hash
set_password() {
    local field='' hash='' locks=''
    [ "$secret$locked" ] || return 0
    read_password || return 1
    if [ "$secret" ]; then
        "$secret"
        # A hash that was locked stays so, with as many marks as it has.
        [ "$hash" ] || locks=''
        case $locked,$password_hash in
            *,'!'* | no,*) ;;
            yes,*) password_hash=${locks:-!}$password_hash ;;
            ,*) password_hash=$locks$password_hash ;;
        esac
        if [ "$field" != "$password_hash" ] && would 'set password'; then write_hash "$password_hash"; fi
        return
    fi
    case $locked,$field in
        yes,'!'* | no,[!!]* | no,) ;;
        yes,*) if would lock; then write_hash "!$field"; fi ;;
        no,*)
            [ "$hash" ] || fail "$login has no password that could be unlocked: set PasswordHash" || return 1
            if would unlock; then write_hash "$hash"; fi
            ;;
    esac
}

# read_password: the password field of the account, which is a hash behind the marks of a lock. There can be more than
# one mark: passwd of Red Hat sets two.
# Sets: field locks hash
read_password() {
    field=$(user=$login awk -F: '$1 == ENVIRON["user"] { print $2; exit }' /etc/shadow 2>&1) ||
        fail "cannot read /etc/shadow: $field" || return 1
    hash=$field
    while case $hash in '!'*) ;; *) false ;; esac do hash=${hash#!}; done
    locks=${field%"$hash"}
}

# write_hash HASH: writes the password hash.
write_hash() {
    local problem=''
    problem=$(printf '%s:%s\n' "$login" "$1" | chpasswd -e 2>&1) || fail "chpasswd: $problem"
}

# no_user NAME [home]: ensures that an account does not exist, nor its home when that is wanted.
no_user() {
    local account='' elsewhere=''
    find_account passwd "$1" || return 1
    [ "$account" ] || return 0
    require_here passwd user "$1" || return 1
    would 'remove user' || return 0
    if command -v userdel >/dev/null; then try userdel ${2:+-r} -- "$1"; else remove_with_deluser "$@"; fi
}

# remove_with_deluser NAME [home]: removes an account with the deluser of busybox. It fails after its work when others
# have the group of the user's name as their primary group.
remove_with_deluser() {
    local problem='' account='' elsewhere='' name="$1"
    problem=$(deluser ${2:+--remove-home} "$1" 2>&1) && return 0
    find_account passwd "$name" || return 1
    [ -z "$account" ] || fail "${problem:-deluser failed}"
}

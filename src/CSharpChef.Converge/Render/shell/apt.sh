# have NAME: $status (installed, broken, left or empty) and $installed (the version).
have() {
    row=$(dpkg-query -W -f '${db:Status-Abbrev} ${Version}\n' -- "$1" 2>/dev/null) || row=''
    # shellcheck disable=SC2016
    case $row in
        [ih]i*) status=installed installed=${row##* } ;;
        ?[UFHWt]*) status=broken installed=${row##* } ;;
        rc*) status=left installed='' ;;
        *)
            status='' installed=''
            # A virtual package is there when another provides it.
            provider=$(dpkg-query -W -f '${db:Status-Abbrev}, ${Provides},\n' 2>/dev/null | grep -c "^[ih]i.*, $1[, ]") || :
            [ "${provider:-0}" = 0 ] || status=installed installed=''
            ;;
    esac
}

newest() { newest=$(apt-cache policy -- "$1" 2>/dev/null | sed -n 's/^  Candidate: //p'); [ "$newest" != '(none)' ] || newest=''; }

apt() {
    DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true APT_LISTCHANGES_FRONTEND=none NEEDRESTART_MODE=l NEEDRESTART_SUSPEND=1 \
        exec ${own:+"$own"} apt-get -qy -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout="${limit:-300}" -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# lists: fetches the package lists when they are older than a day; once in a run.
lists() {
    [ -z "$listed" ] || return 0
    listed=1
    [ -z "$(find "$state/apt-lists" /var/lib/apt/periodic/update-success-stamp -mmin -1440 2>/dev/null)" ] || return 0
    code=100
    while [ "$code" = 100 ] && unlocked /var/lib/apt/lists/lock; do
        code=0
        within "${limit:-900}" apt -o APT::Update::Error-Mode=any update 6</dev/null >"$work/lists" 2>&1 || code=$?
        # Between the look and the try another may have taken the lock.
        taken /var/lib/apt/lists/lock || break
    done
    if [ "$code" = 0 ]; then
        mkdir -p "$state" && : >"$state/apt-lists"
    elif [ -z "$hidden" ]; then
        line=$(problems "$work/lists" | head -n 1 | masked)
        say note "the package lists are old, since apt-get update failed: $line"
    fi
}

# ready: nobody else has apt or dpkg, and dpkg was not interrupted.
ready() {
    unlocked /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/cache/apt/archives/lock || return 1
    if [ "$repair" ]; then
        [ -z "$(interrupted)" ] || manager configure
    elif updates; then
        hint
        fail "dpkg was interrupted$hint"
    fi
}

# updates: dpkg's own notes of work that it has not ended.
updates() {
    set -- /var/lib/dpkg/updates/[0-9]*
    [ -e "$1" ]
}

# interrupted: the packages that dpkg has begun and not ended, or what else it still has to do.
interrupted() {
    dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | awk '$1 ~ /^.[UFHWt]|R$/ { print $2 }'
    ! updates || echo 'work of its own'
}

# hint: in $hint what to do, when dpkg was interrupted.
hint() {
    hint=$(interrupted)
    one_line "$hint"
    [ -z "$hint" ] || hint=": dpkg has not ended its work ($line): repair it with dpkg --configure -a, or set RepairInterrupted"
}

configure() {
    DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true NEEDRESTART_MODE=l NEEDRESTART_SUSPEND=1 \
        exec ${own:+"$own"} dpkg --force-confdef --force-confold --configure -a
}

installed() {
    name=$1 version=$2
    shift 2
    in_work || return 1
    lists
    case $version in
        *\**)
            # shellcheck disable=SC2254
            version=$(apt-cache madison -- "$name" | awk '{ print $3 }' | while read -r row; do case $row in $version) echo "$row"; break ;; esac; done)
            [ "$version" ] || fail "no version of $name fits what the recipe wants" || return 1
            ;;
    esac
    manager apt --allow-downgrades "$@" install "$name${version:+=$version}"
}

latest() {
    name=$1
    shift 2
    in_work || return 1
    lists
    manager apt "$@" install "$name"
}

removed() { manager apt remove "$1"; }
purged() { manager apt purge "$1"; }
buy() { lists; within "${limit:-900}" apt install "$@" 6</dev/null >"$work/output" 2>&1; }

listed=''

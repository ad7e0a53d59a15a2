# Needs: package

# Set when this run has looked at the age of the package lists.
lists_checked=''

# find_package NAME: the status of a package (installed, broken, left or empty) and its version.
# Sets: status installed
find_package() {
    local row='' providers=0
    row=$(dpkg-query -W -f '${db:Status-Abbrev} ${Version}\n' -- "$1" 2>/dev/null) || row=''
    case $row in
        [ih]i*) status=installed installed=${row##* } ;;
        ?[UFHWt]*) status=broken installed=${row##* } ;;
        rc*) status=left installed='' ;;
        *)
            status='' installed=''
            # A virtual package is installed when another package provides it.
            providers=$(dpkg-query -W -f '${db:Status-Abbrev}, ${Provides},\n' 2>/dev/null |
                grep -c "^[ih]i.*, $1[, ]") || :
            [ "${providers:-0}" = 0 ] || status=installed
            ;;
    esac
}

# find_newest NAME: the newest version that can be installed.
# Sets: newest
find_newest() {
    newest=$(apt-cache policy -- "$1" 2>/dev/null | sed -n 's/^  Candidate: //p')
    [ "$newest" != '(none)' ] || newest=''
}

# run_apt ARGUMENT...: replaces the shell with apt-get.
run_apt() {
    DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true APT_LISTCHANGES_FRONTEND=none \
        NEEDRESTART_MODE=l NEEDRESTART_SUSPEND=1 \
        exec ${own:+"$own"} apt-get -qy -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout="${limit:-300}" \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# run_dpkg_configure: replaces the shell with dpkg, which ends its interrupted work.
run_dpkg_configure() {
    DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true NEEDRESTART_MODE=l NEEDRESTART_SUSPEND=1 \
        exec ${own:+"$own"} dpkg --force-confdef --force-confold --configure -a
}

# update_lists: fetches the package lists when they are older than a day, once in a run.
# Sets: lists_checked
update_lists() {
    local code=100 line=''
    [ -z "$lists_checked" ] || return 0
    lists_checked=1
    [ -z "$(find "$state/apt-lists" /var/lib/apt/periodic/update-success-stamp -mmin -1440 2>/dev/null)" ] || return 0
    try_update
    if [ "$code" = 0 ]; then
        mkdir -p "$state" && : >"$state/apt-lists"
    elif [ -z "$hidden" ]; then
        line=$(problems "$work/lists" | head -n 1 | masked)
        say note "the package lists are old, since apt-get update failed: $line"
    fi
}

# try_update: fetches the package lists, again when another process took the lock between the check and the try.
# Sets: code
try_update() {
    local lock_holder=''
    while [ "$code" = 100 ] && await_locks /var/lib/apt/lists/lock; do
        code=0
        within "${limit:-900}" run_apt -o APT::Update::Error-Mode=any update \
            6</dev/null >"$work/lists" 2>&1 || code=$?
        find_lock_holder /var/lib/apt/lists/lock || break
    done
}

# await_manager: waits until no other process has apt or dpkg. Fails when dpkg was interrupted, unless it may be
# repaired.
await_manager() {
    local hint=''
    await_locks /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/cache/apt/archives/lock || return 1
    if [ "$repair" ]; then
        [ -z "$(list_interrupted)" ] || run_manager run_dpkg_configure
    elif has_updates; then
        find_hint
        fail "dpkg was interrupted$hint"
    fi
}

# has_updates: whether dpkg has left notes of work that it has not ended.
has_updates() {
    set -- /var/lib/dpkg/updates/[0-9]*
    [ -e "$1" ]
}

# list_interrupted: prints the packages that dpkg has begun and not ended, and whether there is other work.
list_interrupted() {
    dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | awk '$1 ~ /^.[UFHWt]|R$/ { print $2 }'
    ! has_updates || echo 'work of its own'
}

# find_hint: what a person can do when dpkg was interrupted.
# Sets: hint
find_hint() {
    local line=''
    hint=$(list_interrupted)
    one_line "$hint"
    [ -z "$hint" ] ||
        hint=": dpkg has not ended its work ($line): repair it with dpkg --configure -a, or set RepairInterrupted"
}

# install_package [OPTION...]: installs $name in $version.
install_package() {
    local exact="$version" row=''
    make_work_folder || return 1
    update_lists
    case $version in
        *\**)
            # shellcheck disable=SC2254
            exact=$(apt-cache madison -- "$name" | awk '{ print $3 }' |
                while read -r row; do case $row in $version) echo "$row"; break ;; esac; done)
            [ "$exact" ] || fail "no version of $name fits what the recipe wants" || return 1
            ;;
    esac
    run_manager run_apt --allow-downgrades "$@" install "$name${exact:+=$exact}"
}

# upgrade_package [OPTION...]: installs the newest version of $name.
upgrade_package() {
    make_work_folder || return 1
    update_lists
    run_manager run_apt "$@" install "$name"
}

# remove_package: removes $name.
remove_package() { run_manager run_apt remove "$name"; }

# purge_package: removes $name with its configuration.
purge_package() { run_manager run_apt purge "$name"; }

# install_packages NAME...: installs packages in one transaction.
install_packages() { update_lists; within "${limit:-900}" run_apt install "$@" 6</dev/null >"$work/output" 2>&1; }

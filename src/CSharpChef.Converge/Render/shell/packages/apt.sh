# Needs: batch manager dpkg policy others

# Set when this run has looked at the age of the package lists.
lists_checked=''
# A plan can ask what apt would do.
can_simulate=1

# run_apt ARGUMENT...: replaces the shell with apt-get.
run_apt() {
    DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true APT_LISTCHANGES_FRONTEND=none \
        NEEDRESTART_MODE=l NEEDRESTART_SUSPEND=1 \
        exec ${own:+"$own"} apt-get -qy -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout="${limit:-300}" \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# run_simulation ARGUMENT...: replaces the shell with apt-get, which only says what it would do.
run_simulation() { run_apt -s --allow-downgrades install "$@"; }

# results: prints what the packages of a simulated change become, from standard input: NAME VERSION, without a version
# when they are removed.
results() {
    local native=''
    native=$(dpkg --print-architecture)
    awk -v "native=$native" '
        $1 != "Inst" && $1 != "Remv" { next }
        { version = "" }
        $1 == "Inst" { for (i = NF; i > 2; i--) if ($i ~ /^\(/) version = substr($i, 2) }
        { print $2 " " version }
        $2 !~ /:/ { print $2 ":" native " " version }'
}

# reasons: prints the lines in which apt-get says why it refuses, from standard input.
reasons() { grep -E '^E: |^ .*: ' | sed 's/^ *//'; }

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

# expects_newer_lists: whether the package lists are so old that a run would fetch new ones.
expects_newer_lists() { [ -z "$(find /var/lib/apt/lists -prune -mmin -1440 2>/dev/null)" ]; }

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

# install_package [OPTION...]: installs $name in $version.
install_package() {
    local policy='' refusal='' known='' others='' newest='' versions='' exact=''
    make_work_folder || return 1
    update_lists
    ask_policy "$name" || fail "$refusal" || return 1
    read_policy "$name"
    choose_version "$@" || fail "$refusal" || return 1
    install_beside_others "$name${exact:+=$exact}" "$@"
}

# upgrade_package [OPTION...]: installs the version of $name that apt prefers, which can be an older one.
upgrade_package() {
    make_work_folder || return 1
    update_lists
    install_beside_others "$name" "$@"
}

# install_beside_others REQUEST [OPTION...]: installs a package, unless apt would undo what the recipe wants of others.
# Where only a removal could do that, apt may remove nothing at first, which is quicker than to ask it before.
install_beside_others() {
    local request="$1" code=0 hint='' manager=apt
    shift
    if [ "$protected" ] && ! printf '%s\n' "$protected" | without_removable >/dev/null; then
        start_manager run_apt --no-remove --allow-downgrades "$@" install "$request"
        [ "$code" != 0 ] || return 0
        grep -q 'remove is disabled' "$work/output" || report_manager || return 1
    fi
    leaves_protected "$@" "$request" && run_manager run_apt --allow-downgrades "$@" install "$request"
}

# remove_package [OPTION...]: removes $name.
remove_package() { leaves_protected "$@" "$name-" && run_manager run_apt "$@" remove "$name"; }

# purge_package [OPTION...]: removes $name with its configuration.
purge_package() { leaves_protected "$@" "$name-" && run_manager run_apt "$@" purge "$name"; }

# install_packages NAME...: installs packages in one transaction. Apt refuses it before any change when it cannot
# install all of them or would remove a package.
# Sets: lists_checked timed_out
install_packages() {
    local name='' policy='' refusal='' known='' others='' newest='' versions=''
    update_lists
    timed_out=''
    ask_policy "$@" || return 1
    for name; do
        read_policy "$name"
        [ "$known" ] || return 1
    done
    within "$batch_limit" run_apt --no-remove install "$@" 6</dev/null >"$work/output" 2>&1
}

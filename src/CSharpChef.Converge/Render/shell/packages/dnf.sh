# Needs: batch manager

# dnf has no answer to what it would do that can be told from an error.
can_simulate=''

# find_package NAME[.ARCHITECTURE]: the status of a package (installed, provided by another, or empty) and its version,
# with its epoch when it has one. Fails when rpm cannot answer, not even about itself.
# Sets: status installed selection
find_package() {
    local rows=''
    rows=$(query_rpm rpm "$1")
    read_rows "$1"
}

# read_rows NAME: reads the state of a package from $rows.
# Sets: status installed selection
read_rows() {
    local row='' IFS="$nl"
    status='' installed='' selection=''
    case "$nl$rows" in *"$nl:rpm "*) ;; *) fail "rpm cannot answer: $rows" || return 1 ;; esac
    set -f
    for row in $rows; do
        case $row in ":$1 "* | ":${1%.*} ${1##*.} "*) status=installed installed=${row##* } ;; esac
    done
    set +f
    if [ -z "$status" ] && query_rpm --whatprovides "$1" | grep -q '^:'; then status=provided; fi
}

# query_rpm ARGUMENT...: prints installed packages: a colon, the name, the architecture and the version.
query_rpm() { rpm -q --qf ':%{NAME} %{ARCH} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' "$@" 2>&1; }

# find_newest NAME: the newest version that can be installed of the package of this very name.
# Sets: newest
find_newest() {
    newest=$(run_dnf -q repoquery --latest-limit 1 --qf '%{name} %{evr}\n' "$1" 2>&1) ||
        fail "dnf cannot answer: $newest" || return 1
    newest=$(printf '%s\n' "$newest" | awk -v "name=$1" '$1 == name || index(name, $1 ".") == 1 { print $2; exit }')
}

# run_dnf ARGUMENT...: replaces the shell with dnf, or with yum on older machines.
run_dnf() {
    if command -v dnf >/dev/null; then exec ${own:+"$own"} dnf -y "$@"; fi
    exec ${own:+"$own"} yum -y "$@"
}

# await_manager: waits until dnf can work.
await_manager() { await_locks /usr/lib/sysimage/rpm/.rpm.lock /var/lib/rpm/.rpm.lock; }

# find_hint: what a person can do after a failure.
# Sets: hint
find_hint() { hint=''; }

# mark_wanted: dnf answers only in seconds whether a package was installed for others, so it is not asked.
mark_wanted() { :; }

# plain_name NAME: a name as it is.
# Sets: plain
plain_name() { plain=$1; }

# query_others NAME...: asks rpm about packages at once.
# Sets: rows
query_others() { rows=$(query_rpm rpm "$@"); }

# find_other NAME: the status of a package that an action before wants, and its version.
# Sets: status installed selection
find_other() { read_rows "$1"; }

# list_unconfigured: dnf leaves no package unpacked and not configured.
list_unconfigured() { :; }

# install_package [OPTION...]: installs $name in $version.
install_package() {
    local status="$status" installed='' selection=''
    if [ "$status" != installed ] || [ -z "$version" ]; then
        run_manager run_dnf "$@" install "$name${version:+-$version}"
        return
    fi
    run_manager run_dnf "$@" upgrade "$name-$version" && find_package "$name" || return 1
    fits "$installed" || run_manager run_dnf "$@" downgrade "$name-$version"
}

# upgrade_package [OPTION...]: installs the newest version of $name.
upgrade_package() { run_manager run_dnf "$@" upgrade "$name"; }

# remove_package [OPTION...]: removes $name.
remove_package() { run_manager run_dnf "$@" remove "$name"; }

# purge_package [OPTION...]: removes $name.
purge_package() { run_manager run_dnf "$@" remove "$name"; }

# install_packages NAME...: installs packages in one transaction.
install_packages() { within "$batch_limit" run_dnf install "$@" 6</dev/null >"$work/output" 2>&1; }

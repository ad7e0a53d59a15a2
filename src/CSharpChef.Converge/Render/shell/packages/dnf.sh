# Needs: package

# find_package NAME: the status of a package, installed or empty, and its version, with its epoch when it has one.
# Sets: status installed
find_package() {
    installed=$(rpm -q --qf '%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' --whatprovides "$1" 2>/dev/null |
        head -n 1) || installed=''
    case $installed in '' | *' '*) status='' installed='' ;; *) status=installed ;; esac
}

# find_newest NAME: the newest version that can be installed.
# Sets: newest
find_newest() { newest=$(run_dnf -q repoquery --latest-limit 1 --qf '%{evr}' "$1" 2>/dev/null | head -n 1); }

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

# install_package [OPTION...]: installs $name in $version.
install_package() {
    local status="$status" installed=''
    if [ "$status" != installed ] || [ -z "$version" ]; then
        run_manager run_dnf "$@" install "$name${version:+-$version}"
        return
    fi
    run_manager run_dnf "$@" upgrade "$name-$version" && find_package "$name" || return 1
    # shellcheck disable=SC2254
    case $installed in
        $version) ;;
        *) run_manager run_dnf "$@" downgrade "$name-$version" ;;
    esac
}

# upgrade_package [OPTION...]: installs the newest version of $name.
upgrade_package() {
    if [ "$status" ]; then run_manager run_dnf "$@" upgrade "$name"; else run_manager run_dnf "$@" install "$name"; fi
}

# remove_package: removes $name.
remove_package() { run_manager run_dnf remove "$name"; }

# purge_package: removes $name.
purge_package() { run_manager run_dnf remove "$name"; }

# install_packages NAME...: installs packages in one transaction.
install_packages() { within "${limit:-900}" run_dnf install "$@" 6</dev/null >"$work/output" 2>&1; }

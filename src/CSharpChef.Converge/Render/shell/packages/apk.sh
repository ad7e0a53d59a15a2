# Needs: package

# find_package NAME: the status of a package, installed or empty, and its version.
# Sets: status installed
find_package() {
    installed=$(awk -v "name=$1" '
        /^P:/ { hit = substr($0, 3) == name }
        hit && /^V:/ { print substr($0, 3); exit }' /lib/apk/db/installed 2>/dev/null)
    if [ "$installed" ]; then status=installed; else status=''; fi
}

# find_newest NAME: the newest version that can be installed.
# Sets: newest
find_newest() {
    newest=$(apk policy "$1" 2>/dev/null |
        awk 'NR > 1 && /^  [0-9]/ { sub(/:$/, "", $1); last = $1 } END { print last }')
}

# run_apk ARGUMENT...: replaces the shell with apk.
run_apk() { exec ${own:+"$own"} apk --no-interactive --wait "${limit:-300}" "$@"; }

# await_manager: waits until apk can work.
await_manager() { await_locks /lib/apk/db/lock; }

# find_hint: what a person can do after a failure.
# Sets: hint
find_hint() { hint=''; }

# install_package [OPTION...]: installs $name in $version.
install_package() {
    case $version in
        '') run_manager run_apk add "$@" "$name" ;;
        *\*) run_manager run_apk add "$@" "$name=~${version%.\*}" ;;
        *) run_manager run_apk add "$@" "$name=$version" ;;
    esac
}

# upgrade_package [OPTION...]: installs the newest version of $name.
upgrade_package() { run_manager run_apk add --upgrade "$@" "$name"; }

# remove_package: removes $name.
remove_package() { run_manager run_apk del "$name"; }

# purge_package: removes $name with its configuration.
purge_package() { run_manager run_apk del --purge "$name"; }

# install_packages NAME...: installs packages in one transaction.
install_packages() { within "${limit:-900}" run_apk add "$@" 6</dev/null >"$work/output" 2>&1; }

# Needs: command output work lock

# Packages that install_batch installed, each followed by a space: " git curl ".
installed_in_batch=''

# package STATE NAME VERSION [repair] [OPTION...]: ensures that a package is in a state, by the package manager of the
# machine.
package() {
    local want="$1" name="$2" version="$3" repair='' status='' installed='' newest=''
    shift 3
    [ "${1-}" != repair ] || { repair=1; shift; }
    case "$want $installed_in_batch " in "installed "*" $name "*)
        report_batched
        return
        ;;
    esac
    find_package "$name"
    case $want in
        removed) case $status in installed | broken) ;; *) return 0 ;; esac; would "remove $name" || return 0 ;;
        purged) [ "$status" ] || return 0; would "purge $name" || return 0 ;;
        latest)
            find_newest "$name"
            if [ "$status" = installed ]; then
                [ "$newest" ] && [ "$newest" != "$installed" ] || return 0
                would "upgrade $name" || return 0
            else
                would "install $name" || return 0
            fi
            ;;
        installed)
            if [ "$status" = installed ]; then
                # shellcheck disable=SC2254
                case $installed in ${version:-*}) return 0 ;; esac
            fi
            would "install $name${version:+ $version}" || return 0
            ;;
    esac
    make_work_folder && await_manager && change_package "$@"
}

# change_package [OPTION...]: brings the package into the wanted state.
change_package() {
    case $want in
        installed) install_package "$@" ;;
        latest) upgrade_package "$@" ;;
        removed) remove_package ;;
        purged) purge_package ;;
    esac
}

# report_batched: reports that the package was installed, which install_batch did before.
# Sets: installed_in_batch
report_batched() {
    installed_in_batch="${installed_in_batch%%" $name "*} ${installed_in_batch#*" $name "}"
    would "install $name" || :
}

# run_manager FUNCTION [ARGUMENT...]: runs the package manager. When it fails, the end of its output is shown.
run_manager() {
    local code=0 hint='' manager="${1#run_}"
    make_work_folder || return 1
    within "${limit:-900}" "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    [ "$code" != 0 ] || return 0
    [ "$timed_out" ] || say code "$number" "$code"
    if [ -z "$hidden" ]; then
        say output "$number"
        { problems "$work/lists" | tail -n 6; tail -n 20 "$work/output"; } | tail -c 4096 | show
    fi
    find_hint
    [ "$manager" != dpkg_configure ] || manager='dpkg --configure -a'
    if [ "$timed_out" ]; then
        fail "$manager did not end within ${limit:-900} seconds$hint"
    else
        fail "$manager ended with exit code $code$hint"
    fi
}

# problems FILE: prints the lines in which a package manager reports errors and warnings.
problems() { [ ! -s "$1" ] || grep -E '^(E|W|ERROR|WARNING|Error): ' "$1"; }

# install_batch NAME...: installs the missing ones of these packages in one transaction. The actions that follow only
# report it.
# Sets: installed_in_batch dirty
install_batch() {
    local missing='' name='' status='' installed='' number=0 limit='' hidden='' repair=''
    [ -z "$stop" ] && [ "$mode" = converge ] || return 0
    for name; do
        find_package "$name"
        [ "$status" = installed ] || missing="$missing $name"
    done
    case ${missing# } in *' '*) ;; *) return 0 ;; esac
    make_work_folder && await_manager || return 0
    # shellcheck disable=SC2086
    if install_packages $missing; then installed_in_batch="$missing " dirty=1; fi
}

# Needs: package

# install_batch NAME...: installs the missing ones of these packages in one transaction. The actions that follow only
# report it.
# Sets: installed_in_batch dirty
install_batch() {
    local missing='' name='' status='' installed='' selection='' number=0 limit='' hidden='' repair=''
    [ -z "$stop" ] && [ "$mode" = converge ] || return 0
    for name; do
        find_package "$name" || return 0
        case $status in '' | left) missing="$missing $name" ;; esac
    done
    case ${missing# } in *' '*) ;; *) return 0 ;; esac
    make_work_folder && await_manager || return 0
    # Also a transaction that failed has changed what the probe found.
    dirty=1
    # shellcheck disable=SC2086
    install_packages $missing || :
    for name in $missing; do
        find_package "$name" || return 0
        [ "$status" != installed ] || installed_in_batch="${installed_in_batch:- }$name "
    done
}

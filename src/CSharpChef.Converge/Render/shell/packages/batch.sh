# Needs: package queue

# The packages that install_batch brought to the state that their actions want, each as " NUMBER:NAME ".
batch_installed=''

# install_batch NUMBER NAME...: installs the missing packages of neighbouring actions in one transaction, unless it
# would be refused or remove a package. What it changes is reported by the actions, which then run also when the run
# stops.
# Sets: batch_changes batch_installed dirty
install_batch() {
    local missing='' names=' ' pair='' untouched='' number=0 limit='' hidden='' repair=''
    local status='' installed='' selection=''
    [ -z "$stop$cancelled" ] && [ "$mode" = converge ] || return 0
    while [ $# -gt 0 ]; do
        find_package "$2" || return 0
        case $status$names in *" $2 "*) ;; ' '* | left\ *) missing="$missing $1:$2" names="$names$2 " ;; esac
        shift 2
    done
    case ${missing# } in *' '*) ;; *) return 0 ;; esac
    make_work_folder && await_manager || return 0
    # shellcheck disable=SC2086
    with_actions begin_in_batch $missing
    # Also a transaction that failed has changed what the probe found.
    dirty=1
    # shellcheck disable=SC2086
    install_packages $names || :
    for pair in $missing; do
        find_package "${pair#*:}" || return 0
        case $status in
            '' | left) continue ;;
            installed | provided) batch_installed="${batch_installed:- }$pair " ;;
        esac
        batch_changes="${batch_changes:- }$pair "
    done
    for pair in $missing; do
        case $batch_changes in *" ${pair%%:*}:"*) ;; *) untouched="$untouched $pair" ;; esac
    done
    # shellcheck disable=SC2086
    with_actions drop_notifications $untouched
}

# with_actions FUNCTION NUMBER:NAME...: calls a function once for each of these actions, with the settings of the
# action.
with_actions() {
    local task="$1" pair='' listing=1 begun=1 number='' title='' notifies_now='' notifies_later='' supersedes=''
    local ignore='' retries='' pause='' limit='' hidden='' sender=''
    shift
    for pair; do
        [ "${pair%%:*}" != "$number" ] || continue
        number=${pair%%:*} notifies_later='' sender=''
        "action$number" >/dev/null
        "$task"
    done
}

# begin_in_batch: says that the change of an action begins, and records what it notifies.
begin_in_batch() {
    say begin "$number" "$title"
    [ -z "$notifies_later$sender" ] || record_notifications
}

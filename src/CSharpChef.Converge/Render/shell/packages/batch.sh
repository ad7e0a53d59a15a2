# Needs: package queue others

# The packages that install_batch brought to the state that their actions want, each as " NUMBER:NAME ".
batch_installed=''

# install_batch LIMIT NUMBER NAME...: installs the missing packages of neighbouring actions in one transaction within a
# time limit in seconds, unless it would be refused, remove a package or undo what an action before wants. What it
# changes is reported by the actions, which then report it also when the run stops.
# Sets: batch_limit batch_installed batch_timed_out batch_changes configured dirty timed_out
install_batch() {
    local limit="$1" missing='' names=' ' before=' ' plain='' seen=' ' number='' name='' version='' hidden='' repair=''
    local status='' installed='' selection='' claimed='' pair=''
    shift
    [ -z "$stop$cancelled" ] && [ "$mode" = converge ] || return 0
    number=$1
    while [ $# -gt 0 ]; do
        find_package "$2" || return 0
        plain_name "$2"
        case $selection,$status$seen in
            *" $plain "* | hold,*) ;;
            *,' '* | *,left\ * | *,broken\ *)
                missing="$missing $1:$2" names="$names$2 " before="$before$2=$status,$installed,$selection "
                seen="$seen$plain "
                ;;
        esac
        shift 2
    done
    # shellcheck disable=SC2086
    set -- $missing
    [ $# -gt 1 ] || return 0
    batch_limit=${limit:-$((900 * $#))}
    # shellcheck disable=SC2086
    make_work_folder && await_manager && keeps_earlier $names || return 0
    with_actions begin_in_batch "$@"
    # Also a transaction that failed has changed what the probe found.
    dirty=1 timed_out=''
    claim_unconfigured "$@"
    # shellcheck disable=SC2086
    install_packages $names || :
    for pair; do
        case $timed_out,$batch_timed_out in
            ,* | *" ${pair%%:*} "*) ;;
            *) batch_timed_out="$batch_timed_out ${pair%%:*} " ;;
        esac
        ! note_change "$pair" || batch_installed="${batch_installed:- }$pair "
    done
    drop_unchanged "$@"
    note_claimed
}

# note_change NUMBER:NAME: notes whether a transaction has changed the package of another action. Succeeds when it has
# installed it.
# Sets: batch_changes
note_change() {
    local status='' installed='' selection=''
    find_package "${1#*:}" || return 1
    case $status,$before in ,* | left,* | *" ${1#*:}=$status,$installed,$selection "*) return 1 ;; esac
    case $batch_changes in *" $1 "*) ;; *) batch_changes="${batch_changes:- }$1 " ;; esac
    case $status in installed | provided) ;; *) return 1 ;; esac
}

# drop_unchanged NUMBER:NAME...: the actions for which a transaction has changed nothing notify nothing. Others may
# notify the same actions: what they notify is recorded again.
drop_unchanged() {
    local pair='' unchanged=''
    for pair; do
        case $batch_changes in *" ${pair%%:*}:"*) ;; *) unchanged="$unchanged $pair" ;; esac
    done
    # shellcheck disable=SC2086
    with_actions drop_notifications $unchanged
    # shellcheck disable=SC2086
    [ -z "$unchanged" ] || with_actions record_notifications $batch_changes
}

# claim_unconfigured [NUMBER:NAME...]: a transaction of dpkg also configures all packages that are unpacked and not
# configured. The actions behind this one that want them record what they notify, and report it as their change.
# Sets: before claimed configured
claim_unconfigured() {
    local unconfigured='' row='' next='' other='' status='' installed='' selection='' version='' want=''
    claimed=''
    forget_configured "$name"
    unconfigured=$(list_unconfigured | tr '\n' ' ')
    [ "$unconfigured" ] || return 0
    configured="${configured:- }$unconfigured"
    while read -r next want other version; do
        case "$want, $unconfigured, $* " in
            *,*,*" $next:$other "*) ;;
            installed,*" ${other%%:*} "*,* | latest,*" ${other%%:*} "*,*)
                if find_package "$other" && [ "$status" = broken ] && fits "$installed"; then
                    claimed="$claimed $next:$other" before="${before:- }$other=$status,$installed,$selection "
                fi
                ;;
        esac
    done <<END
$(list_packages_behind)
END
    # shellcheck disable=SC2086
    with_actions begin_in_batch $claimed
}

# note_claimed: notes what the transaction of an action has changed of the packages that actions behind it claimed.
# Sets: batch_changes
note_claimed() {
    local pair=''
    for pair in $claimed; do note_change "$pair" || :; done
    # shellcheck disable=SC2086
    drop_unchanged $claimed
    [ -z "$claimed" ] || [ -z "$name" ] || record_notifications
}

# list_packages_behind: prints the packages of the actions behind this one, each behind the number of its action.
list_packages_behind() {
    local listing=1 dirty=1 announced='' next=''
    for next in $package_actions; do
        [ "$next" -le "$number" ] || "action$next" | sed "s/^/$next /"
    done
}

# with_actions FUNCTION NUMBER:NAME...: calls a function once for each of these actions, with the settings of the
# action.
with_actions() {
    local task="$1" pair='' listing=1 begun=1 number='' title='' notifies_now='' notifies_later='' supersedes=''
    local ignore='' retries='' pause='' limit='' hidden='' sender='' announced=''
    shift
    for pair; do
        [ "${pair%%:*}" != "$number" ] || continue
        number=${pair%%:*} notifies_now='' notifies_later='' sender=''
        "action$number" >/dev/null
        "$task"
    done
}

# begin_in_batch: says that the change of an action begins, and records what it notifies.
begin_in_batch() {
    say begin "$number" "$title"
    [ -z "$notifies_now$notifies_later$sender" ] || record_notifications
}

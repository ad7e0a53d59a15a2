# Needs: command output work lock foresee

# What this action has reported of a batch, each as " NUMBER.ATTEMPT:NAME ". The action that reports only, since the run
# has ended.
batch_reported='' last_action=''
# The actions whose batch took longer than its limit in seconds, each between spaces.
batch_timed_out='' batch_limit=''
# The packages that were half configured before a transaction of this run and are configured now, each between spaces.
configured=''

# package STATE NAME VERSION [repair] [OPTION...]: ensures that a package is in a state, by the package manager of the
# machine.
# Sets: batch_installed configured
package() {
    local want="$1" name="$2" version="$3" repair='' label="$2" task='' status='' installed='' newest='' selection=''
    local state_before='' recalled=''
    shift 3
    [ "${1-}" != repair ] || { repair=1; shift; }
    [ -z "$hidden" ] || label='the package'
    if [ "$listing" ]; then
        printf '%s %s\n' "$want" "$name${version:+ $version}"
        return
    fi
    case $batch_changes in *" $number:"*) report_batch ;; esac
    case $want,$batch_installed in "installed,"*" $number:$name "*)
        batch_installed="${batch_installed%%" $number:$name "*} ${batch_installed#*" $number:$name "}"
        return
        ;;
    esac
    find_package "$name" || return 1
    state_before="$status $installed $selection"
    recall_planned
    report_configured && decide && respect_hold "$@" && reach_state "$@"
}

# decide: what has to be done with the package: install, upgrade, remove, purge or nothing. That another package
# provides the name is enough, unless there is a package of this very name.
# Sets: task newest
decide() {
    task=''
    case $want,$status in
        removed,installed | removed,broken) task=remove ;;
        purged,installed | purged,broken | purged,left) task=purge ;;
        removed,* | purged,*) ;;
        latest,installed)
            find_newest "$name" || return 1
            case $newest in '' | "$installed") ;; *) task=upgrade ;; esac
            ;;
        installed,installed) fits "$installed" || task=install ;;
        *,provided)
            find_newest "$name" || return 1
            [ -z "$newest$version" ] || task=install
            ;;
        *) task=install ;;
    esac
}

# fits VERSION: whether a version is one that the recipe wants.
fits() {
    # shellcheck disable=SC2254
    case $1 in ${version:-*}) ;; *) return 1 ;; esac
}

# respect_hold [OPTION...]: a package that is held is not upgraded. What else would change it fails.
# Sets: task
respect_hold() {
    [ "$selection" = hold ] || return 0
    case "$task,$status, $* " in
        ,* | install,broken,* | purge,left,* | *' --allow-change-held-packages '*) return 0 ;;
        upgrade,*) task='' && say note "$label is held at $installed, and $newest could be installed" ;;
        *)
            fail "$label is held${installed:+ at $installed}: release it with apt-mark unhold, or set Options to \
--allow-change-held-packages"
            ;;
    esac
}

# reach_state [OPTION...]: makes the change in $task. Once the run has ended, or the batch of the action took too long,
# nothing is changed any more.
# Sets: batch_timed_out
reach_state() {
    local hint=''
    case $number,$task,$batch_timed_out in
        "$last_action,"*) [ -z "$task" ] || fail "the run ended before it could $task $label" ;;
        *,,*) mark_if_wanted ;;
        *" $number "*)
            batch_timed_out="${batch_timed_out%%" $number "*} ${batch_timed_out#*" $number "}"
            show_output
            find_hint
            fail "the package manager did not end within $batch_limit s when it installed packages together$hint"
            ;;
        *) perform "$@" ;;
    esac
}

# mark_if_wanted: makes sure that nothing else removes an installed package that the recipe wants.
# Sets: earlier_change
mark_if_wanted() {
    local earlier="$earlier_change" code=0
    [ -z "$recalled" ] || return 0
    case $want,$status in installed,installed | latest,installed) mark_wanted || code=$? ;; esac
    earlier_change=$earlier
    return "$code"
}

# perform [OPTION...]: announces the change and makes it. A plan asks the package manager whether it would.
# Sets: earlier_change
perform() {
    local earlier="$earlier_change" wanted_version='' quiet='' protected=''
    [ "$task" != install ] || wanted_version=$version
    case $task,$changed,$batch_reported in install,1,*" $number.$attempt:$name "*) quiet=1 ;; esac
    [ "$mode" = converge ] || foresee "$@" || return 1
    if would "$task $name${wanted_version:+ $wanted_version}"; then
        make_work_folder && await_manager && find_protected_before && "${task}_package" "$@" && check_reached &&
            did && check_others
    else
        note_planned
        # What a package brings rarely changes what the package manager knows.
        earlier_change=$earlier
    fi
}

# report_if_changed: reports the announced change of a package that is not as it was before the package manager failed.
report_if_changed() {
    local status='' installed='' selection=''
    [ "$announced" ] && find_package "$name" || return 0
    [ "$status $installed $selection" = "$state_before" ] || did
}

# check_reached: fails when the package manager has not reached what the recipe wants, although it ended well.
check_reached() {
    local before="$installed" status='' selection='' installed=''
    find_package "$name" || return 1
    case $task,$status in
        remove,installed | remove,broken | purge,installed | purge,broken | purge,left) ;;
        remove,* | purge,*) return 0 ;;
        upgrade,installed) [ "$installed" = "$before" ] || return 0 ;;
        install,installed) if fits "$installed"; then return 0; fi ;;
        install,provided) [ "$version" ] || return 0 ;;
    esac
    [ "$status $installed $selection" = "$state_before" ] || did
    show_output
    case $status in left) status='removed, and its configuration is left' ;; esac
    fail "the package manager ended well, but $label is ${status:-not installed}${installed:+ in version $installed}"
}

# report_batch: reports all that the transactions of other actions have changed for this one, of which a later package
# may fail. When the run has ended, the action makes no other change.
# Sets: batch_changes batch_reported last_action configured
report_batch() {
    local pair='' rest=' '
    [ -z "$stop$cancelled" ] || last_action=$number
    for pair in $batch_changes; do
        case $pair in
            "$number:"*)
                would "install ${pair#*:}${version:+ $version}" && did
                batch_reported="$batch_reported $number.$attempt:${pair#*:} "
                forget_configured "${pair#*:}"
                ;;
            *) rest="$rest$pair " ;;
        esac
    done
    batch_changes=$rest
}

# report_configured: reports that a transaction of another action has configured the package.
# Sets: configured
report_configured() {
    case $want,$status,$configured in
        installed,installed,*" $name "* | latest,installed,*" $name "*) ;;
        *) return 0 ;;
    esac
    forget_configured "$name"
    ! fits "$installed" || [ "$last_action" = "$number" ] ||
        if would "install $name${version:+ $version}"; then did; fi
}

# forget_configured NAME: a package has been reported as configured.
# Sets: configured
forget_configured() {
    case $configured in *" $1 "*) configured="${configured%%" $1 "*} ${configured#*" $1 "}" ;; esac
}

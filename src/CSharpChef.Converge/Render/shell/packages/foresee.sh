# Needs: output others

# The actions whose packages a plan asks about together. The program sets it: "1 2 5".
package_actions=''
# The number of actions that run in order: those with higher numbers run only when they are notified.
scheduled=0
# Set while these actions only print what they may change: STATE NAME VERSION.
listing=''
# Set when the package manager was asked about them together. Then: the names of those that it would change, and the
# requests for all changes so far, as it reads them.
asked='' agreed='' requests=''
# What the packages become by the changes that the package manager agreed to, and the packages that this plan would
# already have installed, each between spaces.
foreseen='' planned=''

# foresee [OPTION...]: asks the package manager, without a change, whether it would do $task after the changes before
# it. Fails when it would refuse. It is asked once for all packages as long as it agrees.
# Sets: asked agreed requests foreseen
foresee() {
    local request='' certain='' refusal='' policy='' simulated=''
    [ "$can_simulate" ] || return 0
    [ "$asked" ] || foresee_together
    case "$# $agreed " in "0 "*" $name "*) return 0 ;; esac
    # shellcheck disable=SC2086
    if ask_policy "$name" && write_request "$@" && simulate "$@" $requests "$request" && keeps_wanted; then
        requests="$requests $request" foreseen=$simulated
    else
        refuse
    fi
}

# foresee_together: asks apt or apk at once whether it would make the changes of all packages.
# Sets: asked agreed requests foreseen
foresee_together() {
    local rows='' names='' together='' refusal='' simulated=''
    asked=1
    rows=$(list_packages '')
    case $rows in *"$nl"*) ;; *) return 0 ;; esac
    gather
    # shellcheck disable=SC2086
    if [ "$together" ] && simulate $together && keeps_all; then
        agreed=$names requests=$together foreseen=$simulated
    fi
}

# note_planned: notes that the plan would install the package, or remove it.
# Sets: planned
note_planned() {
    local plain=''
    plain_name "$name"
    case $planned in *" $plain "*) planned="${planned%%" $plain "*}${planned#*" $plain "}" ;; esac
    case $task in install | upgrade) planned="$planned $plain " ;; esac
}

# recall_planned: the state that a change before this one in the plan would give the package.
# Sets: status installed selection recalled
recall_planned() {
    local plain='' simulated="$foreseen"
    plain_name "$name"
    case $planned in *" $plain "*) ! find_simulated "$name" || recalled=1 ;; esac
}

# keeps_all: whether the simulated change leaves all packages as the recipe wants them.
keeps_all() {
    local name='' refusal=''
    would_keep "$(list_packages 1)"
}

# list_packages DIRTY: prints the packages of the actions that can be asked about together: with DIRTY all, otherwise
# those that the probe did not find as they should be.
list_packages() {
    local listing=1 dirty="$1" announced='' next=''
    for next in $package_actions; do "action$next"; done
}

# list_kept: prints the packages that the probe found as they should be.
list_kept() {
    local row='' changing=''
    changing=$(list_packages '')
    list_packages 1 | while read -r row; do
        case $nl$changing$nl in *"$nl$row$nl"*) ;; *) printf '%s\n' "$row" ;; esac
    done
}

# keeps_wanted: whether the simulated change leaves as the recipe wants them the packages of the actions before, and
# those that need no change.
# Sets: refusal
keeps_wanted() {
    local protected=''
    [ "$number" -le "$scheduled" ] || return 0
    find_protected "$({ list_packages_before; list_kept; } | sort -u)" && would_keep "$protected"
}

# gather: makes requests of the changes in $rows. Those that only the package manager can judge are asked about alone,
# and all are when one package is named twice.
# Sets: together names
gather() {
    local want='' name='' version='' request='' certain='' refusal='' policy='' plain='' seen=' '
    while read -r _ name _; do
        plain_name "$name"
        case $seen in *" $plain "*) return 0 ;; esac
        names="$names $name" seen="$seen$plain "
    done <<END
$rows
END
    # shellcheck disable=SC2086
    ask_policy $names || return 0
    names=''
    while read -r want name version; do
        if write_request && [ "$certain" ]; then together="$together $request" names="$names $name "; fi
    done <<END
$rows
END
}

# simulate ARGUMENT...: asks the package manager whether it would make changes, and what they would be.
# Sets: refusal simulated
simulate() {
    local output=''
    if output=$(run_simulation "$@" 2>&1 </dev/null 3>&- 4<&- 5>&- 7>&-); then
        simulated=$nl$(printf '%s\n' "$output" | results)$nl
        return 0
    fi
    refusal=$(printf '%s\n' "$output" | reasons)
    refusal="the package manager refuses it: ${refusal:-$output}"
    return 1
}

# refuse: reports that the package manager would refuse the change. It may be right once what is declared before it has
# changed, or with newer package lists: then this is a note.
# Sets: refusal
refuse() {
    local line=''
    [ -z "$hidden" ] || refusal='the package manager refuses it'
    one_line "$refusal"
    if [ "$earlier_change" ]; then
        say note "cannot tell yet whether $label can be changed: $line; $earlier_change would change before it"
    elif expects_newer_lists; then
        say note "cannot tell yet whether $label can be changed: $line; a run fetches newer package lists first"
    else
        fail "$refusal"
    fi
}
